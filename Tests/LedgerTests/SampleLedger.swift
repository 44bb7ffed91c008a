import Foundation
import Guides
import Ledger
import Testing

/// Rows of a ledger, and whole ledgers of them.
enum SampleLedger {
    static func code(_ ordinal: Int) throws -> ShortCode { try #require(ShortCode(ordinal: ordinal)) }

    static func guide(_ name: String, kind: String = "事项") -> GuideIdentity {
        GuideIdentity(kind: kind, stem: name, name: name)
    }

    /// A row of the second edition; of the first where `guide` is nil.
    static func row(
        _ ordinal: Int, batch: String = "甲", guide: String? = "取水许可", base: String = "https://yikatong.example",
        copies: Int = 200, date: String = "2026-11-23"
    ) throws -> LedgerRow {
        let code = try code(ordinal)
        return LedgerRow(
            batch: batch, date: try #require(CalendarDate(date)),
            printed: PrintedCode(
                code: code, address: "\(base)/c/\(code)", design: "口袋卡", copies: copies,
                edition: CalendarDate("2026-11-01"), picture: SHA256Digest(of: "\(ordinal) \(batch)"),
                guide: guide.map { self.guide($0) }))
    }

    static func text(_ rows: [LedgerRow], onto text: String = "") -> String {
        Ledger(text: text, path: "l.csv").appending(rows.map { .print($0) }).text
    }

    /// What printed codes must lead to, where each code has one guide.
    static func expectations(
        _ guides: [Int: String], former: [String] = [], bases: Set<String> = ["https://yikatong.example"]
    ) throws -> LedgerExpectations {
        var owners: [ShortCode: CodeOwner] = [:]
        for (ordinal, name) in guides {
            owners[try code(ordinal)] = .guide(guide(name), formerNames: former, file: "guides/items/\(name).yaml")
        }
        return LedgerExpectations(
            SiteAddresses(owners: owners, bases: bases), today: try #require(CalendarDate("2026-11-27")))
    }
}
