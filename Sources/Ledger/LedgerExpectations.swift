package import Guides

/// What the printed codes must still lead to.
package struct LedgerExpectations: Sendable {
    /// Who has each code that opens something: guides, retired and reserved ones.
    package var owners: [ShortCode: CodeOwner]
    /// The beginnings of addresses that site.yaml lists as its own, 网址 and 曾用网址, without a final slash; nil where it
    /// cannot be read.
    package var bases: Set<String>?
    /// The files of guides that could not be read, by their paths under guides/: which codes they have nobody knows.
    package var illegible: Set<String> = []
    /// The day that ready-made lines say.
    package var today: CalendarDate

    package init(owners: [ShortCode: CodeOwner], bases: Set<String>?, today: CalendarDate = .today) {
        self.owners = owners
        self.bases = bases
        self.today = today
    }

    package init(
        owners: [ShortCode: CodeOwner], site: Site?, illegible: Set<String> = [], today: CalendarDate = .today
    ) {
        self.init(owners: owners, bases: site.map { Set([$0.baseURL] + $0.formerURLs) }, today: today)
        self.illegible = illegible
    }
}
