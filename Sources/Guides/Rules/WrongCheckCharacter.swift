package import Diagnostics

/// A short code is malformed or its last character does not fit the other four, so a typing slip would go unnoticed.
package enum WrongCheckCharacter: Rule {
    package static let name = "wrong-check-character"
    package static let severity = Severity.error
    package static let manual = """
        短码的第五个字符是校验字符，写错一个字符或者写颠倒两个都能发现。对照印好的卡片，或者用新短码。

        错误：
            短码: CY7MX
        正确：
            短码: CY7MN
        """

    static func findings(_ text: String, at place: SourceLocation) -> [Diagnostic] {
        do {
            let code = try ShortCode(reading: text)
            guard code.text != text else { return [] }
            return [finding("短码要写成“\(code.text)”（大写，不加空格和连字符）", at: place)]
        } catch {
            switch error {
            case .malformed:
                return [finding("“\(text)”不是短码：短码是5个字符，只用数字和大写字母（不用I、L、O、U）", at: place)]
            case .wrongCheckCharacter(let expected):
                return [finding("短码“\(text)”的最后一个字符不对；如果前四个字符没有写错，应当是“\(expected)”", at: place)]
            }
        }
    }
}
