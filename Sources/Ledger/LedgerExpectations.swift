package import Guides

/// What the printed codes must still lead to.
package struct LedgerExpectations: Sendable {
    /// Who has each code that opens something: guides, retired and reserved ones.
    package var owners: [ShortCode: CodeOwner]
    /// The beginnings of addresses that site.yaml lists as its own, 网址 and 曾用网址, without a final slash.
    package var bases: Set<String>
    /// The day that ready-made lines say.
    package var today: CalendarDate

    package init(owners: [ShortCode: CodeOwner], bases: Set<String>, today: CalendarDate = .today) {
        self.owners = owners
        self.bases = bases
        self.today = today
    }

    package init(owners: [ShortCode: CodeOwner], site: Site, today: CalendarDate = .today) {
        self.init(owners: owners, bases: Set([site.baseURL] + site.formerURLs), today: today)
    }
}
