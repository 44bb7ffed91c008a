package import Diagnostics

/// A date lies so far ahead that it must be a slip: a guide that is to be reviewed in seventy years, a card of next century.
package enum DistantDate: DatedRule {
    package static let name = "distant-date"
    package static let severity = Severity.warning
    package static let manual = """
        日期远得不像真的，多半写错了年份。下次核对一般在半年到一年以后，卡的版本日期是印卡前后的日子。

        错误：
            下次核对: 2099-05-01
        正确：
            下次核对: 2027-05-01
        """

    package static let keys: [KeptKey] = ["下次核对", "版本日期"]

    /// How many days ahead are still believed.
    private static let horizons = [("下次核对", 3 * 366), ("版本日期", 366)]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files.flatMap { file in
            horizons.compactMap { key, days in
                guard let date = file.date(.key(key)), date.value.daysSinceEpoch - today.daysSinceEpoch > days else {
                    return nil
                }
                return finding("“\(key)”是\(date.value.chinese)，太远了，请核对年份", at: date.place)
            }
        }
    }
}
