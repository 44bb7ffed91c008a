/// 时限: how long something may take, in the unit that the law or the promise uses.
///
/// Units are never converted into one another: 行政许可法 counts working days, many sector laws calendar days.
package enum TimeLimit: Sendable, Hashable {
    package enum Unit: String, Sendable, CaseIterable {
        case workingDay = "工作日"
        case day = "日"
        case month = "个月"
    }

    /// 无: the law sets no time.
    case none
    /// 即时: decided while one waits.
    case immediate
    /// So many of a unit; halves of a working day occur.
    case span(Double, Unit)

    /// Reads `7日`, `20个工作日`, `0.5个工作日`, `1个月`, `即时`, `无`; also 天 for 日 and full-width digits.
    package init?(_ text: String) {
        if let usual = TimeLimit.usual(text) {
            self = usual
            return
        }
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }.map(TimeLimit.halfWidth)))
        switch plain {
        case "无", "无法定时限", "不限": self = .none
        case "即时", "即办", "当场": self = .immediate
        default:
            let digits = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard digits.last != ".", digits.first != ".", let number = Double(digits), number > 0, number <= 3650,
                (number * 2).rounded() == number * 2
            else { return nil }
            switch plain.dropFirst(digits.count) {
            case "工作日", "个工作日": self = .span(number, .workingDay)
            case "日", "天", "个自然日", "自然日": self = .span(number, .day)
            case "月", "个月": self = .span(number, .month)
            default: return nil
            }
        }
    }

    /// What is written as nearly all are, read by its bytes: `7日`, `20个工作日`, `0.5个工作日`; nil for all others.
    private static func usual(_ text: String) -> TimeLimit? {
        var text = text
        return text.withUTF8 { bytes in
            var (number, place) = (0.0, 0)
            while place < min(bytes.count, 4), case 0x30...0x39 = bytes[place] {
                number = number * 10 + Double(bytes[place] - 0x30)
                place += 1
            }
            guard place > 0 else { return nil }
            if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "."), bytes[place + 1] == UInt8(ascii: "5") {
                number += 0.5
                place += 2
            }
            guard number > 0, number <= 3650 else { return nil }
            let unit = UnsafeBufferPointer(rebasing: bytes[place...])
            if "个工作日".hasBytes(unit) { return .span(number, .workingDay) }
            return "日".hasBytes(unit) ? .span(number, .day) : nil
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF10...0xFF19).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return scalar
        }
        return digit
    }

    /// Whether the limit is longer than `other`; nil where the two cannot be compared without converting units.
    package func exceeds(_ other: TimeLimit) -> Bool? {
        switch (self, other) {
        case (_, .none), (.immediate, _): false
        case (.none, _): true
        case (.span, .immediate): true
        case (.span(let mine, let unit), .span(let theirs, let otherUnit)):
            if unit == otherUnit { mine > theirs } else { TimeLimit.exceeds(mine, unit, theirs, otherUnit) }
        }
    }

    /// True where it is so in every calendar: a working day takes at least one day, a month 28 to 31 days; everything
    /// else stays open.
    private static func exceeds(_ mine: Double, _ unit: Unit, _ theirs: Double, _ otherUnit: Unit) -> Bool? {
        let shortest = unit == .month ? mine * 28 : mine
        let longest: Double? =
            switch otherUnit {
            case .day: theirs
            case .month: theirs * 31
            // So many working days may take any number of days.
            case .workingDay: nil
            }
        return longest.map { shortest > $0 } == true ? true : nil
    }

    /// `1` rather than `1.0`.
    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}

extension TimeLimit: CustomStringConvertible {
    /// `7 日`, `20 个工作日`, `即时`, as pages show it.
    package var description: String {
        switch self {
        case .none: "无法定时限"
        case .immediate: "即时"
        case .span(let number, .workingDay): "\(TimeLimit.plain(number)) 个工作日"
        case .span(let number, let unit): "\(TimeLimit.plain(number)) \(unit.rawValue)"
        }
    }
}
