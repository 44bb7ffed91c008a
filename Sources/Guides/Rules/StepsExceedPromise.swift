package import Diagnostics

/// The counted steps between 受理 and 送达 take longer together than the promised time.
///
/// Steps that the law does not count, and those in other units, are left out.
package enum StepsExceedPromise: ItemRule {
    package static let name = "steps-exceed-promise"
    package static let severity = Severity.warning
    package static let manual = """
        从受理后到决定，算在承诺时限里的环节加起来，不应当长于承诺办结时限。受理、送达、补正和“不计时限”的环节不算。

        错误：
            承诺办结时限: {时限: 3个工作日}
            办理流程: [{环节: 受理}, {环节: 审查, 时限: 3个工作日}, {环节: 决定, 时限: 1个工作日}]
        正确：
            承诺办结时限: {时限: 4个工作日}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard case .span(let promised, .workingDay) = item.promised.limit else { return [] }
        let counted = item.steps.mainPath.map { item.steps[$0] }.filter { step in
            !step.isUncounted && step.conditions.isEmpty
                && !["申请", "受理", "送达", "补正"].contains { step.name.hasBytes(of: $0) }
        }
        let days = counted.reduce(0.0) { sum, step in
            if case .span(let days, .workingDay)? = step.limit { sum + days } else { sum }
        }
        guard days > promised else { return [] }
        let total = TimeLimit.span(days, .workingDay)
        return [
            finding(
                "各环节加起来要\(total)，长于承诺办结时限（\(item.promised.limit)），请核对", at: file.place("办理流程"),
                notes: [.init("承诺办结时限写在这里", at: file.place("承诺办结时限", "时限"))])
        ]
    }
}
