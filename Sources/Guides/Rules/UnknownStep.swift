package import Diagnostics

/// A 下一步 or a 分支 leads to a step that the flow does not have.
package enum UnknownStep: ItemRule {
    package static let name = "unknown-step"
    package static let severity = Severity.error
    package static let manual = """
        “下一步”或“分支”指向的环节，办理流程里没有。写某个环节的名称，或者“结束”。

        错误：
            - 环节: 受理
              分支: {材料不齐: 补证}
        正确：
            - 环节: 受理
              分支: {材料不齐: 补正}
            - 环节: 补正
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let names = item.steps.map(\.name) + [FlowStep.end]
        func isKnown(_ name: String) -> Bool { names.contains { $0.hasSameBytes(as: name) } }
        return item.steps.enumerated().flatMap { index, step -> [Diagnostic] in
            var findings: [Diagnostic] = []
            if let next = step.next, !isKnown(next) {
                findings.append(finding(next, names, at: file.place("办理流程", .record(index), "下一步")))
            }
            for branch in step.branches where !isKnown(branch.target) {
                let place = file.place("办理流程", .record(index), "分支", .key(branch.condition))
                findings.append(finding(branch.target, names, at: place))
            }
            return findings
        }
    }

    private static func finding(_ target: String, _ names: [String], at place: SourceLocation) -> Diagnostic {
        var message = "办理流程里没有环节“\(target)”"
        if let near = Spelling.nearest(to: target, in: names) {
            message += "，是否想写“\(near)”？"
        } else {
            message += "，请写某个环节的名称，或“\(FlowStep.end)”"
        }
        return finding(message, at: place)
    }
}
