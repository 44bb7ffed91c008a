internal import Guides

/// What all pages are made from.
struct SiteContext: Sendable {
    let guidebook: Guidebook
    /// The day for which pages are made: deadlines are counted from it, and policies expire by it.
    let today: CalendarDate
    let charts: Charts
    /// By code, when its oldest and its newest cards were printed.
    let printDates: [ShortCode: ClosedRange<CalendarDate>]

    /// The codes of which there is a picture of a card; nil where there is one of every card.
    let pictured: Set<ShortCode>?

    /// What is known of a code's cards on paper.
    func printed(_ code: ShortCode?) -> CardsAbout {
        CardsAbout(dates: code.flatMap { printDates[$0] }, hasPicture: code.map(hasPicture) ?? false)
    }

    private func hasPicture(_ code: ShortCode) -> Bool { pictured?.contains(code) ?? true }

    /// A guide's card picture, where cards open it.
    func picture(of stem: String, _ code: ShortCode?) -> PageAddress? {
        guard let code, hasPicture(code), guidebook.cards.contains(where: { $0.opens == stem }) else { return nil }
        return .file(.card, of: code)
    }
}

/// What is known of a guide's cards on paper.
struct CardsAbout: Sendable {
    /// When the oldest and the newest were printed, as the ledger tells it; nil where none was.
    let dates: ClosedRange<CalendarDate>?
    /// Whether there is a picture of one to show.
    let hasPicture: Bool
}
