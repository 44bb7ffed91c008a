package import Diagnostics

/// Somebody's mobile number stands in a text, where nobody will think of it when the person moves on.
package enum MobileNumber: Rule {
    package static let name = "mobile-number"
    package static let severity = Severity.warning
    package static let manual = """
        文字里写了手机号：多半是某个人的，人一调动就打不通，也是个人信息。写单位的电话，写在“电话”键里；确实是单位公布的手机号，也写在“电话”里。

        错误：
            说明: 联系人小王，手机13805370000
        正确：
            咨询方式: {电话: 0537-3239633}
        """

    static func inText(_ number: String, at place: SourceLocation) -> Diagnostic {
        finding("文字里有手机号\(number)，请删去，或把单位公布的号码写在“电话”里", at: place)
    }

    /// Whether 11 digits are a number of mainland China's mobile networks.
    static func isOne(_ text: String) -> Bool {
        let digits = Array(text.utf8)
        return digits.count == 11 && digits[0] == 0x31 && (0x33...0x39).contains(digits[1])
    }

    /// Whether a key for telephone numbers stands right before it.
    static func isUnderPhoneKey(_ index: Int, _ lineStart: Int, _ bytes: TextScan.Bytes) -> Bool {
        var end = index
        while end > lineStart, [0x20, 0x22, 0x27].contains(bytes[end - 1]) { end -= 1 }
        return end - lineStart >= 7 && bytes.hasPrefix("电话:", at: end - 7)
    }
}
