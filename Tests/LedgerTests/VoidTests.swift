import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

/// Batches that were misprinted.
@Suite struct VoidTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("cards/ledger.csv") }
    private var commit: PrintCommit { PrintCommit(ledger: ledger) }

    init() throws { folder = try TemporaryFolder() }

    private func print(_ ordinals: ClosedRange<Int>, batch: String, guide: String = "取水许可") throws {
        let rows = try ordinals.map { try SampleLedger.row($0, guide: guide, copies: 10).printed }
        _ = try commit.commit([], from: Staging(for: folder.path("out")), rows: rows, batch: batch)
    }

    @Test func `Voiding adds a row that says how many and why, and takes none away`() throws {
        try print(1...2, batch: "甲")
        try print(3...3, batch: "乙")
        let before = try String(contentsOfFile: ledger, encoding: .utf8)
        let void = try commit.void("甲", reason: "裁歪了，\"全部\"收回")
        #expect(void.copies == 20)
        let after = try String(contentsOfFile: ledger, encoding: .utf8)
        #expect(after.hasPrefix(before))
        let read = Ledger(at: ledger)
        #expect(read.diagnostics == [] && Ledger.check(ledger, against: nil) == [])
        #expect(read.prints.map(\.isVoided) == [true, true, false])
        #expect(read.records.last == .void(void))
        #expect(throws: LedgerError.self) { try commit.void("甲", reason: nil) }
        #expect(throws: LedgerError.self) { try commit.void("丙", reason: nil) }
        // Nothing more is printed under that name.
        #expect(throws: LedgerError.self) { try print(4...4, batch: "甲") }
        #expect(try String(contentsOfFile: ledger, encoding: .utf8) == after)
        try print(4...4, batch: "乙")
        #expect(Ledger.check(ledger, against: nil) == [])
    }

    @Test func `A voided code must still open something, but what its cards say is held against nobody`() throws {
        try print(1...1, batch: "甲", guide: "印错的名称")
        let expectations = try SampleLedger.expectations([1: "取水许可"])
        #expect(Ledger.check(ledger, against: expectations).map(\.rule) == ["ledger-other-guide"])
        _ = try commit.void("甲", reason: nil)
        #expect(Ledger.check(ledger, against: expectations) == [])
        let nothing = try SampleLedger.expectations([:])
        #expect(Ledger.check(ledger, against: nothing).map(\.rule) == ["ledger-dead-code"])
    }

    @Test func `A name for a batch is used on one day only, and fresh names are those of no other clone`() throws {
        try print(1...1, batch: "甲")
        let later = try #require(CalendarDate("2199-01-01"))
        #expect(throws: LedgerError.self) {
            try commit.commit(
                [], from: Staging(for: folder.path("out")), rows: [SampleLedger.row(2).printed], batch: "甲", on: later)
        }
        let ledger = Ledger(at: ledger)
        var generator = SystemRandomNumberGenerator()
        let names = (0..<50).map { _ in ledger.freshBatch(on: later, using: &generator) }
        #expect(Set(names).count == 50)
        #expect(names.allSatisfy { $0.wholeMatch(of: /2199-01-01-1-[0-9A-HJKMNP-TV-Z]{4}/) != nil })
    }
}
