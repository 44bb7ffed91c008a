package import Diagnostics

/// No way leads from the first step to this one, so nobody would ever see it happen.
package enum UnreachableStep: ItemRule {
    package static let name = "unreachable-step"
    package static let severity = Severity.error
    package static let manual = """
        从第一个环节出发，怎么走都到不了这个环节，流程图上就没有路通向它。

        错误：
            - {环节: 受理, 下一步: 送达}
            - {环节: 决定}
            - {环节: 送达}
        正确：
            - {环节: 受理}
            - {环节: 决定}
            - {环节: 送达}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let steps = item.steps
        guard !steps.isEmpty else { return [] }
        var reached: Set<Int> = []
        var open = [0]
        while let index = open.popLast() {
            guard reached.insert(index).inserted else { continue }
            if let next = steps.successor(of: index) { open.append(next) }
            open += steps[index].branches.compactMap { steps.index(named: $0.target) }
        }
        return steps.indices.filter { !reached.contains($0) }.map { index in
            finding(
                "环节“\(steps[index].name)”走不到：没有哪一步的“下一步”或“分支”通向它",
                at: file.place("办理流程", .record(index), "环节"))
        }
    }
}
