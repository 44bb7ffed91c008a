import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

/// What ledger.head notices, and what it lets pass.
@Suite struct HeadTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("cards/ledger.csv") }
    private var head: String { folder.path("cards/ledger.head") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("cards")
    }

    private func print(_ ordinals: ClosedRange<Int>, batch: String? = nil) throws {
        let staging = try Staging(for: folder.path("out"))
        _ = try PrintCommit(ledger: ledger).commit(
            [], from: staging, rows: ordinals.map { try SampleLedger.row($0).printed }, batch: batch)
    }

    private func found() -> [String] {
        Ledger.check(ledger, against: nil).map { "\($0.severity.rawValue) \($0.rule)" }
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: ledger, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test func `Rows cut off at the end are missed, and how many; nothing is printed upon it`() throws {
        try print(1...5)
        let whole = try lines()
        for missing in 1...5 {
            try folder.write(whole.dropLast(missing).joined(separator: "\n") + "\n", to: "cards/ledger.csv")
            let found = Ledger.check(ledger, against: nil)
            #expect(found.map(\.rule) == ["ledger-cut-tail"])
            #expect(found[0].message.contains("少了\(missing)行：应当有5行，现在有\(5 - missing)行"))
            #expect(throws: LedgerError.self) { try self.print(9...9) }
        }
        try FileManager.default.removeItem(atPath: ledger)
        #expect(found() == ["error ledger-missing"])
        #expect(throws: LedgerError.self) { try self.print(9...9) }
        try folder.write(whole.joined(separator: "\n") + "\n", to: "cards/ledger.csv")
        #expect(found() == [])
        try print(9...9)
        #expect(found() == [])
    }

    @Test func `Rows taken off and others put on are another history`() throws {
        try print(1...3)
        let whole = try lines()
        try print(4...4)
        let longer = try String(contentsOfFile: head, encoding: .utf8)
        try folder.write(SampleLedger.text(try (5...8).map { try SampleLedger.row($0) }), to: "cards/ledger.csv")
        #expect(found() == ["error ledger-other-history"])
        // A head of before is no loss, only late.
        try folder.write(whole.joined(separator: "\n") + "\n", to: "cards/ledger.csv")
        #expect(found() == ["error ledger-cut-tail"])
        try folder.write(longer.replacing("行数: 4", with: "行数: 3"), to: "cards/ledger.head")
        #expect(found() == ["error ledger-other-history"])
    }

    @Test func `A tree of old without a head is told of it, printed upon, and has one then`() throws {
        try folder.write(
            String(contentsOfFile: Repository.path("Tests/LedgerTests/Fixtures/first-edition.csv"), encoding: .utf8),
            to: "cards/ledger.csv")
        #expect(found() == ["warning ledger-head"])
        try print(1...1)
        #expect(found() == [])
        #expect(try String(contentsOfFile: head, encoding: .utf8).contains("行数: 4\n"))
        // Now that there was one, it is missed.
        try FileManager.default.removeItem(atPath: head)
        #expect(found() == ["error ledger-head"])
        #expect(throws: LedgerError.self) { try self.print(2...2) }
        try LedgerVerification.writeHead(of: ledger)
        #expect(found() == [])
    }

    @Test func `The head is written anew for a ledger that has grown, never for one that has lost`() throws {
        try print(1...3)
        let old = try String(contentsOfFile: head, encoding: .utf8), whole = try lines()
        try print(4...4)
        try folder.write(old, to: "cards/ledger.head")
        #expect(found() == ["warning ledger-head"])
        try LedgerVerification.writeHead(of: ledger)
        #expect(found() == [])
        try folder.write(whole.joined(separator: "\n") + "\n", to: "cards/ledger.csv")
        #expect(throws: LedgerError.self) { try LedgerVerification.writeHead(of: ledger) }
        #expect(found() == ["error ledger-cut-tail"])
        for broken in ["", "行数: 三\n", old + old, "<<<<<<< HEAD\n" + old] {
            try folder.write(broken, to: "cards/ledger.head")
            #expect(found() == ["error ledger-head"], "\(broken)")
            #expect(throws: LedgerError.self) { try LedgerVerification.writeHead(of: ledger) }
        }
        // As an editor on another system leaves it.
        try folder.write("\u{FEFF}" + old.replacing("\n", with: "\r\n"), to: "cards/ledger.head")
        #expect(found() == [])
    }
}
