internal import Cards
internal import Diagnostics
internal import Guides
internal import Ledger
internal import Publication

/// What `check` says of cards/: the designs, the sheets, the cards that could not be printed, and the ledger, in which
/// no code may open nothing.
struct CardsCheck {
    let diagnostics: [Diagnostic]
    let texts: [String: String]

    /// - Parameters:
    ///   - guides: What the check of the guides found; errors in some of them hide nothing here.
    ///   - charts: Knows which characters can be drawn; nil where no typeface is installed.
    init(_ guides: GuideLoader.Findings, _ options: GuideOptions, _ charts: ChartInspection?) {
        let designs = DesignFolder(options.cards + "/designs", saying: CardsCheck.address(guides))
        let sheets = SheetFolder(options.cards + "/sheets")
        diagnostics =
            designs.diagnostics + sheets.diagnostics
            + Publication.findings(
                of: guides, cards: options.loader.cardBook(guides), in: designs.designs, coverage: charts?.coverage,
                ledger: options.ledger, file: { "\(options.cards)/\($0.stem).yaml" })
        texts = [options.ledger: Ledger(at: options.ledger).text].filter { !$0.value.isEmpty }
            .merging(designs.texts) { first, _ in first }
            .merging(sheets.texts) { first, _ in first }
    }

    /// The longest address that a symbol has to say; one of usual length where site.yaml gives none.
    private static func address(_ guides: GuideLoader.Findings) -> String {
        let base = guides.site.map(\.baseURL).flatMap { WebAddress.isAbsolute($0) ? $0 : nil }
        let code = guides.addresses.owners.keys.min() ?? .standIn
        return (base ?? "https://www.example.gov.cn") + PageAddress.code(code).path
    }
}
