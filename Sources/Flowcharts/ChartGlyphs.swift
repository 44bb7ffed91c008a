package import Drawing
package import Guides

/// Finds the characters of charts that the typeface lacks, before anything is laid out.
///
/// Any thread may ask, and it is cheap where nothing lacks: a tree has millions of characters.
package struct ChartGlyphs: Sendable {
    package let coverage: GlyphCoverage

    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw charts with.
    package init() throws(DrawingError) { coverage = try GlyphCoverage() }

    /// What keeps the chart of an item from being drawn: each missing character once, in the order of the steps.
    package func faults(of item: Item) -> [DrawingError] {
        faults(in: ChartLabels.of(item.steps))
    }

    /// What keeps the chart of a roadmap from being drawn: each missing character once, in the order of the stages.
    package func faults(of roadmap: Roadmap) -> [DrawingError] {
        faults(in: ChartLabels.of(roadmap))
    }

    private func faults(in labels: [String]) -> [DrawingError] {
        let suspects = labels.filter { !coverage.covers($0) }
        guard !suspects.isEmpty, let measurer = try? TextMeasurer() else { return [] }
        var seen: Set<Character> = []
        return suspects.compactMap { label in
            guard let character = measurer.missingCharacter(in: label), seen.insert(character).inserted else {
                return nil
            }
            return .missingGlyph(character: character, text: label, name: FlowchartWords.flowchart)
        }
    }
}
