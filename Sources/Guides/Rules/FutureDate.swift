package import Diagnostics

/// A review or a change bears a date that has not come yet.
package enum FutureDate: DatedRule {
    package static let name = "future-date"
    package static let severity = Severity.warning
    package static let manual = """
        “核对”和“更新记录”写的是已经做过的事，日期不能在今天以后。

        错误：
            核对: {日期: 2062-11-01, 状态: 已核对}
        正确：
            核对: {日期: 2026-11-01, 状态: 已核对}
        """

    package static let keys: [KeptKey] = ["核对.日期", "更新记录.日期"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files.flatMap { file -> [Diagnostic] in
            let changes = file.root?["更新记录"]?.elements.count ?? 0
            let dates = [file.date("核对", "日期")] + (0..<changes).map { file.date("更新记录", .index($0), "日期") }
            return dates.compactMap { date in
                guard let date, date.value > today else { return nil }
                return finding("\(date.value.chinese)还没有到，请核对日期", at: date.place)
            }
        }
    }
}
