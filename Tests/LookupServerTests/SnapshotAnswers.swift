@testable internal import LookupServer

extension SiteSnapshot {
    /// The page at a decoded path that is no code's, whatever it costs.
    func page(at path: String) -> ReadyResponse? { try? page(at: path) { _ throws(Deferral) in } }

    /// A page in large print, whatever it costs.
    func largePage(at path: String) -> ReadyResponse? { try? largePage(at: path) { _ throws(Deferral) in } }
}
