/// Goes through a text along the marks that libyaml gives, which only ever go on.
///
/// In all it takes as long as the text is long, however many marks stand on one line.
struct MarkCursor {
    private var rest: Substring.UnicodeScalarView
    private var (line, column) = (1, 1)

    init(_ text: String) { rest = text[...].unicodeScalars }

    /// What stands at a mark; nil at the text's end, and before the mark that was asked for last.
    mutating func scalar(at mark: MarkedNode.Mark) -> Unicode.Scalar? {
        while line < mark.line || (line == mark.line && column < mark.column), let scalar = rest.popFirst() {
            guard MarkCursor.isBreak(scalar) else {
                column += 1
                continue
            }
            if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
            (line, column) = (line + 1, 1)
        }
        return line == mark.line && column == mark.column ? rest.first : nil
    }

    /// Whether libyaml counts a line here.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
