/// The lines of a text, as YAML counts them.
struct SourceLines {
    private let lines: [Substring]

    init(_ text: String) {
        // `TextDecoding` left no other line breaks.
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    var count: Int { lines.count }

    /// The scalars of a line, from 1; nothing where the text has no such line.
    subscript(number: Int) -> Substring.UnicodeScalarView {
        (lines.indices.contains(number - 1) ? lines[number - 1] : "").unicodeScalars
    }
}
