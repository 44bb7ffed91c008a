import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

/// Two clerks who printed in two clones.
@Suite struct MergeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func ledger(_ clone: String) -> String { folder.path("\(clone)/ledger.csv") }

    @discardableResult
    private func print(
        _ ordinals: ClosedRange<Int>, in clone: String, batch: String? = nil, guide: String = "取水许可"
    ) throws -> String {
        let rows = try ordinals.map { try SampleLedger.row($0, batch: "", guide: guide, copies: 10).printed }
        return try PrintCommit(ledger: ledger(clone)).commit(
            [], from: Staging(for: folder.path("out")), rows: rows, batch: batch)
    }

    /// Another clone of what is in one.
    private func clone(_ clone: String, as name: String) throws {
        try FileManager.default.copyItem(atPath: folder.path(clone), toPath: folder.path(name))
    }

    private func merge(_ theirs: String, into ours: String) throws -> LedgerMerge {
        try LedgerMerging(into: ledger(ours)).merge(ledger(theirs))
    }

    private func rows(_ clone: String) -> [LedgerRow] { Ledger(at: ledger(clone)).rows }

    private func findings(_ clone: String) -> [Diagnostic] { Ledger.check(ledger(clone), against: nil) }

    @Test func `The union has every row once, is sound, and grows no more`() throws {
        try print(1...3, in: "a")
        try clone("a", as: "b")
        try print(4...5, in: "a")
        try print(6...8, in: "b")
        let (before, theirs) = (rows("a"), rows("b"))
        let merged = try merge("b", into: "a")
        #expect(merged.common == 3 && merged.added.count == 3 && merged.shared == 0)
        #expect(merged.renamings == [] && merged.conflicts == [])
        #expect(rows("a") == before + theirs.dropFirst(3))
        #expect(findings("a") == [])
        #expect(try merge("b", into: "a").added == [])
        #expect(rows("a").count == 8)
        // The other way round, b has nothing that a has not: it becomes a's ledger, in its own order.
        let back = try merge("a", into: "b")
        #expect(back.added.count == 2 && back.shared == 3)
        #expect(Set(rows("b")) == Set(rows("a")) && rows("b").count == 8)
        // And both go on.
        try print(9...9, in: "a")
        try print(10...10, in: "b")
        _ = try merge("a", into: "b")
        #expect(rows("b").count == 10 && findings("b") == [])
    }

    @Test func `A clone that is only behind is brought up to the same bytes`() throws {
        try print(1...2, in: "a")
        try clone("a", as: "b")
        try print(3...4, in: "b")
        _ = try merge("b", into: "a")
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: ledger("a")))
                == Data(contentsOf: URL(fileURLWithPath: ledger("b"))))
    }

    @Test
    func `Two batches of one name are told apart, also when merging once more; a name is one on both sides of old`()
        throws
    {
        try print(1...1, in: "a", batch: "旧")
        try clone("a", as: "b")
        try print(2...2, in: "a", batch: "第一批")
        try print(3...3, in: "b", batch: "第一批")
        try print(4...4, in: "b", batch: "旧")
        let merged = try merge("b", into: "a")
        let name = try #require(merged.renamings.first).name
        #expect(merged.renamings.map(\.batch) == ["第一批"])
        #expect(name.wholeMatch(of: /第一批-[0-9A-F]{4}/) != nil)
        #expect(rows("a").map(\.batch) == ["旧", "第一批", name, "旧"])
        #expect(try merge("b", into: "a").added == [])
        // To void the one is not to void the other.
        _ = try PrintCommit(ledger: ledger("a")).void("第一批", reason: nil)
        #expect(Ledger(at: ledger("a")).prints.map(\.isVoided) == [false, true, false, false])
    }

    @Test func `A batch that one clone voided takes back what that clone knew, and no more`() throws {
        try print(1...2, in: "a", batch: "甲")
        try clone("a", as: "b")
        try print(3...3, in: "a", batch: "甲")
        _ = try PrintCommit(ledger: ledger("b")).void("甲", reason: "裁歪了")
        let merged = try merge("b", into: "a")
        #expect(merged.added.count == 1 && merged.renamings == [])
        #expect(Ledger(at: ledger("a")).prints.map(\.isVoided) == [true, true, false])
        #expect(findings("a") == [])
    }

    @Test func `A code that both gave to different guides is said`() throws {
        try print(1...1, in: "a")
        try clone("a", as: "b")
        try print(5...5, in: "a", guide: "甲许可")
        try print(5...5, in: "b", guide: "乙许可")
        let merged = try merge("b", into: "a")
        #expect(merged.conflicts.map { [$0.ours.name, $0.theirs.name] } == [["甲许可", "乙许可"]])
        #expect(rows("a").count == 3)
    }

    @Test
    func `What one has lost at its end comes back from the other or from the base; from nowhere, nothing is written`()
        throws
    {
        try print(1...4, in: "a")
        try clone("a", as: "b")
        try clone("a", as: "base")
        func cut(_ clone: String, to count: Int) throws {
            let lines = try String(contentsOfFile: ledger(clone), encoding: .utf8).split(separator: "\n")
            try folder.write(lines.prefix(count + 1).joined(separator: "\n") + "\n", to: "\(clone)/ledger.csv")
        }
        try cut("a", to: 2)
        #expect(findings("a").map(\.rule) == ["ledger-cut-tail"])
        _ = try merge("b", into: "a")
        #expect(rows("a").count == 4 && findings("a") == [])
        try cut("a", to: 2)
        try cut("b", to: 1)
        try FileManager.default.removeItem(atPath: folder.path("b/ledger.head"))
        #expect(throws: LedgerError.self) { try merge("b", into: "a") }
        #expect(rows("a").count == 2)
        let merged = try LedgerMerging(into: ledger("a")).merge(ledger("b"), base: ledger("base"))
        #expect(merged.restored == 2)
        #expect(rows("a").count == 4 && findings("a") == [])
        // One that is known to be cut brings nothing in.
        try cut("base", to: 3)
        #expect(throws: LedgerError.self) { try merge("base", into: "b") }
    }
}
