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
        let ledger = options.ledger
        // Where there is not one file, the folder is another one than was meant.
        let expectations: Ledger.Expectations? =
            guides.fileCount == 0
            ? nil
            : Ledger.Expectations(owners: guides.owners, site: guides.site, illegible: guides.illegible)
        var found = Ledger.check(ledger, against: expectations)
        var texts = [ledger: Ledger(at: ledger).text].filter { !$0.value.isEmpty }
        let designs = DesignFolder(options.cards + "/designs", saying: CardsCheck.address(guides))
        found += designs.diagnostics
        texts.merge(designs.texts) { first, _ in first }
        let sheets = SheetFolder(options.cards + "/sheets")
        found += sheets.diagnostics
        texts.merge(sheets.texts) { first, _ in first }
        if let charts {
            // Without a barcode reader or typeface `print` says what is missing; the files are none the worse for it.
            found += (try? CardsCheck.unprintable(guides, options, designs.designs, charts)) ?? []
        }
        diagnostics = found
        self.texts = texts
    }

    /// The longest address that a symbol has to say; one of usual length where site.yaml gives none.
    private static func address(_ guides: GuideLoader.Findings) -> String {
        let base = guides.site.map(\.baseURL).flatMap { WebAddress.isAbsolute($0) ? $0 : nil }
        let code = guides.owners.keys.min()?.text ?? "00000"
        return (base ?? "https://www.example.gov.cn") + PageAddress.codePrefix + code
    }

    private static func unprintable(
        _ guides: GuideLoader.Findings, _ options: GuideOptions, _ designs: [CardDesign], _ charts: ChartInspection
    ) throws(CardError) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let design = designs.first(where: { $0.stem == PrintJob.usualDesign }),
            let guidebook = options.loader.cardBook(guides)
        {
            found += try CardInspection.cards(of: guidebook, in: design) { "\(options.cards)/\($0.stem).yaml" }
        }
        if let design = designs.first(where: { $0.stem == PrintJob.labelDesign }) {
            found += try CardInspection.labels(of: guides.items, in: design, coverage: charts.coverage)
        }
        return found
    }
}
