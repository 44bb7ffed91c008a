package import Diagnostics

/// A telephone number cannot be dialled from elsewhere: the area code is missing.
package enum IncompletePhone: Rule {
    package static let name = "incomplete-phone"
    package static let severity = Severity.error
    package static let manual = """
        电话要能从外地、用手机直接拨通：固定电话带区号和连字符，手机号11位，或者12345这样的短号码。

        错误：
            电话: 3239633
        正确：
            电话: 0537-3239633
        """

    static func incomplete(_ text: String, at place: SourceLocation) -> Diagnostic {
        let digits = WrittenNumber.halfWidthDigits(text)
        let isLocal = (7...8).contains(digits.count)
        // 0537 is 济宁; whoever serves another city sees that the example is one.
        let candidates = [
            isLocal ? "0537-" + digits : "", String(digits.prefix(4)) + "-" + digits.dropFirst(4), digits,
        ]
        let meant = candidates.first { Telephone.isComplete($0) }
        guard let meant, !digits.isEmpty else {
            return finding("电话“\(text)”要带区号和连字符，如0537-3239633", at: place)
        }
        return finding("电话“\(text)”要带区号和连字符，请写成\(meant)的样子", at: place)
    }
}
