/// Numbers as people write them: `3`, `３`, `三`, `十五`, `两`.
enum WrittenNumber {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// The first whole number in `text`, below 10,000; nil where there is none, or more than one.
    static func first(in text: String) -> Int? {
        let numbers = split(text).compactMap(\.number)
        return numbers.count == 1 ? numbers[0] : nil
    }

    /// `text` with its numbers in half-width digits: `二十个工作日` becomes `20个工作日`.
    static func withDigits(_ text: String) -> String {
        split(text).map { part in part.number.map(String.init) ?? part.text }.joined()
    }

    /// Only the digits, in half width.
    static func halfWidthDigits(_ text: String) -> String {
        text.compactMap { digits[$0] == nil ? $0.wholeNumberValue.map(String.init) : nil }.joined()
    }

    private static func split(_ text: String) -> [(text: String, number: Int?)] {
        var parts: [(text: String, number: Int?)] = []
        var rest = Substring(text)
        while let character = rest.first {
            let run = rest.prefix { kind($0) == kind(character) }
            parts.append((String(run), value(run, kind(character))))
            rest = rest[run.endIndex...]
        }
        return parts
    }

    private enum Kind { case digit, chinese, other }

    private static func kind(_ character: Character) -> Kind {
        if character.wholeNumberValue != nil, digits[character] == nil, !"十百千".contains(character) { return .digit }
        return digits[character] != nil || "十百千".contains(character) ? .chinese : .other
    }

    private static func value(_ run: Substring, _ kind: Kind) -> Int? {
        guard run.count <= 7 else { return nil }
        switch kind {
        case .other: return nil
        case .digit:
            return run.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
        case .chinese:
            var (sum, digit) = (0, 0)
            for character in run {
                if let value = digits[character] {
                    digit = value
                } else {
                    let unit = character == "十" ? 10 : character == "百" ? 100 : 1000
                    sum += max(digit, 1) * unit
                    digit = 0
                }
            }
            return sum + digit
        }
    }
}
