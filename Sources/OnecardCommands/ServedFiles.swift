internal import Diagnostics
internal import Guides
internal import LookupServer
internal import Publication
internal import VersionRecords

/// The files behind a daemon: loads what of them can be served, and keeps it for the next start.
final class ServedFiles: Sendable {
    private let address: BaseURLOption
    private let loader: GuideLoader
    private let paper: CardsOnPaper
    private let keeper: VersionKeeper?
    /// The day that a preview shows; nil for the day that it is.
    private let today: CalendarDate?
    private let isPreview: Bool

    /// - Parameters:
    ///   - today: The day that a preview shows; nil for the day that it is.
    ///   - isPreview: Whether pages are shown also while site.yaml has errors, with what can be read of it.
    ///   - keeper: Where good versions outlive the program; nil for a daemon that keeps nothing.
    init(
        _ options: GuideOptions, _ address: BaseURLOption, today: CalendarDate? = nil, isPreview: Bool = false,
        keeper: VersionKeeper?
    ) {
        self.isPreview = isPreview
        self.address = address
        self.today = today
        self.keeper = keeper
        loader = GuideLoader(
            guides: options.guides, cards: options.cards, memory: LoadMemory { keeper?.versions ?? [] })
        paper = CardsOnPaper(options, keeper)
    }

    /// What became of the files.
    struct Loaded {
        let settled: GuideLoader.Settled
        /// Nil where nothing can be served.
        let guidebook: Guidebook?
        let cards: PrintedCards
        /// What is wrong with designs, sheets, cards' pictures and the ledger: it costs no page.
        let warnings: [Diagnostic]

        var work: ReloadWork.Loaded {
            .init(guidebook: guidebook, diagnostics: settled.errors, warnings: warnings, cards: cards)
        }

        var problems: [LiveSite.Problem] { work.problems }
    }

    /// - Parameter changed: Paths that may have changed since the last load; nil where any may.
    func load(_ changed: Set<String>?) -> Loaded {
        let settled = loader.settle(
            changed: changed, printed: paper.printedCodes, today: today ?? .today, doesWithoutSite: isPreview)
        let guidebook = settled.guidebook.map(address.applied)
        let found = guidebook.map(paper.all) ?? (cards: PrintedCards(), problems: [])
        return Loaded(settled: settled, guidebook: guidebook, cards: found.cards, warnings: found.problems)
    }

    /// Which charts cannot be drawn, with their places.
    func chartProblems(_ publication: Publication) -> [LiveSite.Problem] {
        publication.findings(in: loader.file).map { LiveSite.Problem($0) }
    }

    /// Keeps what was loaded last.
    func keep() { keeper?.keep(loader) }

    /// Brings the second copy of what is kept up to date: after the start and each reload, when nobody waits.
    func copyKept() { keeper?.copy() }
}
