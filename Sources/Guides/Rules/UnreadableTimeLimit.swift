package import Diagnostics

/// A time limit cannot be read: it needs a number and a unit, or one of the words for no time.
package enum UnreadableTimeLimit: Rule {
    package static let name = "unreadable-time-limit"
    package static let severity = Severity.error

    static func unreadable(_ text: String, at place: SourceLocation) -> Diagnostic {
        finding("读不懂时限“\(text)”，请写成“7日”“20个工作日”“1个月”“即时”或“无”", at: place)
    }
}
