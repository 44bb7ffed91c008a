internal import Cards
internal import Diagnostics
internal import Guides
internal import Ledger

/// What `check` says of cards/: the designs, the sheets, and the ledger, in which no code may open nothing.
struct CardsCheck {
    let diagnostics: [Diagnostic]
    let texts: [String: String]

    /// - Parameter guides: What the check of the guides found; where they have errors, what the codes open is not known.
    init(_ guides: GuideLoader.Findings, _ options: GuideOptions) {
        let ledger = options.cards + "/ledger.csv"
        let site = guides.site
        let expectations = guides.codes.flatMap { codes in
            site.map { site in
                Ledger.Expectations(
                    codes: codes,
                    hosts: Set(([site.baseURL] + site.formerURLs).compactMap(WebAddress.host(of:))))
            }
        }
        var found = Ledger.check(ledger, against: expectations)
        var texts = [ledger: Ledger(at: ledger).text].filter { !$0.value.isEmpty }
        if let site, let code = guides.codes?.min() {
            let designs = DesignFolder(options.cards + "/designs", saying: site.baseURL + PageAddress.code(code).path)
            found += designs.diagnostics
            texts.merge(designs.texts) { first, _ in first }
        }
        let sheets = SheetFolder(options.cards + "/sheets")
        found += sheets.diagnostics
        texts.merge(sheets.texts) { first, _ in first }
        diagnostics = found
        self.texts = texts
    }
}
