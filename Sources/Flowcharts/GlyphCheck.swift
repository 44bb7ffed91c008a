package import Drawing
package import Guides

/// Finds characters in flows that cannot be drawn, before anything is laid out; texts whose characters all were seen
/// before need not be measured again.
package struct GlyphCheck: Sendable {
    private var known: Set<Character> = []

    package init() {}

    /// - Throws: `DrawingError.missingGlyph` where the typeface lacks a character of a label.
    package mutating func check(_ steps: [FlowStep], measuring measurer: TextMeasurer) throws(DrawingError) {
        for step in steps {
            for text in FlowchartTexts.labels(of: step) where !known.isSuperset(of: text) {
                try measurer.checkGlyphs(of: text, named: FlowchartWords.flowchart)
                known.formUnion(text)
            }
        }
    }
}
