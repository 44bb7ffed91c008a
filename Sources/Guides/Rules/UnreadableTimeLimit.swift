package import Diagnostics

/// A time limit cannot be read: it needs a number and a unit, or one of the words for no time.
package enum UnreadableTimeLimit: Rule {
    package static let name = "unreadable-time-limit"
    package static let severity = Severity.error
    package static let manual = """
        时限要写数字和单位，单位照法条写：工作日、日、月；当场办结的写“即时”，法律没有规定的写“无”。

        错误：
            时限: 七天左右
        正确：
            时限: 7日
        """

    static func unreadable(_ text: String, _ key: String, at place: SourceLocation) -> Diagnostic {
        if let meant = meant(text) { return finding("读不懂时限“\(text)”，请写成“\(meant)”", at: place) }
        if text.contains("小时") || text.contains("分钟") {
            return finding("时限不用“小时”：不到一天的写“0.5个工作日”，当场办结的写“即时”", at: place)
        }
        return finding("读不懂时限“\(text)”，请写成“7日”“20个工作日”“1个月”“即时”或“无”", at: place)
    }

    /// What the words can only mean: `七日内` is 7日, `1-3个工作日` at most 3个工作日, `1年` 12个月.
    private static func meant(_ text: String) -> String? {
        var plain = WrittenNumber.withDigits(text).filter { !$0.isWhitespace }
        for word in ["之内", "以内", "内", "不超过", "左右", "约", "最长"] { plain = plain.replacing(word, with: "") }
        for mark in ["-", "－", "—", "~", "～", "至", "到"] {
            if let separator = plain.firstRange(of: mark), separator.lowerBound > plain.startIndex {
                plain = String(plain[separator.upperBound...])
            }
        }
        if plain.hasSuffix("年"), let years = Int(plain.dropLast()), (1..<100).contains(years) {
            plain = "\(years * 12)个月"
        }
        return TimeLimit(plain) == nil ? nil : plain
    }
}
