internal import Diagnostics

/// Says why a line does not fit where it stands, when YAML could not read it.
enum IndentationCheck {
    /// What libyaml says when a line's indentation is wrong.
    static let problems: Set<String> = [
        "mapping values are not allowed in this context", "did not find expected key",
        "did not find expected '-' indicator", "block sequence entries are not allowed in this context",
        "could not find expected ':'", "did not find expected <document start>",
    ]

    /// A line that begins with one of our keys.
    private struct KeyLine {
        let key: String
        /// Where the key stands, from 0, behind the dashes of a list.
        let column: Int
        let hasValue: Bool
        let hasDash: Bool
    }

    /// The finding about line `number`; nil where its indentation looks right.
    static func finding(line number: Int, in text: String, file: String) -> Diagnostic? {
        let lines = SourceLines(text)
        guard number >= 1, let wrong = keyLine(lines[number]) else { return nil }
        var open: [KeyLine] = []
        var block: Int?
        for index in 1..<number {
            let line = lines[index]
            let indent = line.prefix { $0 == " " }.count
            if let outer = block {
                if indent > outer || line.allSatisfy(\.properties.isWhitespace) { continue }
                block = nil
            }
            if MendedLine(Substring(line), number: index).opensBlock { block = indent }
            guard let key = keyLine(line) else { continue }
            open.removeAll { $0.column >= key.column }
            open.append(key)
        }
        guard let above = open.last, wrong.column > 0 else { return nil }
        let place = SourceLocation(file: file, line: number, column: wrong.column + 1)
        if wrong.column > above.column {
            guard above.hasValue else { return nil }
            return WrongIndentation.belowValue(above.key, above.column, at: place)
        }
        guard !open.contains(where: { $0.column == wrong.column }) else { return nil }
        // Of two equally near ones, the inner.
        guard let near = open.reversed().min(by: { abs($0.column - wrong.column) < abs($1.column - wrong.column) })
        else { return nil }
        return WrongIndentation.notAligned(wrong.column, with: near.key, near.column, at: place)
    }

    private static func keyLine(_ line: Substring.UnicodeScalarView) -> KeyLine? {
        var mended = MendedLine(Substring(line), number: 1)
        mended.skipSpaces()
        var hasDash = false
        while mended.current == "-", mended.peek(1) == " " {
            mended.advance()
            mended.skipSpaces()
            hasDash = true
        }
        let column = mended.position
        guard let key = mended.key(from: 0) else { return nil }
        mended.advance(by: key.unicodeScalars.count)
        guard mended.current == ":" else { return nil }
        mended.advance()
        mended.skipSpaces()
        return KeyLine(
            key: key, column: column, hasValue: !(mended.current == nil || mended.current == "#"), hasDash: hasDash)
    }
}
