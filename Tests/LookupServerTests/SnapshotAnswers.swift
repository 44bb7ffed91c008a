internal import Guides
internal import Publication

@testable internal import LookupServer

extension SiteSnapshot {
    /// What is published of a guidebook.
    convenience init(
        _ guidebook: Guidebook, cards: PrintedCards = PrintedCards(), replacing older: SiteSnapshot? = nil
    ) throws {
        self.init(try Publication(guidebook, cards: cards, replacing: older?.publication), replacing: older)
    }

    /// The page at a decoded path that is no code's, whatever it costs.
    func page(at path: String) -> ReadyResponse? { try? page(at: path) { _ throws(Deferral) in } }

    /// A page in large print, whatever it costs.
    func largePage(at path: String) -> ReadyResponse? { try? largePage(at: path) { _ throws(Deferral) in } }
}
