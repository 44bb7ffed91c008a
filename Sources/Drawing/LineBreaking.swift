/// Breaks Chinese text, with ASCII words in it, into lines.
///
/// What never happens (GB/T 15834-2011, 避头尾; CLREQ §3.1.4):
/// - a line that starts with 。，、；：？！）》」』”’…％ and the like, or ends with （《「『“‘ and the like;
/// - a break inside an ASCII word, number, telephone number or host name, inside “——” or “……”, or beside a
///   no-break space or word joiner (U+2060), with which a text can keep its own words whole.
///
/// What is avoided as far as the width allows, in this order: more lines than necessary, a last line of a single
/// character, a break between a number and its unit or inside a known word, a break elsewhere than at punctuation,
/// ragged lines.
///
/// Widths come from the caller, in any unit, so the rules can be used and tested without a font.
package struct LineBreaking: Sendable {
    /// How the lines of one text relate to each other.
    package enum Shape: Sendable {
        /// Lines as full as good breaks allow: body text, set flush left.
        case full
        /// Lines of nearly the same width: labels in boxes, set centred.
        case even
    }

    private let words: [[Character]]

    /// - Parameter words: Words that a line's end should not split, if that can be avoided.
    package init(words: [String] = LineBreaking.commonWords) {
        self.words = words.map(Array.init).filter { $0.count > 1 }
    }

    /// The lines of a text, without the spaces at their ends; an empty text has one empty line.
    ///
    /// A line feed always breaks. A piece that may not be broken and is wider than `width` becomes a line of its
    /// own that is too wide: nothing is ever cut off here, and the caller must compare.
    ///
    /// - Parameters:
    ///   - text: The text; zero width spaces (U+200B) in it are places where a break is welcome.
    ///   - width: The width that a line may have.
    ///   - shape: Whether lines should be full or even.
    ///   - measure: The width of a string, in the unit of `width`.
    package func lines(
        of text: String, width: Double, shape: Shape = .full, measure: (String) -> Double
    ) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            lines(ofParagraph: Array(paragraph), width: width, shape: shape, measure: measure)
        }
    }

    private func lines(
        ofParagraph characters: [Character], width: Double, shape: Shape, measure: (String) -> Double
    ) -> [String] {
        let whole = Self.visible(characters[...])
        let wholeWidth = measure(whole)
        if wholeWidth <= width { return [whole] }

        let places = BreakPlaces(in: characters, words: words).all
        let first = cheapestBreaks(
            in: characters, places: places, width: width, target: width, measure: measure)
        guard shape == .even, first.count > 1 else { return first }
        // Even lines: the same number of lines, each as near as possible to its share of the whole.
        let share = wholeWidth / Double(first.count)
        return cheapestBreaks(
            in: characters, places: places, width: width, target: min(width, share), measure: measure)
    }

    /// The lines whose breaks cost least, found from the start: the best way to reach a place is the best way to
    /// an earlier one and one more line.
    private func cheapestBreaks(
        in characters: [Character], places: [BreakPlaces.Place], width: Double, target: Double,
        measure: (String) -> Double
    ) -> [String] {
        var best = [Way](repeating: Way(cost: .infinity, previous: 0, line: ""), count: places.count)
        best[0].cost = 0
        for start in places.indices.dropLast() where best[start].cost.isFinite {
            for end in places.indices.suffix(from: start + 1) {
                let line = Self.visible(characters[places[start].index..<places[end].index])
                let lineWidth = measure(line)
                let fits = lineWidth <= width
                // A piece that cannot be broken may stand alone though it is too wide; two pieces may not.
                guard fits || end == start + 1 else { break }

                var cost = best[start].cost + Cost.line + places[end].cost
                if !fits { cost += Cost.tooWide }
                let isLast = end == places.count - 1
                if !isLast || target < width {
                    let slack = (target - lineWidth) / width
                    cost += Cost.raggedness * slack * slack
                }
                if isLast, start > 0, Self.isSingleCharacter(line) { cost += Cost.singleCharacter }
                if cost < best[end].cost {
                    best[end] = Way(cost: cost, previous: start, line: line)
                }
                if !fits { break }
            }
        }
        var lines: [String] = []
        var end = places.count - 1
        while end > 0 {
            lines.append(best[end].line)
            end = best[end].previous
        }
        return lines.reversed()
    }

    private struct Way {
        var cost: Double
        var previous: Int
        var line: String
    }

    /// What a line stands for on paper: no spaces at its ends, no marks that only steer breaking.
    private static func visible(_ characters: ArraySlice<Character>) -> String {
        var line = characters.filter { $0 != "\u{200B}" && $0 != "\u{2060}" }[...]
        while line.first == " " { line.removeFirst() }
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    private static func isSingleCharacter(_ line: String) -> Bool {
        line.lazy.filter { !$0.isPunctuation && !$0.isWhitespace }.count <= 1
    }
}

/// What a break costs.
///
/// Only the order of magnitude matters: each step outweighs many of the next.
enum Cost {
    static let tooWide = 1e9
    static let line = 1e6
    static let singleCharacter = 1e5
    static let splitsNumber = 2_000.0
    static let splitsWord = 1_000.0
    static let insideQuotes = 150.0
    static let betweenCharacters = 300.0
    static let atSpace = 120.0
    static let atBracket = 80.0
    static let atPunctuation = 0.0
    static let raggedness = 600.0
}
