package import Guides

/// What the printed codes must still lead to.
package struct LedgerExpectations: Sendable {
    /// Where the site has pages, and who has each code.
    package var addresses: SiteAddresses
    /// The files of guides that could not be read, by their paths under guides/: which codes they have nobody knows.
    package var illegible: Set<String> = []
    /// The day that ready-made lines say.
    package var today: CalendarDate

    package init(_ addresses: SiteAddresses, illegible: Set<String> = [], today: CalendarDate = .today) {
        self.addresses = addresses
        self.illegible = illegible
        self.today = today
    }

    var owners: [ShortCode: CodeOwner] { addresses.owners }
    var bases: Set<String>? { addresses.bases }
}
