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
        let doubtful = guides.filter { !titles.surelyFits($0.stem, hasGlyphs: coverage.covers($0.stem)) }
        guard doubtful.count > 200 else { return problems(of: doubtful, titles, design) }
        // Fonts belong to one thread, and loading them takes a while: few shares, each with its own.
        let size = (doubtful.count + 3) / 4
        let shares = stride(from: 0, to: doubtful.count, by: size).map { start in
            Array(doubtful[start..<min(start + size, doubtful.count)])
        }
        return try ParallelMap.map(shares) { share in
            Result { () throws(CardError) in problems(of: share, try CardFit().titles(in: design), design) }
        }.map { found throws(CardError) in try found.get() }.flatMap { $0 }
    }

    private static func problems(
        of guides: [(stem: String, path: String)], _ titles: CardFit.Titles, _ design: CardDesign
    ) -> [Diagnostic] {
        guides.compactMap { guide in
            titles.problem(with: guide.stem).map { problem in
                UnprintableCard.label(problem.description, design: design.stem, at: SourceLocation(file: guide.path))
            }
        }
    }
}
