internal import Guides
internal import Ledger

/// Every code that was ever given away: those of guides, of retired guides, those minted in advance, and of the ledger.
enum CodesInUse {
    static func all(_ guidebook: Guidebook, _ options: GuideOptions) -> Set<ShortCode> {
        guidebook.givenCodes.union(Ledger(at: options.cards + "/ledger.csv").rows.map(\.code))
    }
}
