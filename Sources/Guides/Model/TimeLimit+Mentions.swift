extension TimeLimit {
    /// Every limit that a law's words name, in order, with the words: `七日`, `20个工作日`, `三个月`, `一年`.
    ///
    /// Days of the calendar, such as 1月7日, are none.
    static func mentions(in text: String) -> [(limit: TimeLimit, words: String)] {
        let scalars = Array(text.unicodeScalars)
        var found: [(limit: TimeLimit, words: String)] = []
        var index = 0
        while index < scalars.count {
            guard ChineseNumeral.isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, ChineseNumeral.isNumeral(scalars[index]) { index += 1 }
            guard start == 0 || scalars[start - 1] != "月",
                case .value(let number) = ChineseNumeral.reading(scalars[start..<index]),
                let (unit, length) = unit(scalars[index...])
            else { continue }
            let (count, limitUnit) = unit == nil ? (number * 12, Unit.month) : (number, unit ?? .month)
            guard unit != nil || number < 100 else { continue }
            index += length
            found.append((.span(Double(count), limitUnit), String(String.UnicodeScalarView(scalars[start..<index]))))
        }
        return found
    }

    /// The unit that begins a text, nil inside for years, and how many characters it has.
    private static func unit(_ scalars: ArraySlice<Unicode.Scalar>) -> (unit: Unit?, length: Int)? {
        let units: [(String, Unit?)] = [
            ("个工作日", .workingDay), ("工作日", .workingDay), ("个自然日", .day), ("自然日", .day), ("日", .day), ("天", .day),
            ("个月", .month), ("年", nil),
        ]
        return units.first { scalars.starts(with: $0.0.unicodeScalars) }.map { ($0.1, $0.0.unicodeScalars.count) }
    }
}

extension Law {
    /// Whether its 日 are working days: 行政许可法第八十二条 and others say so.
    func countsWorkingDays(on day: CalendarDate) -> Bool {
        let words = ["以工作日计算", "按工作日计算", "指工作日", "为工作日"]
        return articles.contains { article in
            article.wording(on: day)?.text.contains { line in words.contains { line.hasBytes(of: $0) } } == true
        }
    }
}
