internal import Cards
internal import Guides
internal import Ledger
internal import LookupServer
internal import Synchronization

/// What the daemon shows of printed cards: their pictures, and when they were printed.
final class CardsOnPaper: Sendable {
    private struct Drawn: Sendable {
        let content: CardContent
        let png: [UInt8]?
    }

    private struct State {
        /// What the files of the designs and of the ledger looked like.
        var designs: TreeFingerprint?
        var ledger: TreeFingerprint?
        var drawn: [ShortCode: Drawn] = [:]
        var dates: [ShortCode: ClosedRange<CalendarDate>] = [:]
    }

    private let options: GuideOptions
    private let state = Mutex(State())

    init(_ options: GuideOptions) { self.options = options }

    /// Draws the cards and reads the ledger; of what did not change since the last time, what is known is taken.
    func all(_ guidebook: Guidebook) -> PrintedCards {
        state.withLock { state in
            draw(guidebook, &state)
            readLedger(&state)
            return PrintedCards(pictures: state.drawn.compactMapValues(\.png), dates: state.dates)
        }
    }

    /// The front of each card; a card that cannot be drawn has none, and `print` says why.
    private func draw(_ guidebook: Guidebook, _ state: inout State) {
        let designs = TreeFingerprint(of: [options.cards + "/designs"])
        if designs != state.designs { state.drawn = [:] }
        state.designs = designs
        let selection = PrintSelection(
            guidebook: guidebook, names: [], items: false, field: nil, baseURL: nil, isTrial: false)
        let chosen = selection.allCards
        let old = state.drawn
        var drawn: [ShortCode: Drawn] = [:]
        for card in chosen {
            if let known = old[card.code], known.content == card.content { drawn[card.code] = known }
        }
        let new = chosen.filter { drawn[$0.code] == nil }
        defer { state.drawn = drawn }
        // All codes are equally long, so any guide's address will do.
        guard !new.isEmpty, let address = guidebook.issuedCodes.first.map({ guidebook.address(of: $0) }) else { return }
        let folder = DesignFolder(options.cards + "/designs", saying: address, only: PrintJob.usualDesign)
        guard let design = folder.designs.first, let renderer = try? CardRenderer() else { return }
        for card in new {
            let png = (try? renderer.render(card.content, design: design))?.sides.first?.png
            drawn[card.code] = Drawn(content: card.content, png: png)
        }
    }

    /// By code, the days of its oldest and its newest row in the ledger.
    private func readLedger(_ state: inout State) {
        let ledger = TreeFingerprint(of: [options.cards + "/ledger.csv"])
        guard ledger != state.ledger else { return }
        state.ledger = ledger
        state.dates = [:]
        for row in Ledger(at: options.cards + "/ledger.csv").rows {
            let known = state.dates[row.code] ?? row.date...row.date
            state.dates[row.code] = min(known.lowerBound, row.date)...max(known.upperBound, row.date)
        }
    }
}
