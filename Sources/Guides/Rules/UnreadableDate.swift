package import Diagnostics

/// A date cannot be read, or no such day exists.
package enum UnreadableDate: Rule {
    package static let name = "unreadable-date"
    package static let severity = Severity.error
    package static let manual = """
        读不懂日期，或者没有这一天。写成2026-11-01；2026.11.1、2026/11/1、2026年11月1日也可以。

        错误：
            下次核对: 2026-02-30
        正确：
            下次核对: 2026-02-28
        """

    static func noSuchDay(_ text: String, at place: SourceLocation) -> Diagnostic {
        if let numbers = CalendarDate.numbers(in: text), numbers.count == 3, (1900...2999).contains(numbers[0]),
            (1...12).contains(numbers[1])
        {
            let days = CalendarDate.days(in: numbers[1], of: numbers[0])
            return finding("“\(text)”不是一个日期，\(numbers[0])年\(numbers[1])月只有\(days)天", at: place)
        }
        return unreadable(text, at: place)
    }

    private static func unreadable(_ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(text)”不是一个日期，请写成2026-11-01的样子", at: place)
    }
}
