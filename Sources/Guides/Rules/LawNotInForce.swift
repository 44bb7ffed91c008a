package import Diagnostics

/// A guide rests on a law that is not in force yet.
package enum LawNotInForce: TreeRule {
    package static let name = "law-not-in-force"
    package static let severity = Severity.warning
    package static let manual = """
        引用的法规还没有施行，现在还不能作为依据。施行以后把法规文件的状态改成“现行有效”。

        错误：
            状态: 尚未施行
        正确：
            状态: 现行有效
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let laws = tree.laws(in: .notYetInForce)
        guard !laws.isEmpty else { return [] }
        return tree.files.flatMap { file in
            file.references.compactMap { reference in
                guard reference.kind == .law, file.kind != .law, let law = laws[ByteKey(reference.name)] else {
                    return nil
                }
                let date = law.effective.map { "（\($0.chinese)起施行）" } ?? ""
                return finding(
                    "“\(law.name)”尚未施行\(date)，请核对依据", at: reference.mark.location(in: file.path))
            }
        }
    }
}
