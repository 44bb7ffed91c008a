package import Diagnostics

/// A guide rests on a law that is no longer in force.
///
/// Former bases belong under 曾用依据.
package enum RepealedLaw: TreeRule {
    package static let name = "repealed-law"
    package static let severity = Severity.error
    package static let manual = """
        引用的法规已经废止。改成代替它的法规；要保留历史的，写到“曾用依据”。

        错误：
            设定依据: [环境影响评价法 第二十二条]
        正确：
            设定依据: [{法规: 生态环境法典, 待核: 是}]
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let laws = tree.laws(in: .repealed)
        guard !laws.isEmpty else { return [] }
        return tree.files.flatMap { file in
            file.references.compactMap { reference in
                guard reference.kind == .law, file.kind != .law, let law = laws[ByteKey(reference.name)],
                    !reference.isFormer
                else { return nil }
                let date = law.repealed.map { "已于\($0.chinese)废止" } ?? "已经废止"
                let advice = law.replacement.map { "请改用“\($0)”，或写到“曾用依据”" } ?? "请改用现行的法规，或写到“曾用依据”"
                return finding("“\(law.name)”\(date)，\(advice)", at: reference.mark.location(in: file.path))
            }
        }
    }
}
