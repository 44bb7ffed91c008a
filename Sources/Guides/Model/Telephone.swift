/// A telephone number as it is printed and dialled.
package enum Telephone {
    /// Whether a caller from elsewhere can dial it as written: area code, hyphen and number (0537-3239633), a mobile number,
    /// a 400 or 800 number, or a short number such as 12345, 95598 or 96366.
    package static func isComplete(_ text: String) -> Bool {
        let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") })
        guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let isBare = digits.count == text.utf8.count
        switch first {
        case UInt8(ascii: "0"): return isFixed(text)
        case UInt8(ascii: "4"), UInt8(ascii: "8"):
            return digits.count == 10 && digits[1] == UInt8(ascii: "0") && digits[2] == UInt8(ascii: "0")
        case UInt8(ascii: "1"):
            if digits.count == 11 { return (0x33...0x39).contains(digits[1]) }
            // The networks' own numbers are up to eight digits long: 10086, 1008611.
            let isNetwork = digits.starts(with: "100".utf8) && digits.count <= 8
            return isBare && digits.count >= 3 && (digits.count <= 6 || isNetwork)
        case UInt8(ascii: "9"):
            guard isBare, digits.count > 1 else { return false }
            // 95: a service in the whole country; 96: one of a province.
            if digits[1] == UInt8(ascii: "5") { return (5...8).contains(digits.count) }
            return digits[1] == UInt8(ascii: "6") && (5...6).contains(digits.count)
        default: return false
        }
    }

    /// Whether it is a fixed line's number that no exchange gives out: behind the area code it begins with 0, which is for
    /// calls to elsewhere, or with 1, which is for short numbers.
    ///
    /// 0537-0000000 is nobody's.
    package static func isSample(_ text: String) -> Bool {
        guard isFixed(text), let sign = text.firstIndex(of: "-") else { return false }
        return ["0", "1"].contains(text[sign...].first { $0.isNumber })
    }

    /// An area code of three or four digits, a hyphen, and seven or eight digits, which may be grouped.
    private static func isFixed(_ text: String) -> Bool {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let area = parts[0].utf8.filter { $0 != UInt8(ascii: " ") }
        let number = parts[1].utf8.filter { (0x30...0x39).contains($0) }
        // 010 and 02x are the area codes of three digits.
        let isShort = area.count == 3 && (area[1] == UInt8(ascii: "1") || area[1] == UInt8(ascii: "2"))
        let isLong = area.count == 4 && area[1] >= UInt8(ascii: "3")
        return (isShort || isLong) && (7...8).contains(number.count)
    }
}
