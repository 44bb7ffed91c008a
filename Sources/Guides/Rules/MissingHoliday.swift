package import Diagnostics

/// A year's calendar lacks one of the seven holidays that everybody has (全国年节及纪念日放假办法): working days would be counted
/// through it.
package enum MissingHoliday: FileRule {
    package static let name = "missing-holiday"
    package static let severity = Severity.warning
    package static let manual = """
        一年有七个全体公民放假的节日：元旦、春节、清明节、劳动节、端午节、中秋节、国庆节。少写一个，工作日就会数错。两个连在一起放的，名称里都写上。

        错误：
            放假: [{名称: 元旦, 起: 2026-01-01, 止: 2026-01-03}]
        正确：
            放假:
              - {名称: 元旦, 起: 2026-01-01, 止: 2026-01-03}
              - {名称: 国庆节、中秋节, 起: 2028-10-01, 止: 2028-10-08}
        """

    private static let holidays = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"]

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .calendar, let list = file.root?["放假"] else { return [] }
        let names = list.elements.compactMap { $0["名称"]?.text }
        let missing = holidays.filter { holiday in !names.contains { $0.hasBytes(of: holiday) } }
        guard !missing.isEmpty else { return [] }
        return [finding("放假里没有\(missing.joined(separator: "、"))，请对照放假通知补上", at: list.mark.location(in: file.path))]
    }
}
