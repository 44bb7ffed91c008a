package import Diagnostics

/// The number of somebody's identity card stands in a guide, which everybody can read.
///
/// GB 11643—1999: a region, a birthday, a serial number and a check character. Of other numbers of 18 digits hardly one in
/// a thousand looks so by chance.
package enum IdentityNumber: Rule {
    package static let name = "identity-number"
    package static let severity = Severity.error
    package static let manual = """
        公民身份号码是个人信息，不能出现在公开的指南里。举例子时用“公民身份号码”几个字代替。

        错误：
            说明: 张三的身份证号是（十八位号码）
        正确：
            说明: 带法定代表人的身份证
        """

    static func finding(at place: SourceLocation) -> Diagnostic {
        finding("这是一个公民身份号码，指南是公开的，请删去", at: place)
    }

    /// Whether 18 characters are such a number.
    static func isOne(_ text: String) -> Bool {
        let characters = Array(text.utf8)
        guard characters.count == 18 else { return false }
        let digits = characters.prefix(17).map { Int($0) - 0x30 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard (1...8).contains(digits[0]), (1900...2099).contains(number(6..<10)),
            CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let check = Array("10X98765432".utf8)[sum % 11]
        return characters[17] == check || (check == 0x58 && characters[17] == 0x78)
    }
}
