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
}
