package import Diagnostics

/// A guide should have been held against its official source again by now.
package enum OverdueReview: DatedRule {
    package static let name = "overdue-review"
    package static let severity = Severity.warning
    package static let manual = """
        下次核对的日期已经过了。请对照官方来源核对一遍，再改“核对”和“下次核对”。

        错误：
            下次核对: 2025-01-01（今天是2026-11-23）
        正确：
            核对: {日期: 2026-11-23, 状态: 已核对}
            下次核对: 2027-05-23
        """

    package static let keys: [KeptKey] = ["下次核对"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files.compactMap { file in
            guard let due = file.date("下次核对"), due.value < today else { return nil }
            return finding("应当在\(due.value.chinese)前核对，已经过期，请与官方来源核对后改日期", at: due.place)
        }
    }
}
