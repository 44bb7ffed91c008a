internal import Foundation
internal import Guides
internal import Pages
internal import TestSupport
internal import Testing

/// What is written is shown: every value of a file stands where its key says that it does.
@Suite struct ShownTests {
    /// Before all dates of marked files, and behind them: what is paused or comes out later is told at one time, what is over
    /// at the other.
    private let days = ["2026-11-23", "2040-01-01"]

    /// Everything that readers see of a tree: its pages without what only browsers read.
    ///
    /// Of a marked guide its own page is enough.
    private func words(_ guidebook: Guidebook) throws -> String {
        try days.map { try words(guidebook, on: #require(CalendarDate($0))) }.joined(separator: "\n")
    }

    private func words(_ guidebook: Guidebook, on day: CalendarDate) throws -> String {
        let pages = try SitePages(onDemand: guidebook, today: day)
        let own = guidebook.guide(named: MarkedGuides.stem).flatMap(\.code).map { [PageAddress.code($0)] }
        return (own ?? pages.addresses).sorted { $0.path < $1.path }.compactMap { pages.fixedPage(at: $0) }.map {
            page in
            page.html.replacing(/<head>.*?<\/head>|<script.*?<\/script>/.dotMatchesNewlines(), with: "")
        }.joined(separator: "\n").replacing("\u{A0}", with: " ")
    }

    @Test(arguments: FileKind.allCases)
    func `a marker under every key is on a page unless the key says otherwise`(_ kind: FileKind) throws {
        let file = MarkedFile(kind)
        let words = try words(#require(MarkedGuides.guidebook(kind, file)))
        for value in file.values {
            guard let marker = value.onPage else { continue }
            switch value.fate {
            case .page: #expect(words.contains(marker), "\(value.path) is declared as shown: \(marker)")
            // A code stands in its page's own address.
            case .hidden: #expect(!words.contains(marker), "\(value.path) is declared as hidden: \(marker)")
            case .card, .data: break
            }
        }
    }

    /// Values of which there are few may stand anywhere: another value must make another page.
    @Test(arguments: FileKind.allCases)
    func `another choice under a key makes another page`(_ kind: FileKind) throws {
        for value in MarkedFile(kind).values where value.onPage == nil && value.fate == .page {
            let words = try [false, true].map { isAltered in
                let file = MarkedFile(kind, lookingAt: value, isAltered: isAltered)
                return try self.words(#require(MarkedGuides.guidebook(kind, file)))
            }
            #expect(words[0] != words[1], "\(value.path) is declared as shown")
        }
    }
}
