import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

@Suite("Prints: whole or not at all")
struct PrintCommitTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("cards/ledger.csv") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("cards")
    }

    private func rows(_ count: Int, from first: Int = 0) throws -> [PrintCommit.Row] {
        try (first..<first + count).map { number in
            let code = try #require(ShortCode(ordinal: number))
            return PrintCommit.Row(
                code: code, address: "https://yikatong.example/c/\(code)", design: "口袋卡", copies: 1, edition: nil,
                picture: SHA256Digest(of: "\(number)"), guide: SampleLedger.guide("取水许可"))
        }
    }

    private func staged(_ names: [String]) throws -> Staging {
        let staging = try Staging(for: folder.path("out"))
        for name in names { try staging.write(Array(name.utf8), named: name) }
        return staging
    }

    private func files() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    @Test("Files and rows come together, and batches are named by the day")
    func whole() throws {
        let commit = PrintCommit(ledger: ledger)
        let day = try #require(CalendarDate("2026-11-23"))
        let first = try commit.commit(
            ["a.png", "b.png"], from: staged(["a.png", "b.png"]), rows: rows(2), batch: nil, on: day)
        let second = try commit.commit(["c.png"], from: staged(["c.png"]), rows: rows(1), batch: nil, on: day)
        #expect(first.wholeMatch(of: /2026-11-23-1-[0-9A-Z]{4}/) != nil)
        #expect(second.wholeMatch(of: /2026-11-23-2-[0-9A-Z]{4}/) != nil)
        #expect(files() == ["a.png", "b.png", "c.png"])
        #expect(Ledger(at: ledger).rows.map(\.batch) == [first, first, second])
        #expect(Ledger.check(ledger, against: nil) == [])
        // Nothing is left aside.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).count == 3)
    }

    @Test("Cut off at any step, a print has happened wholly or not at all once the next one has run", arguments: 1...5)
    func interrupted(step: Int) throws {
        struct PowerFailure: Error {}
        let commit = PrintCommit(ledger: ledger)
        let staging = try staged(["a.png", "b.png"])
        #expect(throws: LedgerError.self) {
            try commit.commit(["a.png", "b.png"], from: staging, rows: rows(2), batch: "甲") {
                reached throws(LedgerError) in
                if reached == step { throw .file("power", reason: "failure") }
            }
        }
        let happened = step > 1
        #expect(Ledger.check(ledger, against: nil).map(\.rule) == (happened ? ["ledger-unfinished-print"] : []))
        #expect(try commit.recover() == happened)
        #expect(Ledger.check(ledger, against: nil) == [])
        #expect(files() == (happened ? ["a.png", "b.png"] : []))
        #expect(Ledger(at: ledger).rows.count == (happened ? 2 : 0))
        // Once more does nothing more.
        #expect(try commit.recover() == false)
        _ = try commit.commit(["c.png"], from: staged(["c.png"]), rows: rows(1, from: 7), batch: "乙")
        #expect(Ledger(at: ledger).rows.count == (happened ? 3 : 1))
        #expect(Ledger.check(ledger, against: nil) == [])
        withExtendedLifetime(staging) {}
    }

    @Test("Nothing is built upon a broken ledger")
    func brokenLedger() throws {
        try folder.write("短码\n", to: "cards/ledger.csv")
        #expect(throws: LedgerError.self) {
            try PrintCommit(ledger: ledger).commit(["a.png"], from: staged(["a.png"]), rows: rows(1), batch: nil)
        }
        #expect(files() == [])
        #expect(try String(contentsOfFile: ledger, encoding: .utf8) == "短码\n")
    }

    @Test("Prints at the same time lose no row")
    func concurrent() throws {
        let (ledger, folder) = (ledger, folder)
        let prepared = try (0..<8).map { number in (try staged(["\(number).png"]), try rows(3, from: 10 * number)) }
        let jobs = prepared
        DispatchQueue.concurrentPerform(iterations: jobs.count) { number in
            let (staging, rows) = jobs[number]
            _ = try? PrintCommit(ledger: ledger).commit(["\(number).png"], from: staging, rows: rows, batch: nil)
        }
        #expect(Ledger(at: ledger).rows.count == 24)
        #expect(Set(Ledger(at: ledger).rows.map(\.batch)).count == 8)
        #expect(Ledger.check(ledger, against: nil) == [])
        withExtendedLifetime(folder) {}
    }

    @Test("A folder that a cut-off print left is removed by the next, one in use is not")
    func leftovers() throws {
        try folder.makeFolder("out/.onecard-abandoned")
        let running = try staged(["x.png"])
        let next = try staged([])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
        #expect(!left.contains(".onecard-abandoned"))
        #expect(FileManager.default.fileExists(atPath: running.path + "/x.png"))
        withExtendedLifetime((running, next)) {}
    }

    @Test("What a journal lists is kept for the next print: by the print that failed, and by a trial into its folder")
    func promised() throws {
        let commit = PrintCommit(ledger: ledger)
        // A folder where a file should come.
        try folder.makeFolder("out/b.png")
        do {
            let staging = try staged(["a.png", "b.png"])
            #expect(throws: LedgerError.self) {
                try commit.commit(["a.png", "b.png"], from: staging, rows: rows(2), batch: "甲")
            }
        }
        try PrintCommit.moveOnly(["c.png"], from: staged(["c.png"]))
        try FileManager.default.removeItem(atPath: folder.path("out/b.png"))
        #expect(try commit.recover())
        #expect(files() == ["a.png", "b.png", "c.png"])
        #expect(Ledger(at: ledger).rows.count == 2)
        #expect(Ledger.check(ledger, against: nil) == [])
        // Then the folder aside is of no use any more.
        _ = try staged([])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).count == 3)
    }
}
