import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

@Suite("Ledger")
struct LedgerTests {
    private func row(_ code: String = "4K7MM", host: String = "yikatong.example", batch: String = "甲") throws
        -> LedgerRow
    {
        LedgerRow(
            batch: batch, date: try #require(CalendarDate("2026-11-23")),
            printed: PrintedCode(
                code: try ShortCode(reading: code), address: "https://\(host)/c/\(try ShortCode(reading: code))",
                design: "口袋卡", copies: 200, edition: CalendarDate("2026-11-01"), picture: SHA256Digest(of: "a picture"),
                guide: SampleLedger.guide("取水许可"))
        )
    }

    private func code(_ ordinal: Int) throws -> String { try #require(ShortCode(ordinal: ordinal)).text }

    @Test("SHA-256 as FIPS 180-4 gives it")
    func digest() {
        #expect(SHA256Digest(of: "abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(SHA256Digest(of: "").hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            SHA256Digest(of: [UInt8](repeating: 0x61, count: 1_000_000)).hex
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(SHA256Digest(hex: "ABC") == nil)
    }

    @Test("Rows come back as they were written, with commas, quotes and line ends in their fields")
    func roundTrip() throws {
        var strange = try row(batch: "第一批，“急”,\"加印\"\n补")
        strange.edition = nil
        let rows = [try row(code(1)), strange, try row(code(2))]
        let text = SampleLedger.text(rows)
        let ledger = Ledger(text: text, path: "l.csv")
        #expect(ledger.diagnostics == [])
        #expect(ledger.rows == rows)
        // A spreadsheet's byte-order mark and line ends are no edit.
        let excel =
            "\u{FEFF}" + text.replacingOccurrences(of: "\n补", with: "补").replacingOccurrences(of: "\n", with: "\r\n")
        #expect(Ledger(text: excel, path: "l.csv").rows.count == 3)
    }

    @Test("A row edited after the fact is found, the last one too, and a row that was taken out")
    func edited() throws {
        let text = SampleLedger.text(try (1...4).map { try row(code($0)) })
        var lines = text.split(separator: "\n").map(String.init)
        func found(_ lines: [String]) -> [String] {
            Ledger(text: lines.joined(separator: "\n"), path: "l.csv").diagnostics.map { "\($0.location) \($0.rule)" }
        }
        #expect(found(lines) == [])
        var changed = lines
        changed[2] = changed[2].replacingOccurrences(of: ",200,", with: ",900,")
        #expect(found(changed) == ["l.csv:3:1 ledger-edited-row"])
        changed = lines
        changed[4] = changed[4].replacingOccurrences(of: "口袋卡", with: "海报")
        #expect(found(changed) == ["l.csv:5:1 ledger-edited-row"])
        lines.remove(at: 2)
        #expect(found(lines) == ["l.csv:3:1 ledger-edited-row"])
    }

    @Test("Broken rows are told with their columns, all at once")
    func broken() throws {
        let good = SampleLedger.text([try row()])
        let text = good + "乙,昨天,4K7MY,ftp://x,海报,0,2026-13-01,xyz,abc\n乙,2026-11-23\n"
        let found = Ledger(text: text, path: "l.csv").diagnostics
        #expect(
            found.map { "\($0.location)" } == [
                "l.csv:3:3", "l.csv:3:6", "l.csv:3:12", "l.csv:3:23", "l.csv:3:25", "l.csv:3:36", "l.csv:3:40",
                "l.csv:4:1",
            ])
        #expect(found.allSatisfy { $0.rule == "ledger-broken-row" })
        #expect(Ledger(text: "短码,网址\n", path: "l.csv").diagnostics.map(\.rule) == ["ledger-broken-row"])
    }

    @Test("Codes that open nothing and hosts that are no longer the site's are told once, at their first rows")
    func expectations() throws {
        let folder = try TemporaryFolder()
        let rows = [
            try row(code(1)), try row(code(2)), try row(code(2), batch: "乙"), try row(code(1), host: "old.example.cn"),
            try row(code(3), host: "old.example.cn"),
        ]
        try folder.write(SampleLedger.text(rows), to: "ledger.csv")
        let path = folder.path("ledger.csv")
        try LedgerVerification.writeHead(of: path)
        let expectations = try SampleLedger.expectations([1: "取水许可", 3: "取水许可"])
        let found = Ledger.check(path, against: expectations)
        #expect(found.map(\.rule) == ["ledger-dead-code", "ledger-unlisted-host"])
        #expect(found.map(\.location.line) == [3, 5])
        #expect(found[0].message.contains("2批共400份"))
        #expect(found[1].message.contains("曾用网址"))
        #expect(Ledger.check(path, against: nil) == [])
        #expect(Ledger.check(folder.path("none.csv"), against: expectations) == [])
        #expect(Ledger(at: path).printed(try ShortCode(reading: code(2))) != nil)
        #expect(Ledger(at: path).printed(try ShortCode(reading: code(9))) == nil)
    }
}
