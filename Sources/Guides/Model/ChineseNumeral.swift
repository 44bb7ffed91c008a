/// Numbers in Chinese characters, as laws count their articles and people write small counts.
package enum ChineseNumeral {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// In an order, 第一 to 第九十九: 一, 二, 十, 二十三.
    ///
    /// Other numbers in digits.
    package static func ordinal(_ number: Int) -> String {
        (1...99).contains(number) ? text(number) : String(number)
    }

    /// Before a measure word: 两个, else as in an order.
    package static func count(_ number: Int) -> String {
        number == 2 ? "两" : ordinal(number)
    }

    /// `一百零五` for 105; from 1 to 9999.
    static func text(_ number: Int) -> String {
        var text = ""
        var isSkipped = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            guard digit > 0 else {
                isSkipped = !text.isEmpty
                continue
            }
            if isSkipped { text += "零" }
            isSkipped = false
            // 十 alone, but 一百一十.
            if !(unit == 10 && digit == 1 && text.isEmpty) { text += digits[digit] }
            text += name
        }
        return text
    }

    /// What a row of number characters says.
    enum Reading: Hashable {
        case value(Int)
        /// It is no number of laws, such as 三四 or 一百二; the ones that it may have been meant for, likeliest first.
        case unclear(maybe: [Int])
    }

    /// Reads a number from 1 to 9999: 一百零五, 一百〇五, 105, １０５.
    ///
    /// - Parameter scalars: Nothing but digits and units, at least one.
    static func reading(_ scalars: some Sequence<Unicode.Scalar>) -> Reading {
        var number = Parts()
        for scalar in scalars {
            if let unit = unit(scalar) {
                number.add(unit: unit)
            } else if let digit = digit(scalar) {
                number.add(digit: digit, isArabic: isArabic(scalar))
            }
        }
        return number.reading
    }

    /// A number as far as it was read.
    private struct Parts {
        /// What the units so far make, and the digit that still waits for its unit.
        private var value = 0
        private var pending: Int?
        private var lastUnit = 10_000
        private var hasZero = false
        private var (isRegular, isArabic) = (true, false)
        /// The digits alone, as 34 of 三四.
        private var (row, length) = (0, 0)

        mutating func add(unit: Int) {
            // 十 begins a number; 一百十 is 一百一十 said short.
            let factor = pending ?? (unit == 10 && !hasZero ? 1 : 0)
            if factor == 0 || unit >= lastUnit { isRegular = false }
            value += factor * unit
            (pending, lastUnit, hasZero) = (nil, unit, false)
        }

        mutating func add(digit: Int, isArabic: Bool) {
            if length < 5 { (row, length) = (row * 10 + digit, length + 1) }
            if isArabic { self.isArabic = true }
            if pending != nil { isRegular = false }
            if digit == 0 { hasZero = true } else { pending = digit }
        }

        var reading: Reading {
            guard lastUnit < 10_000 else {
                guard length <= 4, row > 0, length == String(row).utf8.count else { return .unclear(maybe: []) }
                return isArabic || length == 1 ? .value(row) : .unclear(maybe: [row])
            }
            guard isRegular, !isArabic else { return .unclear(maybe: []) }
            guard let pending else { return .value(value) }
            // 一百二 is said for 一百二十, and written by slip for 一百零二.
            guard lastUnit == 10 || hasZero else {
                return .unclear(maybe: [value + pending * lastUnit / 10, value + pending])
            }
            return .value(value + pending)
        }
    }

    /// Whether numbers are written with the character.
    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || unit(scalar) != nil }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        default: nil
        }
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇", "○": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "0"..."9": Int(scalar.value) - 0x30
        case "\u{FF10}"..."\u{FF19}": Int(scalar.value) - 0xFF10
        default: nil
        }
    }
}
