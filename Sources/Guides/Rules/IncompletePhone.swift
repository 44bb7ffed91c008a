package import Diagnostics
internal import Foundation

/// A telephone number cannot be dialled from elsewhere as it is written: the area code is missing, or there is more than one
/// number, or an extension.
package enum IncompletePhone: Rule {
    package static let name = "incomplete-phone"
    package static let severity = Severity.error
    package static let manual = """
        电话要能从外地、用手机直接拨通：固定电话带区号和连字符，手机号11位，400电话，或者12345、95598、96366这样的短号码。一个键只写一个号码，分机号写在说明里。

        错误：
            电话: 3239633
        正确：
            电话: 0537-3239633
        """

    static func incomplete(_ text: String, at place: SourceLocation) -> Diagnostic {
        finding("电话“\(text)”\(advice(text))", at: place)
    }

    private static func advice(_ text: String) -> String {
        // Full-width digits count as digits.
        let digits = WrittenNumber.halfWidthDigits(text)
        guard !digits.isEmpty else { return "不是号码，请写成0537-3239633的样子" }
        if let number = withoutCountry(text, digits) { return "不用写国家代码86，请写成\(number)" }
        let numbers = pieces(text)
        if let extended = extended(text) {
            return "带着分机号，拨不出去：这里只写总机\(extended)，分机号写在说明里"
        }
        if numbers.count > 1, numbers.allSatisfy({ (5...12).contains($0.count) }) {
            let first = numbers.lazy.compactMap { Telephone.isComplete($0) ? $0 : completed(digits: $0) }.first
            return "是两个号码：一个键只写一个，这里留\(first ?? numbers[0])，另一个写在说明里"
        }
        if let meant = completed(digits: digits) { return "要带区号和连字符，请写成\(meant)的样子" }
        if digits.hasPrefix("0"), (7...10).contains(digits.count) {
            return "号码位数不对：区号后面应当是7位或8位"
        }
        if digits.count == 11, digits.hasPrefix("1") { return "不是手机号，请核对" }
        if digits.count < 7, text.contains("-") { return "不用连字符，短号码直接写，如12345" }
        return "要带区号和连字符，如0537-3239633；热线写短号码，如12345"
    }

    /// What a number written without area code, without hyphen or with other signs can only mean.
    private static func completed(digits: String) -> String? {
        let isLocal = (7...8).contains(digits.count) && !digits.hasPrefix("0") && !digits.hasPrefix("1")
        // 0537 is 济宁; whoever serves another city sees that the example is one.
        let short = String(digits.prefix(3)) + "-" + digits.dropFirst(3)
        let long = String(digits.prefix(4)) + "-" + digits.dropFirst(4)
        // A short number is not made by leaving signs out.
        let candidates = [isLocal ? "0537-" + digits : "", short, long, digits.count >= 10 ? digits : ""]
        return candidates.first { Telephone.isComplete($0) }
    }

    /// `+86-537-3239633`, `008605373239633`, `86 13805370000`.
    private static func withoutCountry(_ text: String, _ digits: String) -> String? {
        for prefix in ["0086", "86"] where digits.hasPrefix(prefix) {
            guard prefix == "0086" || text.hasPrefix("+") || text.hasPrefix("＋") || digits.count >= 11 else { continue }
            let rest = String(digits.dropFirst(prefix.count))
            let candidates = [rest, "0" + rest].compactMap { candidate in
                Telephone.isComplete(candidate)
                    ? candidate : candidate.hasPrefix("0") ? completed(digits: candidate) : nil
            }
            if let number = candidates.first { return number }
        }
        return nil
    }

    /// The number before an extension: `0537-3239633转8001`, `0537-3239633-802`.
    private static func extended(_ text: String) -> String? {
        let marks = ["转", "轉", "分机", "#", "ext", "-", "—", "－", "*"]
        for mark in marks {
            guard let place = text.range(of: mark, options: [.backwards, .caseInsensitive]) else { continue }
            let head = text[..<place.lowerBound].trimmingCharacters(in: .init(charactersIn: " （(-转"))
            let tail = WrittenNumber.halfWidthDigits(String(text[place.upperBound...]))
            let number = Telephone.isComplete(head) ? head : completed(digits: WrittenNumber.halfWidthDigits(head))
            guard let number, (1...6).contains(tail.count), number.count > 6 || mark == "转" else { continue }
            return number
        }
        return nil
    }

    /// The numbers between signs and words that separate two.
    private static func pieces(_ text: String) -> [String] {
        let parts = text.split { "/／、，,；;|或和及".contains($0) || $0.isWhitespace }
        let numbers = parts.map { part in
            // The second may lack the area code: 0537-3239633/3239634.
            part.contains("-") && Telephone.isComplete(part.trimmingCharacters(in: .whitespaces))
                ? part.trimmingCharacters(in: .whitespaces) : WrittenNumber.halfWidthDigits(String(part))
        }
        return numbers.filter { !$0.isEmpty }
    }
}
