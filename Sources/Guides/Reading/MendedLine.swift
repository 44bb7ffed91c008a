internal import Diagnostics

/// A line while its slips are mended: its scalars, and which of them were put in.
struct MendedLine {
    let number: Int
    private(set) var scalars: [Unicode.Scalar]
    private(set) var position = 0
    /// The indices of scalars that the original has not, in order.
    private var inserted: [Int] = []

    init(_ line: Substring, number: Int) {
        self.number = number
        scalars = Array(line.unicodeScalars)
    }

    var text: String { String(String.UnicodeScalarView(scalars)) }
    var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }
    var current: Unicode.Scalar? { peek(0) }
    var previous: Unicode.Scalar? { peek(-1) }
    /// The last scalar that is not white space.
    var last: Unicode.Scalar? { scalars.last { !$0.properties.isWhitespace } }

    /// Whether a block scalar begins at its end: `内容: |`.
    var opensBlock: Bool {
        var rest = scalars[...]
        while let last = rest.last, last.properties.isWhitespace || "+-0123456789".unicodeScalars.contains(last) {
            rest.removeLast()
        }
        guard let sign = rest.popLast(), sign == "|" || sign == ">" else { return false }
        return rest.last == " "
    }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
    }

    /// The key of ours that begins so many scalars further on and is followed by a colon, a space or nothing.
    func key(from offset: Int) -> String? {
        let word = scalars[min(position + offset, scalars.count)...].prefix {
            !$0.properties.isWhitespace && $0.value > 0x7F && $0 != "＝" && !LookAlikes.colons.contains($0)
        }
        guard !word.isEmpty, word.count <= 16 else { return nil }
        let key = String(String.UnicodeScalarView(word))
        return KeyIndex.shared.isKey(key) ? key : nil
    }

    /// Whether the mark of an unfilled place of a template begins here.
    var isMark: Bool { current == "〔" && scalars[position...].starts(with: UnfilledTemplate.mark.unicodeScalars) }

    /// Whether a full-width comma here stands between two elements of a list, not inside a sentence.
    func behindComma() -> Bool {
        let before = scalars[..<position].reversed().prefix { !"[{,，".unicodeScalars.contains($0) }
        let after = scalars[(position + 1)...].prefix { !"]},，】］｝〕".unicodeScalars.contains($0) }
        let signs = "。；！？".unicodeScalars
        return before.count <= 20 && after.count <= 20 && !before.contains(where: signs.contains)
            && !after.contains(where: signs.contains)
    }

    /// The place in the original that the current position has.
    func place(in file: String) -> SourceLocation {
        SourceLocation(file: file, line: number, column: originalColumn(position + 1))
    }

    /// The column in the original, from 1, of a column of the mended line.
    func originalColumn(_ column: Int) -> Int {
        max(1, column - inserted.count { $0 < column - 1 })
    }

    mutating func advance(by count: Int = 1) { position += count }
    mutating func moveTo(_ place: Int) { position = place }
    mutating func skipSpaces() { while current == " " { position += 1 } }

    /// Puts `text` in the place of the current scalar, and stands behind it.
    mutating func replace(_ text: String) {
        let new = Array(text.unicodeScalars)
        scalars.replaceSubrange(position...position, with: new)
        if new.count > 1 { inserted += (position + 1)..<(position + new.count) }
        position += new.count
    }

    /// Puts `text` in front of the current scalar, and stands behind it.
    mutating func insert(_ text: String) {
        let new = Array(text.unicodeScalars)
        scalars.insert(contentsOf: new, at: position)
        inserted += position..<(position + new.count)
        position += new.count
    }

    /// Full-width spaces at the current place become half-width ones.
    mutating func replaceWideSpaces() {
        while let scalar = current, scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == " " {
            scalars[position] = " "
            position += 1
        }
    }
}
