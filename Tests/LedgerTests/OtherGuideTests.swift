import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

/// Codes that open something else than their cards say, and addresses that open nothing.
@Suite struct OtherGuideTests {
    private func found(_ rows: [LedgerRow], _ expectations: LedgerExpectations) throws -> [Diagnostic] {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.csv")
        let written = Ledger(text: "", path: path).appending(rows.map { .print($0) })
        try folder.write(written.text, to: "ledger.csv")
        try folder.write("行数: \(rows.count)\n校验: \(written.head.seal.hex)\n", to: "ledger.head")
        return Ledger.check(path, against: expectations)
    }

    @Test func `Two printed codes that were swapped are both told, with the codes to put back`() throws {
        let rows = [try SampleLedger.row(1, guide: "甲许可"), try SampleLedger.row(2, guide: "乙许可")]
        #expect(try found(rows, SampleLedger.expectations([1: "甲许可", 2: "乙许可"])) == [])
        let swapped = try found(rows, SampleLedger.expectations([1: "乙许可", 2: "甲许可"]))
        #expect(swapped.map(\.rule) == ["ledger-other-guide", "ledger-other-guide"])
        let codes = try (1...2).map { try SampleLedger.code($0) }
        #expect(
            swapped[0].message.contains("短码\(codes[0])印卡时打开事项“甲许可”，现在打开事项“乙许可”（guides/items/乙许可.yaml）"))
        #expect(swapped[0].message.contains("短码现在写成了\(codes[1])，请改回\(codes[0])"))
    }

    @Test func `A guide of another name under a printed code is told, unless the file says that it was called so`()
        throws
    {
        let rows = [try SampleLedger.row(1, guide: "甲许可"), try SampleLedger.row(1, batch: "乙", guide: "甲许可")]
        let overwritten = try found(rows, SampleLedger.expectations([1: "食品经营许可"]))
        #expect(overwritten.map(\.rule) == ["ledger-other-guide"], "once for each code")
        #expect(overwritten[0].message.contains("曾用名: [{名称: \"甲许可\"}]"))
        #expect(try found(rows, SampleLedger.expectations([1: "乙许可"], former: ["甲许可"])) == [])
        // A file of another name is the office's own business.
        var expectations = try SampleLedger.expectations([:])
        let identity = GuideIdentity(kind: "事项", stem: "甲许可（新）", name: "甲许可")
        expectations.addresses.owners[try SampleLedger.code(1)] = .guide(identity, formerNames: [], file: "")
        #expect(try found(rows, expectations) == [])
        // Another kind of guide is not.
        let roadmap = GuideIdentity(kind: "全流程", stem: "甲许可", name: "甲许可")
        expectations.addresses.owners[try SampleLedger.code(1)] = .guide(roadmap, formerNames: [], file: "")
        #expect(try found(rows, expectations).map(\.rule) == ["ledger-other-guide"])
    }

    @Test func `A retired code is well, one that is only reserved or nowhere is not`() throws {
        let rows = [try SampleLedger.row(1, guide: "甲许可")], code = try SampleLedger.code(1)
        var expectations = try SampleLedger.expectations([:])
        expectations.addresses.owners[code] = .retired(name: "甲许可")
        #expect(try found(rows, expectations) == [])
        expectations.addresses.owners[code] = .reserved(purpose: "甲许可")
        #expect(try found(rows, expectations).map(\.rule) == ["ledger-other-guide"])
        expectations.addresses.owners[code] = nil
        let dead = try found(rows, expectations)
        #expect(dead.map(\.rule) == ["ledger-dead-code"])
        #expect(dead[0].message.contains("印的是事项“甲许可”（guides/items/甲许可.yaml）"))
        // The line can be copied as it stands.
        #expect(dead[0].message.hasSuffix("- {短码: \"\(code)\", 名称: \"甲许可\", 日期: 2026-11-27, 原因: 〔待填〕}"))
    }

    @Test func `Rows of the first edition say nothing of guides, and nothing is held against them`() throws {
        let rows = [try SampleLedger.row(1, guide: nil)]
        #expect(try found(rows, SampleLedger.expectations([1: "随便什么"])) == [])
        #expect(try found(rows, SampleLedger.expectations([:])).map(\.rule) == ["ledger-dead-code"])
    }

    @Test(arguments: [
        ("https://yikatong.example/typo", "ledger-dead-address"), ("https://yikatong.example/", "ledger-dead-address"),
        ("https://yikatong.example/c/AAAAA", "ledger-dead-address"),
        ("https://yikatong.example:8443", "ledger-unlisted-host"), ("http://yikatong.example", "ledger-unlisted-host"),
        ("https://yikatong.example:443", "ledger-unlisted-host"), ("https://other.gov.cn", "ledger-unlisted-host"),
        ("https://Yikatong.example", "ledger-unlisted-host"), ("https://yikatong.example?x=", "ledger-dead-address"),
    ])
    func `The whole of a printed address is checked`(base: String, rule: String) throws {
        let found = try found([try SampleLedger.row(1, base: base)], SampleLedger.expectations([1: "取水许可"]))
        #expect(found.map(\.rule) == [rule])
    }

    @Test func `An address of another code is told, and a former beginning is as good as the present one`() throws {
        var row = try SampleLedger.row(1)
        row.address = "https://yikatong.example/c/\(try SampleLedger.code(2))"
        #expect(try found([row], SampleLedger.expectations([1: "取水许可"])).map(\.rule) == ["ledger-other-code"])
        let old = try SampleLedger.row(1, base: "http://old.gov.cn:8080")
        let bases: Set = ["https://yikatong.example", "http://old.gov.cn:8080"]
        #expect(try found([old], SampleLedger.expectations([1: "取水许可"], bases: bases)) == [])
    }

    @Test
    func `More copies than anybody prints are told and never added up to a crash; voiding the batch is the way out`()
        throws
    {
        let rows = [
            try SampleLedger.row(1, copies: .max), try SampleLedger.row(1, copies: .max),
            try SampleLedger.row(1, copies: PrintedCode.mostCopies),
            try SampleLedger.row(1, batch: "丙", copies: 1_000_001),
        ]
        let found = try found(rows, SampleLedger.expectations([:]))
        #expect(found.map(\.rule).filter { $0 == "ledger-too-many-copies" }.count == 3)
        #expect(found.contains { $0.rule == "ledger-dead-code" && $0.message.contains("\(Int.max)份") })
        let void = LedgerVoid(batch: "丙", date: .today, copies: 1_000_001, reason: nil)
        let text = Ledger(text: "", path: "l.csv").appending([.print(rows[3]), .void(void)]).text
        #expect(Ledger(text: text, path: "l.csv").prints.map(\.isVoided) == [true])
    }
}
