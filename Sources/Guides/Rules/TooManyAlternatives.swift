package import Diagnostics

/// Which of a roadmap's alternatives are the shortest cannot be found with so many looks as the page may take.
package enum TooManyAlternatives: TreeRule {
    package static let name = "too-many-alternatives"
    package static let severity = Severity.error
    package static let manual = """
        页面上的“最快多少个工作日”要从各个情形的选项里挑出最短的一组。选项一般很快就能比完；\
        情形很多、各选项的前置又互相交错时，比\(ShortestChoice.limit)次还定不下来，页面就做不出来。\
        让同一个情形的各个选项有同样的前置和后续，或者减少带选项的情形。

        错误：
            情形：许多个，每个都有几个选项，各选项的前置各不相同
        正确：
            情形:
              - {名称: 立项方式, 问: 按哪种方式立项？, 选项: [备案项目, 核准项目]}
            阶段:
              - 名称: 立项
                事项:
                  - {事项: 备案, 仅当: 备案项目}
                  - {事项: 核准, 仅当: 核准项目}
        """

    package static let keys: [KeptKey] = [.place(of: "情形"), "承诺办结时限.时限"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        tree.files(of: .roadmap).compactMap { file in
            guard let roadmap = file.roadmap, mayBeTooMany(roadmap) else { return nil }
            let graph = RoadmapGraph(roadmap) { limit(of: $0, in: tree) }
            let choice = ShortestChoice(graph, roadmap)
            guard !choice.isProven else { return nil }
            return finding(
                "带选项的情形太多，前置又互相交错，比较\(choice.looks)次还算不出最短要几个工作日；"
                    + "请让同一情形的各选项前置相同，或减少带选项的情形", at: file.place("情形"))
        }
    }

    /// Whether there are more combinations than looks: else nothing can go wrong, and nothing is computed.
    private static func mayBeTooMany(_ roadmap: Roadmap) -> Bool {
        var combinations = 1
        for group in roadmap.alternatives where group.isExhaustive {
            combinations *= group.items.count
            if combinations > ShortestChoice.fewCombinations { return true }
        }
        return false
    }

    /// An item's promised time; its model is gone where the tree was condensed.
    private static func limit(of stem: String, in tree: GuideTree) -> TimeLimit? {
        if let item = tree.guides[.item]?[stem]?.item { return item.promised.limit }
        return tree.file(.item, stem)?.root?["承诺办结时限"].flatMap { RecordReader($0).timeLimit("时限") }
    }
}
