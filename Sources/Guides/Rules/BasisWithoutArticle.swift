package import Diagnostics

/// A 设定依据 names a law but no article, and does not say that the article is still to be verified.
package enum BasisWithoutArticle: ItemRule {
    package static let name = "basis-without-article"
    package static let severity = Severity.warning
    package static let manual = """
        设定依据要写到哪一条。条号还没有核实的，写“待核: 是”。

        错误：
            设定依据: [建筑法]
        正确：
            设定依据: [建筑法 第七条]
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        (file.root?["设定依据"]?.elements ?? []).compactMap { node in
            guard let citation = Citation(node), citation.places.isEmpty, !citation.isUnverified else { return nil }
            return finding(
                "“\(citation.law)”没有写条款，请写到哪一条；条号尚未核实的，写成{法规: \(citation.law), 待核: 是}",
                at: node.mark.location(in: file.path))
        }
    }
}
