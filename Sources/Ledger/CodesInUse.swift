package import Guides

/// Every code that was ever given away: those of guides, of retired guides, those minted in advance, and of the ledger.
package enum CodesInUse {
    /// - Parameter ledger: The ledger's file.
    package static func all(_ guidebook: Guidebook, ledger: String) -> Set<ShortCode> {
        guidebook.givenCodes.union(Ledger(at: ledger).rows.map(\.code))
    }
}
