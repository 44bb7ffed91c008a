internal import Cards
internal import Diagnostics
internal import Guides

/// What `check` says of cards/: the designs, the sheets, and the ledger, in which no code may open nothing.
struct CardsCheck {
    let diagnostics: [Diagnostic]
    let texts: [String: String]

    /// - Parameter guidebook: Nil where the guides have errors; what the codes open is then not known.
    init(_ guidebook: Guidebook?, _ options: GuideOptions) {
        let ledger = options.cards + "/ledger.csv"
        var found = Ledger.check(ledger, against: guidebook.map { Ledger.Expectations($0) })
        var texts = [ledger: Ledger(at: ledger).text].filter { !$0.value.isEmpty }
        if let guidebook, let code = guidebook.guides.first?.code {
            let designs = DesignFolder(options.cards + "/designs", saying: guidebook.address(of: code))
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
