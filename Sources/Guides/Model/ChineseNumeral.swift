/// Small numbers as Chinese words, for headings and cards.
package enum ChineseNumeral {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// In an order, 第一 to 第九十九: 一, 二, 十, 二十三.
    ///
    /// Other numbers in digits.
    package static func ordinal(_ number: Int) -> String {
        guard (1...99).contains(number) else { return String(number) }
        let (tens, ones) = (number / 10, number % 10)
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[ones]
    }

    /// Before a measure word: 两个, else as in an order.
    package static func count(_ number: Int) -> String {
        number == 2 ? "两" : ordinal(number)
    }

    /// Every number that stands in a text, in order: 120 and 1 in 第一百二十条之一.
    package static func numbers(in text: String) -> [Int] {
        let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
        var numbers: [Int] = []
        var (value, digit, isInside) = (0, 0, false)
        for character in text + " " {
            if let unit = units[character] {
                (value, digit, isInside) = (value + max(digit, 1) * unit, 0, true)
            } else if character == "零" {
                isInside = true
            } else if let ones = digits.firstIndex(of: String(character)), ones > 0 {
                (digit, isInside) = (ones, true)
            } else if isInside {
                numbers.append(value + digit)
                (value, digit, isInside) = (0, 0, false)
            }
        }
        return numbers
    }
}
