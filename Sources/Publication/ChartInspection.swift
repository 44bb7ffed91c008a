package import Diagnostics
package import Drawing
internal import Flowcharts
package import Guides

/// Finds the charts that cannot be drawn, with the place of what is to blame.
package struct ChartInspection: Sendable {
    package let coverage: GlyphCoverage

    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw charts with.
    package init() throws(DrawingError) { coverage = try GlyphCoverage() }

    /// What of a file's chart has no glyph; on any thread, and cheap where all has.
    package func findings(in file: GuideFile) -> [Diagnostic] {
        // What no file says stands on no chart: mostly that is all there is to look at.
        guard file.kind == .item || file.kind == .roadmap, !coverage.covers(file.text) else { return [] }
        let labels = file.item.map { ChartLabels.of($0.steps) } ?? file.roadmap.map { ChartLabels.of($0) } ?? []
        let suspects = labels.filter { !coverage.covers($0) }
        guard !suspects.isEmpty, let measurer = try? TextMeasurer() else { return [] }
        var seen: Set<Character> = []
        return suspects.compactMap { label in
            guard let character = measurer.missingCharacter(in: label), seen.insert(character).inserted else {
                return nil
            }
            return ChartInspection.finding(character, in: label, of: file)
        }
    }

    /// What a loaded site found, with its places in the files.
    ///
    /// - Parameter file: Gives the file of a guide as it is on disk.
    package static func findings(
        for faults: [GuidebookSources.Source: DrawingError], file: (GuidebookSources.Source) -> GuideFile?
    ) -> [Diagnostic] {
        faults.map { source, error in
            guard let file = file(source) else {
                return MissingGlyph.undrawable(error.description, at: SourceLocation(file: source.stem))
            }
            guard case .missingGlyph(let character, let text, _) = error else {
                return MissingGlyph.undrawable(error.description, at: SourceLocation(file: file.path))
            }
            return finding(character, in: text, of: file)
        }.sorted()
    }

    private static func finding(_ character: Character, in label: String, of file: GuideFile) -> Diagnostic {
        // Marks for line breaking are ours.
        let words = label.replacing("\u{200B}", with: "").replacing("\u{A0}", with: " ")
        return MissingGlyph.finding(
            character, in: words, at: file.place(of: character, under: file.kind == .item ? "办理流程" : "阶段"))
    }
}
