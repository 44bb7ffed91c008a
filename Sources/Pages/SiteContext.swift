internal import Guides

/// What all pages are made from.
struct SiteContext: Sendable {
    let guidebook: Guidebook
    /// The day for which pages are made: deadlines are counted from it, and policies expire by it.
    let today: CalendarDate
    let charts: Charts
    /// By code, when its oldest and its newest cards were printed.
    let printDates: [ShortCode: ClosedRange<CalendarDate>]

    func printed(_ code: ShortCode?) -> ClosedRange<CalendarDate>? { code.flatMap { printDates[$0] } }

    /// A guide's card picture, where cards open it.
    func picture(of stem: String, _ code: ShortCode?) -> PageAddress? {
        guard let code, guidebook.cards.contains(where: { $0.opens == stem }) else { return nil }
        return .file(.card, of: code)
    }
}
