package import Diagnostics
package import Drawing
internal import Flowcharts
package import Guides

/// Finds the charts that cannot be drawn, with the place of what is to blame.
package struct ChartInspection: Sendable {
    private let glyphs: ChartGlyphs

    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw charts with.
    package init() throws(DrawingError) { glyphs = try ChartGlyphs() }

    package var coverage: GlyphCoverage { glyphs.coverage }

    /// What of a file's chart has no glyph; on any thread, and cheap where all has.
    package func findings(in file: GuideFile) -> [Diagnostic] {
        guard let key = ChartInspection.key(of: file.kind) else { return [] }
        // What does not stand there stands on no chart: mostly that is all there is to look at.
        guard !file.allWords(under: key, are: coverage.covers) else { return [] }
        let faults = file.item.map { glyphs.faults(of: $0) } ?? file.roadmap.map { glyphs.faults(of: $0) } ?? []
        return faults.map { ChartInspection.finding($0, of: file) }
    }

    /// What keeps a chart from being drawn, at its place in the guide's file.
    static func finding(_ fault: DrawingError, of file: GuideFile) -> Diagnostic {
        guard case .missingGlyph(let character, let label, _) = fault else {
            return MissingGlyph.undrawable(fault.description, at: SourceLocation(file: file.path))
        }
        // Marks for line breaking are ours.
        let words = label.replacing("\u{200B}", with: "").replacing("\u{A0}", with: " ")
        return MissingGlyph.finding(
            character, in: words,
            at: ChartInspection.key(of: file.kind).map { file.place(of: character, under: $0) }
                ?? SourceLocation(file: file.path))
    }

    /// Under which key of a file all words of its chart stand; nil for kinds without one.
    private static func key(of kind: FileKind) -> String? {
        switch kind {
        case .item: "办理流程"
        case .roadmap: "阶段"
        default: nil
        }
    }
}
