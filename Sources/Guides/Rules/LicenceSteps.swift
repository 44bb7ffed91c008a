package import Diagnostics

/// The flow of a 行政许可 lacks one of the steps that the law gives it: 受理 (行政许可法 第三十二条), 审查 (第三十四条), 决定 (第三十七条) and 送达
/// (第四十四条).
///
/// What is decided on the spot needs no 审查 of its own.
package enum LicenceSteps: ItemRule {
    package static let name = "licence-steps"
    package static let severity = Severity.error
    package static let manual = """
        行政许可的办理流程要有受理、审查、决定、送达；即办件可以没有单独的审查。环节名称里有这些字，或者有意思相同的字（如“核准”“制证”“领取”）就行。

        错误：
            办理流程: [{环节: 受理}, {环节: 办结}]
        正确：
            办理流程: [{环节: 受理}, {环节: 审查}, {环节: 决定}, {环节: 送达}]
        """

    /// What each step is called: one of the words must stand in a step's name.
    private static let steps: [(name: String, words: [String])] = [
        ("受理", ["受理", "收件"]),
        ("审查", ["审查", "审核", "核查", "评审", "查验", "勘验", "审批", "初审", "复核"]),
        ("决定", ["决定", "审批", "核准", "批准", "准予", "审定", "批复", "登簿"]),
        ("送达", ["送达", "发证", "颁发", "领取", "制证", "办结", "出证", "核发", "发放"]),
    ]

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.type == "行政许可", !item.steps.isEmpty else { return [] }
        let missing = steps.filter { step in
            guard step.name != "审查" || item.handling != .immediate else { return false }
            return !item.steps.contains { own in step.words.contains { own.name.hasBytes(of: $0) } }
        }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "“\($0.name)”" }.joined(separator: "、")
        return [finding("行政许可的办理流程还要有\(names)环节", at: file.place("办理流程"))]
    }
}
