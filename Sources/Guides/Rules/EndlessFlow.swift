package import Diagnostics

/// From this step no way leads to an end: whoever gets there goes round for ever.
package enum EndlessFlow: ItemRule {
    package static let name = "endless-flow"
    package static let severity = Severity.error
    package static let manual = """
        从这个环节出发，怎么走都到不了结束，只会兜圈子。给圈里的某个环节写“下一步: 结束”，或者让它通向后面的环节。

        错误：
            - 环节: 受理
            - 环节: 审查
              下一步: 受理
        正确：
            - 环节: 受理
            - 环节: 审查
              分支: {材料不齐: 受理}
            - 环节: 决定
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let steps = item.steps
        // A name that does not exist is reported by its own rule and counts as an end here.
        let ways = steps.indices.map { index in
            steps[index].branches.map(\.target).map { steps.index(named: $0) }
                + [steps.successor(of: index)]
        }
        var ending: Set<Int> = []
        var grew = true
        while grew {
            grew = false
            for index in steps.indices where !ending.contains(index) {
                guard ways[index].contains(where: { $0.map(ending.contains) ?? true }) else { continue }
                ending.insert(index)
                grew = true
            }
        }
        // The first step of the circle is enough.
        guard let index = steps.indices.first(where: { !ending.contains($0) }) else { return [] }
        return [
            finding(
                "从环节“\(steps[index].name)”走不到结束，请给后面的某个环节写“下一步: \(FlowStep.end)”",
                at: file.place("办理流程", .record(index), "环节"))
        ]
    }
}
