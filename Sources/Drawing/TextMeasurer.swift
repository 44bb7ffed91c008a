/// Measures text of the one typeface without drawing it.
///
/// Hinting is off, so a text at twice the size is twice as wide. Every full-width punctuation mark counts as full
/// width: a browser that sets the text in a font of its own will not need more. Not `Sendable`: Pango's objects belong
/// to one thread. Make one where it is needed (about 5 ms for the first on a thread) and use it for many texts.
package final class TextMeasurer {
    private struct Key: Hashable {
        var text: String
        var weight: FontWeight
    }

    private let fonts: FontContext
    /// Widths in em; the same pieces come back again and again while lines are being broken.
    private var widths: [Key: Double] = [:]

    /// - Throws: `DrawingError.fontNotInstalled` where the typeface is missing.
    package init() throws(DrawingError) {
        fonts = try FontContext()
    }

    /// The width of a text on one line.
    ///
    /// - Parameters:
    ///   - text: The text; a line feed in it counts as a space.
    ///   - size: The size of one em in pixels, or in any other unit.
    ///   - weight: The weight.
    /// - Returns: The advance width, in the unit of `size`.
    package func width(of text: String, size: Double, weight: FontWeight = .regular) -> Double {
        let key = Key(text: text, weight: weight)
        if let width = widths[key] { return width * size }
        let width = fonts.line(text, weight: weight, squeezed: false).advance
        widths[key] = width
        return width * size
    }

    /// The text broken into lines of at most `width`, see `LineBreaking`.
    ///
    /// A piece that may not be broken stays whole even if it is wider: compare with `width(of:size:weight:)`.
    package func lines(
        of text: String, width: Double, size: Double, weight: FontWeight = .regular, shape: LineBreaking.Shape = .full,
        breaking: LineBreaking = LineBreaking()
    ) -> [String] {
        breaking.lines(of: text, width: width, shape: shape) { self.width(of: $0, size: size, weight: weight) }
    }

    /// The first character that the typeface has no glyph for, or nil: it would be drawn as a box (tofu).
    package func missingCharacter(in text: String) -> Character? {
        FontWeight.allCases.lazy.compactMap { [fonts] in
            fonts.missingCharacter(in: text, weight: $0, squeezed: false)
        }.first
    }

    /// Makes sure that every character of a text can be drawn.
    ///
    /// - Parameter name: What the text is, for the message: 标题, 环节名称.
    /// - Throws: `DrawingError.missingGlyph`, which names the character and the text.
    package func checkGlyphs(of text: String, named name: String) throws(DrawingError) {
        if let character = missingCharacter(in: text) {
            throw .missingGlyph(character: character, text: text, name: name)
        }
    }
}
