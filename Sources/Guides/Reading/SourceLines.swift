/// The lines of a text, counted as YAML and editors count them.
struct SourceLines {
    private let lines: [Substring]

    init(_ text: String) {
        // "\r\n" is one character, and so one line break.
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    var count: Int { lines.count }

    /// The scalars of a line, from 1; nothing where the text has no such line.
    subscript(number: Int) -> Substring.UnicodeScalarView {
        (lines.indices.contains(number - 1) ? lines[number - 1] : "").unicodeScalars
    }
}
