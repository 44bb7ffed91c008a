/// Sets text into its place: breaks it into lines, aligns it, and refuses what has no glyph or does not fit.
///
/// Text is measured at one fixed size whatever the resolution is, so that lines break at the same places in print
/// and in a preview. Not `Sendable`: Pango's objects belong to one thread.
package final class Typesetter {
    let fonts: FontContext
    private let breaking: LineBreaking
    /// Where ink lies, from the pen's place before the text and from the baseline.
    private struct Ink {
        var start: Double
        var width: Double
        var top: Double
        var height: Double
    }

    /// - Throws: `DrawingError.fontNotInstalled` where the typeface is missing.
    package init(breaking: LineBreaking = LineBreaking()) throws(DrawingError) {
        fonts = try FontContext()
        self.breaking = breaking
    }

    /// Loads what the first text needs, so that it need not be loaded then.
    package func loadTypeface() {
        for weight in FontWeight.allCases { _ = fonts.line("投资项目服务一卡通 0123456789", weight: weight, squeezed: true) }
    }

    /// The text in its place.
    ///
    /// Where nothing is printed outside an edge it is aligned to, ink meets the edge: a large title then stands
    /// exactly above the small text below it, though its characters have wider margins of their own.
    ///
    /// - Parameters:
    ///   - text: A line feed in it always breaks.
    ///   - name: What the text is, for messages: 标题, 第 1 步.
    ///   - style: How it looks.
    ///   - frame: Its place.
    ///   - smallest: The size in points down to which a text may shrink, in steps of half a point, to fit its place;
    ///     nil for the style's own.
    /// - Throws: `DrawingError.missingGlyph`, `.textTooWide` or `.textTooHigh`.
    package func set(
        _ text: String, named name: String, style: TextStyle, in frame: TextFrame, smallest: Double? = nil
    ) throws(DrawingError) -> TextBlock {
        let missing = fonts.missingCharacter(
            in: text, weight: style.weight, tracking: style.tracking, squeezed: true)
        if let character = missing {
            throw .missingGlyph(character: character, text: text, name: name)
        }
        var style = style, frame = frame
        let height = Double(frame.lineLimit - 1) * style.leading
        if frame.lineLimit == 1, !text.contains("\n"), let smallest {
            // On one line there is nothing to break: sizes that are too wide need no closer look.
            while style.size - 0.5 >= smallest, measure(text, style).width > frame.width { style.shrink() }
        }
        while true {
            do throws(DrawingError) {
                return try fitted(text, named: name, style: style, in: frame)
            } catch {
                guard let smallest, style.size - 0.5 >= smallest else { throw error }
                style.shrink()
                // Smaller lines are closer: more of them have room.
                frame.lineLimit = 1 + Int(height / style.leading + 1e-6)
            }
        }
    }

    /// Whether a text has its place in the smallest size that `set` tries, found out by laying it out once.
    ///
    /// Then `set` finds a size for it; where it has none, only `set` knows why.
    package func fitsSmallest(
        _ text: String, style: TextStyle, in frame: TextFrame, smallest: Double?
    ) -> Bool {
        guard
            fonts.missingCharacter(in: text, weight: style.weight, tracking: style.tracking, squeezed: true) == nil
        else { return false }
        var style = style, frame = frame
        let height = Double(frame.lineLimit - 1) * style.leading
        while let smallest, style.size - 0.5 >= smallest { style.shrink() }
        // As in `set`: smaller lines are closer, so that more of them have room.
        if height > 0 { frame.lineLimit = max(frame.lineLimit, 1 + Int(height / style.leading + 1e-6)) }
        return (try? fitted(text, named: "", style: style, in: frame)) != nil
    }

    private func fitted(
        _ text: String, named name: String, style: TextStyle, in frame: TextFrame
    ) throws(DrawingError) -> TextBlock {
        let lines = broken(text, style, in: frame)
        let widest = lines.map { $0.indent + measure($0.text, style).width }.max() ?? 0
        // An entry's mark and its words are measured apart.
        guard widest <= frame.width + 0.01 else {
            throw .textTooWide(text: text, name: name, excess: widest - frame.width)
        }
        guard lines.count <= frame.lineLimit else {
            let missing = Double(lines.count - frame.lineLimit)
            // A text for one line is thought of as too wide, not as too high.
            if frame.lineLimit == 1, !text.contains("\n") {
                throw .textTooWide(text: text, name: name, excess: measure(text, style).width - frame.width)
            }
            throw .textTooHigh(text: text, name: name, excess: missing * style.leading * millimetresPerPoint)
        }
        return TextBlock(
            style: style,
            lines: lines.enumerated().map { number, line in
                place(
                    line.text, style, in: frame, indent: line.indent,
                    baseline: frame.baseline + Double(number) * style.leading * millimetresPerPoint)
            })
    }

    /// The lines of a text, and how far right of the frame's edge each begins: what goes on in the next line of a
    /// list's entry stands below its words, not below its mark.
    private func broken(_ text: String, _ style: TextStyle, in frame: TextFrame) -> [(text: String, indent: Double)] {
        func lines(_ text: String, _ width: Double) -> [String] {
            breaking.lines(of: text, width: width) { measure($0, style).width }
        }
        guard frame.alignment == .left, frame.lineLimit > 1 else { return lines(text, frame.width).map { ($0, 0) } }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            guard let mark = ListMark.prefix(of: paragraph) else {
                return lines(String(paragraph), frame.width).map { (text: $0, indent: 0.0) }
            }
            // The mark's ink, not its square, begins at the edge.
            let indent = advance(String(mark), style) - measure(String(mark), style).start
            let words = lines(String(paragraph[mark.endIndex...]), frame.width - indent)
            return words.enumerated().map { number, line in
                number == 0 ? (text: mark + line, indent: 0.0) : (text: line, indent: indent)
            }
        }
    }

    private func place(
        _ text: String, _ style: TextStyle, in frame: TextFrame, indent: Double, baseline: Double
    ) -> TextBlock.Line {
        let ink = measure(text, style), width = ink.width
        let inkX =
            switch frame.alignment {
            case .left: frame.x + indent
            case .centre: frame.x + (frame.width - width) / 2
            case .right: frame.maxX - width
            }
        return TextBlock.Line(
            text: text, x: inkX - ink.start, baseline: baseline, inkX: inkX, inkWidth: width, inkY: baseline + ink.top,
            inkHeight: ink.height)
    }

    /// From the pen's place before a text to its place after it, in millimetres.
    private func advance(_ text: String, _ style: TextStyle) -> Double {
        fonts.line(text, weight: style.weight, tracking: style.tracking, squeezed: true).advance * style.size
            * millimetresPerPoint
    }

    /// In millimetres.
    private func measure(_ text: String, _ style: TextStyle) -> Ink {
        let em = style.size * millimetresPerPoint
        let line = fonts.line(text, weight: style.weight, tracking: style.tracking, squeezed: true)
        return Ink(
            start: line.inkStart * em, width: line.inkWidth * em, top: line.inkTop * em, height: line.inkHeight * em)
    }
}

extension TextStyle {
    /// Half a point smaller, the lines closer by as much.
    fileprivate mutating func shrink() {
        leading *= (size - 0.5) / size
        size -= 0.5
    }
}
