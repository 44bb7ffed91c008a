internal import Diagnostics
internal import Foundation
internal import Guides
internal import Pages
internal import TestSupport
internal import Testing

/// The guides that ship, and variations of them.
enum ShippedSite {
    /// A day after the last change that the guides record.
    static let today = CalendarDate("2026-11-30")

    private static let shared = Result<(Guidebook, SitePages), any Error> {
        let outcome = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load()
        let guidebook = try #require(outcome.guidebook)
        return (guidebook, try SitePages(guidebook, today: #require(today)))
    }

    static func guidebook() throws -> Guidebook { try shared.get().0 }

    static func pages() throws -> SitePages { try shared.get().1 }

    /// The shipped pages on a day; those of `today` are made once for all tests.
    static func pages(on day: CalendarDate) throws -> SitePages {
        day == today ? try pages() : try SitePages(onDemand: guidebook(), today: day)
    }

    /// The shipped guides with one file written anew.
    ///
    /// - Parameter change: Gets the file's present text, or nil where there is none.
    static func guidebook(changing file: String, _ change: (String?) -> String) throws -> Guidebook {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("onecard-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: URL(fileURLWithPath: Repository.path("guides")).resolvingSymlinksInPath(), to: folder)
        let path = folder.appendingPathComponent(file)
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try change(try? String(contentsOf: path, encoding: .utf8)).write(to: path, atomically: true, encoding: .utf8)
        let outcome = GuideLoader(guides: folder.path, cards: Repository.path("cards")).load()
        return try #require(outcome.guidebook, "\(outcome.diagnostics.map(\.message))")
    }
}
