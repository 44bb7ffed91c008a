internal import Drawing

/// A list of one thing a line that is too long for its place, and says so: never cut without a word.
struct ShortenedList {
    private let lines: [Substring]

    /// Nil for a text that is no list.
    init?(_ text: String) {
        lines = text.split(separator: "\n")
        guard lines.count > 1 else { return nil }
    }

    /// The list as long as it can be set; nil where not even its first line has room beside the count of the others.
    func longest(_ set: (String) throws(DrawingError) -> TextBlock) throws(DrawingError) -> TextBlock? {
        var best: TextBlock?
        // Between a length that fits and one that does not.
        var fits = 0, tooLong = lines.count
        while tooLong - fits > 1 {
            let middle = (fits + tooLong) / 2
            do throws(DrawingError) {
                best = try set(shortened(to: middle))
                fits = middle
            } catch {
                guard case .textTooHigh = error else { throw error }
                tooLong = middle
            }
        }
        return best
    }

    /// So many lines, and how many things stand in the others.
    func shortened(to count: Int) -> String {
        var kept = lines[..<count]
        // A heading without anything below it says nothing.
        while kept.count > 1, let last = kept.last, !isEntry(last) { kept.removeLast() }
        let left = lines[kept.endIndex...].count { isEntry($0) }
        return (kept + ["……另有\(left)项，扫码看全部"]).joined(separator: "\n")
    }

    /// Headings of a list begin otherwise than its entries.
    private func isEntry(_ line: Substring) -> Bool { Self.mark(line) == lines.last.map(Self.mark) }

    private static func mark(_ line: Substring) -> Character? {
        let first = line.first { !$0.isWhitespace }
        return first.map { $0.isASCII && $0.isNumber ? "0" : $0 }
    }
}
