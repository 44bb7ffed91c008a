package import Diagnostics

/// A chart has a character that the typeface lacks, so it cannot be drawn.
///
/// Only a warning: the page says in words what the chart would show, in whatever font the phone has. What stands on a
/// card is another matter, see `unprintable-card`.
package enum MissingGlyph: Rule {
    package static let name = "missing-glyph"
    package static let severity = Severity.warning
    package static let manual = """
        流程图用一种字体画，里面没有这个字，图画不出来；网页照常打开，流程用文字写。换一个字，图就回来了。

        错误：
            - {环节: 受理😀, 办理人: 综合窗口}
        正确：
            - {环节: 受理, 办理人: 综合窗口}
        """

    /// - Parameters:
    ///   - text: What cannot be drawn.
    ///   - character: The one that is missing.
    package static func finding(_ character: Character, in text: String, at place: SourceLocation) -> Diagnostic {
        let points = character.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
        return finding(
            "“\(text)”里的“\(character)”（\(points.joined(separator: " "))）流程图的字体里没有，图画不出来，网页只好用文字写；请换一个字", at: place)
    }

    /// A chart that cannot be drawn for another reason.
    package static func undrawable(_ reason: String, at place: SourceLocation) -> Diagnostic {
        finding("流程图画不出来，网页只好用文字写：\(reason)", at: place)
    }
}
