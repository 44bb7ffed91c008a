internal import Cards
internal import Diagnostics
internal import Foundation
internal import Guides
internal import Ledger
internal import LookupServer
internal import Publication
internal import Synchronization
internal import VersionRecords

/// What the daemon shows of printed cards: their pictures, and when they were printed.
///
/// A design or a ledger that cannot be read any more leaves what was read last, also over a restart.
final class CardsOnPaper: Sendable {
    private struct Drawn: Sendable {
        let content: CardContent
        let png: [UInt8]?
        /// Why there is no picture.
        let refusal: String?
    }

    private struct State {
        /// What the files of the designs and sheets looked like, and the address that they were checked with.
        var designs: TreeFingerprint?
        var address: String?
        /// The last one that could be read.
        var design: CardDesign?
        /// What is wrong with designs and sheets.
        var folderProblems: [Diagnostic] = []
        var drawn: [ShortCode: Drawn] = [:]
        var ledger: TreeFingerprint?
        var ledgerProblems: [Diagnostic] = []
        /// The longest ledger that was ever read whole, here or by the run before: lines are only ever added to it.
        var known: Ledger?
        var prints: [Ledger.Print] = []
        /// Never fewer: a code that was printed stays so, whatever becomes of the ledger.
        var codes: Set<ShortCode> = []
    }

    private let options: GuideOptions
    private let keeper: VersionKeeper?
    private let state = Mutex(State())

    private var designFolder: String { options.cards + "/designs" }
    private var ledgerPath: String { options.ledger }

    /// - Parameter keeper: Where the last good design and ledger outlive the program.
    init(_ options: GuideOptions, _ keeper: VersionKeeper?) {
        self.options = options
        self.keeper = keeper
    }

    /// Every code that is known to stand on paper.
    var printedCodes: Set<ShortCode> {
        state.withLock { state in
            readLedger(&state)
            return state.codes
        }
    }

    /// Draws the cards and reads the ledger; of what did not change since the last time, what is known is taken.
    ///
    /// - Returns: The cards, and what is wrong with them, with designs, sheets and the ledger.
    func all(_ guidebook: Guidebook) -> (cards: PrintedCards, problems: [Diagnostic]) {
        state.withLock { state in
            // All codes are equally long, so any guide's address will do.
            if let address = guidebook.issuedCodes.first.map({ guidebook.address(of: $0) }) {
                readDesigns(&state, saying: address)
            }
            let refused = draw(guidebook, &state)
            readLedger(&state)
            var dates: [ShortCode: ClosedRange<CalendarDate>] = [:]
            // Of cards that were called back nobody should think as of printed ones.
            for row in state.prints.lazy.filter({ !$0.isVoided }).map(\.row) {
                let known = dates[row.code] ?? row.date...row.date
                dates[row.code] = min(known.lowerBound, row.date)...max(known.upperBound, row.date)
            }
            return (
                PrintedCards(pictures: state.drawn.compactMapValues(\.png), dates: dates),
                state.folderProblems + refused + state.ledgerProblems
            )
        }
    }

    private func readDesigns(_ state: inout State, saying address: String) {
        let designs = TreeFingerprint(of: [designFolder, options.cards + "/sheets"])
        guard designs != state.designs || address != state.address else { return }
        (state.designs, state.address) = (designs, address)
        let folder = DesignFolder(designFolder, saying: address)
        state.folderProblems =
            (folder.diagnostics + SheetFolder(options.cards + "/sheets").diagnostics).filter { $0.severity == .error }
        let usual = PrintJob.usualDesign
        let name = "cards/designs/\(usual).yaml"
        if let design = folder.designs.first(where: { $0.stem == usual }) {
            state.design = design
            state.drawn = [:]
            if let text = folder.texts[design.path] { keeper?.keep(name, Array(text.utf8)) }
        } else if state.design == nil, folder.names.contains(usual), let kept = keeper?.version(named: name) {
            state.design = DesignFolder.design(
                String(decoding: kept, as: UTF8.self), stem: usual, path: "\(designFolder)/\(usual).yaml",
                saying: address)
        } else if !folder.names.contains(usual) {
            (state.design, state.drawn) = (nil, [:])
        }
    }

    /// The front of each card; returns what is wrong with those that have none.
    private func draw(_ guidebook: Guidebook, _ state: inout State) -> [Diagnostic] {
        // A picture of a code that leads nowhere is worse than none.
        guard let design = state.design, WebAddress.isAbsolute(guidebook.site.baseURL) else {
            state.drawn = [:]
            return []
        }
        let chosen = PrintSelection(
            guidebook: guidebook, names: [], items: false, field: nil, baseURL: nil, isTrial: false
        ).allCards
        var drawn: [ShortCode: Drawn] = [:]
        for card in chosen {
            if let known = state.drawn[card.code], known.content == card.content { drawn[card.code] = known }
        }
        let new = chosen.filter { drawn[$0.code] == nil }
        if !new.isEmpty, let renderer = try? CardRenderer(flowcharts: GuidebookFlowcharts(guidebook)) {
            for card in new { drawn[card.code] = CardsOnPaper.picture(of: card.content, design, by: renderer) }
        }
        state.drawn = drawn
        return chosen.compactMap { card in
            drawn[card.code]?.refusal.map { refusal in
                UnprintableCard.card(
                    refusal, design: design.stem, at: SourceLocation(file: "\(options.cards)/\(card.stem).yaml"))
            }
        }
    }

    private static func picture(of content: CardContent, _ design: CardDesign, by renderer: CardRenderer) -> Drawn {
        do throws(CardError) {
            let card = try renderer.render(content, design: design)
            return Drawn(content: content, png: card.sides.first?.png, refusal: nil)
        } catch {
            return Drawn(content: content, png: nil, refusal: error.problem.description)
        }
    }

    private func readLedger(_ state: inout State) {
        let fingerprint = TreeFingerprint(of: [ledgerPath])
        guard fingerprint != state.ledger else { return }
        let isFirst = state.ledger == nil
        state.ledger = fingerprint
        let ledger = Ledger(at: ledgerPath)
        let name = "cards/ledger.csv"
        if isFirst, let kept = keeper?.version(named: name) {
            state.known = Ledger(text: String(decoding: kept, as: UTF8.self), path: ledgerPath)
        }
        state.ledgerProblems = ledger.faults
        // Where the head went with it, nothing beside the ledger says that there was more.
        if state.ledgerProblems.isEmpty, let known = state.known, let loss = ledger.loss(since: known) {
            state.ledgerProblems = [loss]
        }
        if state.ledgerProblems.isEmpty, !ledger.rows.isEmpty {
            state.known = ledger
            keeper?.keep(name, Array(ledger.text.utf8))
        }
        // One that is gone, cut or broken leaves what was known of it.
        let isWhole = state.ledgerProblems.isEmpty || state.known == nil
        state.prints = (isWhole ? ledger : state.known ?? ledger).prints
        state.codes.formUnion(state.prints.map(\.row.code))
        state.codes.formUnion(ledger.prints.map(\.row.code))
    }
}
