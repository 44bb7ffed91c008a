/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where no such day exists.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= CalendarDate.days(in: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-01`; also what clerks write and what cannot be misread: `2026.11.1`, `2026/11/1`, `20261101`,
    /// `2026年11月1日`, with full-width digits and spaces.
    package init?(_ text: String) {
        guard let numbers = CalendarDate.numbers(in: text), numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Year, month and day as written, whether or not there is such a day; nil where `text` has no form of a date.
    static func numbers(in text: String) -> [Int]? {
        usualNumbers(in: text) ?? unusualNumbers(in: text)
    }

    /// Of `2026-11-01`, as nearly all dates are written.
    private static func usualNumbers(in text: String) -> [Int]? {
        guard text.utf8.count == 10 else { return nil }
        var numbers = [0, 0, 0]
        for (place, byte) in text.utf8.enumerated() {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): continue
            case (4, _), (7, _): return nil
            case (_, 0x30...0x39):
                let part = place < 4 ? 0 : place < 7 ? 1 : 2
                numbers[part] = 10 * numbers[part] + Int(byte - 0x30)
            default: return nil
            }
        }
        return numbers
    }

    private static func unusualNumbers(in text: String) -> [Int]? {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(plainScalar)))
        if plain.utf8.count == 8, let number = digits(Substring(plain)) {
            return [number / 10_000, number / 100 % 100, number % 100]
        }
        for separators in [["-", "-", ""], [".", ".", ""], ["/", "/", ""], ["年", "月", "日"]] {
            guard let first = plain.firstRange(of: separators[0]) else { continue }
            let behindYear = plain[first.upperBound...]
            guard plain.hasSuffix(separators[2]), let second = behindYear.firstRange(of: separators[1]) else {
                return nil
            }
            let day = behindYear[second.upperBound...].dropLast(separators[2].count)
            let numbers = [plain[..<first.lowerBound], behindYear[..<second.lowerBound], day].map(digits)
            guard let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
            return [year, month, day]
        }
        return nil
    }

    private static func digits(_ text: Substring) -> Int? {
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// Half-width digits and separators; nothing for spaces.
    private static func plainScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case " ", "\u{3000}": nil
        case "\u{FF0D}", "\u{2013}", "\u{2014}", "\u{2010}": "-"
        case "号": "日"
        case "\u{FF0E}": "."
        case "\u{FF0F}": "/"
        case "\u{FF10}"..."\u{FF19}": Unicode.Scalar(scalar.value - 0xFEE0)
        default: scalar
        }
    }

    /// The day so many days after 1970-01-01.
    package init(daysSinceEpoch: Int) {
        // Howard Hinnant, chrono-compatible low-level date algorithms: civil_from_days.
        let z = daysSinceEpoch + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days after 1970-01-01 (days_from_civil).
    package var daysSinceEpoch: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `2026年11月1日`, as people read it.
    package var chinese: String { "\(year)年\(month)月\(day)日" }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601, `2026-11-01`.
    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
