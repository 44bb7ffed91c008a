/// A key that stands twice in one mapping, found again in the text: Yams names it but not where it is repeated.
struct RepeatedKey {
    let key: String
    let first: MarkedNode.Mark
    let second: MarkedNode.Mark
    /// The text with the second key renamed to one that no record has, of the same length so that no place moves.
    let textWithoutSecond: String

    /// - Parameters:
    ///   - keys: The keys that the mapping repeats.
    ///   - mark: Where the first of one of them stands.
    ///   - count: How many keys were renamed before.
    init?(among keys: [String], in text: String, at mark: MarkedNode.Mark, count: Int) {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        let (row, column) = (Int(mark.line) - 1, Int(mark.column) - 1)
        guard lines.indices.contains(row), column >= 0 else { return nil }
        guard let key = keys.first(where: { Self.length(of: $0, in: lines[row], at: column) != nil }) else {
            return nil
        }
        self.key = key
        first = mark
        let startsLine = lines[row][..<column].allSatisfy { " -?".unicodeScalars.contains($0) }
        let place = startsLine ? Self.below(row, column, key, lines) : Self.behind(row, column, key, lines)
        guard let place else { return nil }
        second = MarkedNode.Mark(line: place.row + 1, column: place.column + 1)
        guard let mark = Unicode.Scalar(DuplicateKey.setAside.lowerBound.value + UInt32(count)) else { return nil }
        let quote = ["\"", "'"].contains(lines[place.row][place.column]) ? 1 : 0
        lines[place.row][place.column + quote] = mark
        textWithoutSecond = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    }

    /// In a block mapping: on a later line in the same column, before a line that stands further left.
    private static func below(_ row: Int, _ column: Int, _ key: String, _ lines: [[Unicode.Scalar]]) -> (
        row: Int, column: Int
    )? {
        for index in (row + 1)..<max(lines.count, row + 1) {
            guard let start = lines[index].firstIndex(where: { $0 != " " && $0 != "\r" }), lines[index][start] != "#"
            else {
                continue
            }
            if start < column { return nil }
            if start == column, length(of: key, in: lines[index], at: start) != nil { return (index, start) }
        }
        return nil
    }

    /// In a flow mapping: behind the first, between the same braces.
    private static func behind(_ row: Int, _ column: Int, _ key: String, _ lines: [[Unicode.Scalar]]) -> (
        row: Int, column: Int
    )? {
        var depth = 0
        var quote: Unicode.Scalar?
        var isAtStart = false
        var start = column + 1
        for index in row..<lines.count {
            for place in min(start, lines[index].count)..<lines[index].count {
                let scalar = lines[index][place]
                if let open = quote {
                    if scalar == open { quote = nil }
                    continue
                }
                if isAtStart, depth == 0, length(of: key, in: lines[index], at: place) != nil { return (index, place) }
                switch scalar {
                case "{", "[": depth += 1
                case "}", "]": depth -= 1
                case "\"", "'": quote = scalar
                default: break
                }
                if depth < 0 { return nil }
                if scalar != " " { isAtStart = scalar == "," }
            }
            start = 0
        }
        return nil
    }

    /// How many scalars `key` takes where it stands in a line, with its quotes; nil where it does not.
    private static func length(of key: String, in line: [Unicode.Scalar], at place: Int) -> Int? {
        for spelling in [key, "\"\(key)\"", "'\(key)'"] {
            let scalars = Array(spelling.unicodeScalars)
            let end = place + scalars.count
            guard !scalars.isEmpty, end <= line.count, line[place..<end].elementsEqual(scalars) else { continue }
            if line[end...].first(where: { $0 != " " }) == ":" { return scalars.count }
        }
        return nil
    }
}
