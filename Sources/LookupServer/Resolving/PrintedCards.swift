package import Guides

/// What is known of a guidebook's cards on paper.
package struct PrintedCards: Sendable, Hashable {
    /// PNG files of cards, by the code that they carry.
    let pictures: [ShortCode: [UInt8]]
    /// When the oldest card about was printed, by code, as the ledger tells it.
    let dates: [ShortCode: CalendarDate]

    package init(pictures: [ShortCode: [UInt8]] = [:], dates: [ShortCode: CalendarDate] = [:]) {
        self.pictures = pictures
        self.dates = dates
    }
}
