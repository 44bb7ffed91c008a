package import Guides

/// What is known of a guidebook's cards on paper.
package struct PrintedCards: Sendable, Hashable {
    /// PNG files of cards, by the code that they carry.
    package let pictures: [ShortCode: [UInt8]]
    /// When the oldest and the newest cards about were printed, by code, as the ledger tells it.
    package let dates: [ShortCode: ClosedRange<CalendarDate>]

    package init(pictures: [ShortCode: [UInt8]] = [:], dates: [ShortCode: ClosedRange<CalendarDate>] = [:]) {
        self.pictures = pictures
        self.dates = dates
    }
}
