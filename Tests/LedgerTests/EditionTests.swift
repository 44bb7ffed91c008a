import Diagnostics
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

/// Rows of both editions in one file.
@Suite struct EditionTests {
    private func first() throws -> String {
        try String(contentsOfFile: Repository.path("Tests/LedgerTests/Fixtures/first-edition.csv"), encoding: .utf8)
    }

    @Test func `A ledger that an older onecard wrote is read on, and goes on with rows that name their guide`() throws {
        let old = try first()
        let before = Ledger(text: old, path: "l.csv")
        #expect(before.diagnostics == [])
        #expect(before.rows.map(\.copies) == [50, 50, 7])
        #expect(before.rows.allSatisfy { $0.guide == nil })
        let row = try SampleLedger.row(7, guide: "名称，有\"引号\",逗号")
        let text = SampleLedger.text([row], onto: old)
        let after = Ledger(text: text, path: "l.csv")
        #expect(after.diagnostics == [])
        #expect(after.rows == before.rows + [row])
        // The old rows stand there byte by byte; only the first line is longer.
        #expect(text.split(separator: "\n").dropFirst().prefix(3) == old.split(separator: "\n").dropFirst()[...])
        #expect(text.hasPrefix("批次,日期,短码,网址,版式,份数,版本日期,图片SHA-256,校验,种类,指南,名称,注明\n"))
        #expect(after.head.rows == 4)
    }

    @Test func `What a row says of its guide is sealed with it`() throws {
        let text = SampleLedger.text(try (1...3).map { try SampleLedger.row($0) }, onto: try first())
        for change in [("取水许可,取水许可", "取水许可,取土许可"), ("事项,取水", "通知,取水"), (",取水许可,取水许可,", ",取土许可,取水许可,")] {
            let changed = text.replacing(change.0, with: change.1, maxReplacements: 1)
            #expect(changed != text)
            #expect(Ledger(text: changed, path: "l.csv").diagnostics.map(\.rule) == ["ledger-edited-row"], "\(change)")
        }
        // Without its guide it would be a row of the first edition, and is none.
        let bare = text.replacing(",事项,取水许可,取水许可,", with: "", maxReplacements: 1)
        #expect(Ledger(text: bare, path: "l.csv").diagnostics.map(\.rule) == ["ledger-edited-row"])
    }

    @Test func `A spreadsheet program's empty rows, padding, line ends and slashes in dates are no fault`() throws {
        let text = SampleLedger.text(try (1...2).map { try SampleLedger.row($0) }, onto: try first())
        let padded = text.split(separator: "\n").map { line in
            let commas = line.filter { $0 == "," }.count
            return line.replacing("2026-11-23", with: "2026/11/23") + String(repeating: ",", count: max(0, 14 - commas))
        }
        let saved = "\u{FEFF}" + padded.joined(separator: "\r\n") + "\r\n,,,,,,,,\r\n,,,,,,,,,,,,\r\n\r\n"
        let ledger = Ledger(text: saved, path: "l.csv")
        #expect(ledger.diagnostics == [])
        #expect(ledger.rows == Ledger(text: text, path: "l.csv").rows)
        // An old file that was padded gets the long header all the same.
        let old =
            "\u{FEFF}" + (try first()).split(separator: "\n").map { $0 + ",,," }.joined(separator: "\r\n") + "\r\n"
        let longer = SampleLedger.text([try SampleLedger.row(9)], onto: old)
        #expect(Ledger(text: longer, path: "l.csv").diagnostics == [])
        #expect(longer.hasPrefix("\u{FEFF}批次,日期,短码,网址,版式,份数,版本日期,图片SHA-256,校验,种类,指南,名称,注明\r\n"))
    }

    @Test func `A ledger saved as GBK is told how to come back, and comes back`() throws {
        let folder = try TemporaryFolder()
        let text = SampleLedger.text([try SampleLedger.row(1)])
        try folder.write(text, to: "ledger.csv")
        let path = folder.path("ledger.csv")
        func shell(_ command: String) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-ec", command]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            try process.start()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(command)")
        }
        for encoding in ["GB18030", "UTF-16"] {
            try shell("iconv -f UTF-8 -t \(encoding) ledger.csv > saved && mv saved ledger.csv")
            let found = Ledger(at: path).diagnostics
            #expect(found.map(\.rule) == ["ledger-unreadable"])
            // The command in the message, as a clerk would copy it.
            let command = try #require(found.first?.message.firstMatch(of: /iconv .*$/)).0
            try shell(String(command))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func `Marks that git left are told as that, once, and nothing else is`() throws {
        let text = SampleLedger.text(try (1...2).map { try SampleLedger.row($0) })
        let lines = text.split(separator: "\n").map(String.init)
        let marked = [lines[0], "<<<<<<< HEAD", lines[1], "=======", lines[2], ">>>>>>> theirs", ""]
        let found = Ledger(text: marked.joined(separator: "\n"), path: "l.csv").diagnostics
        #expect(found.map { "\($0.location) \($0.rule)" } == ["l.csv:2:1 ledger-unmerged"])
        #expect(found[0].message.contains("onecard ledger merge"))
    }

    @Test func `A ledger has as many columns as it knows, no fewer and no more`() throws {
        let text = SampleLedger.text([try SampleLedger.row(1)])
        for line in ["甲,乙", text.split(separator: "\n")[1] + ",多出的"] {
            let found = Ledger(text: text + line + "\n", path: "l.csv").diagnostics
            #expect(found.map { "\($0.location) \($0.rule)" } == ["l.csv:3:1 ledger-broken-row"])
        }
    }
}
