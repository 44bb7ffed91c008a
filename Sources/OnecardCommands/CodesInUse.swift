internal import Cards
internal import Guides

/// Every code that was ever given away: those of guides, of retired guides, and of the ledger.
enum CodesInUse {
    static func all(_ guidebook: Guidebook, _ options: GuideOptions) -> Set<ShortCode> {
        Set(guidebook.guides.map(\.code)).union(guidebook.retired.keys)
            .union(Ledger(at: options.cards + "/ledger.csv").rows.map(\.code))
    }
}
