internal import Foundation

extension CalendarDate {
    /// Today in China, whatever zone the machine is set to.
    package static var today: CalendarDate {
        let seconds = Date().timeIntervalSince1970 + 8 * 3600
        return CalendarDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
    }
}
