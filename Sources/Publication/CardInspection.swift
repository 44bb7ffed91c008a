internal import Cards
internal import Diagnostics
internal import Drawing
internal import Guides

/// Finds the cards that could not be printed, before anybody prints them.
enum CardInspection {
    /// What is wrong with cards that have a file of their own, in the design that they are mostly printed in.
    ///
    /// - Parameters:
    ///   - guidebook: The cards, and at least the guides that they open.
    ///   - file: The path of a card's file.
    static func cards(
        of guidebook: Guidebook, in design: CardDesign, file: (Card) -> String
    ) throws(CardError) -> [Diagnostic] {
        guard !guidebook.cards.isEmpty else { return [] }
        let fit = try CardFit()
        return guidebook.cards.flatMap { card -> [Diagnostic] in
            guard let content = CardContent(card, in: guidebook) else { return [] }
            return fit.problems(of: content, in: design).map { problem in
                UnprintableCard.card(problem.description, design: design.stem, at: SourceLocation(file: file(card)))
            }
        }
    }

    /// The guides whose names have no room on the labels at counters.
    ///
    /// - Parameter guides: Their stems, and the paths of their files.
    static func labels(
        of guides: [(stem: String, path: String)], in design: CardDesign, coverage: GlyphCoverage
    ) throws(CardError) -> [Diagnostic] {
        guard !guides.isEmpty else { return [] }
        let titles = try CardFit().titles(in: design)
        return guides.compactMap { guide in
            titles.problem(with: guide.stem, hasGlyphs: coverage.covers(guide.stem)).map { problem in
                UnprintableCard.label(problem.description, design: design.stem, at: SourceLocation(file: guide.path))
            }
        }
    }
}
