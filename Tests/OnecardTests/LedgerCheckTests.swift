import Foundation
import TestSupport
import Testing

/// What `check` says when the ledger and the guides no longer agree.
///
/// No printed code ever dies.
@Suite struct LedgerCheckTests {
    private let tree: PrintingTree

    /// Two batches for good.
    init() throws {
        tree = try PrintingTree()
        for name in ["房地产开发", "现代物流"] {
            let printed = try tree.print(
                [name, "--design", "窗口标签", "--dpi", "150", "--copies", "50"], to: tree.folder.path("out"))
            try #require(printed.status == 0, "\(printed.errors)")
        }
    }

    private func change(_ file: String, _ change: (inout String) -> Void) throws {
        let path = tree.folder.path(file)
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let before = text
        change(&text)
        try #require(text != before, "\(file) has something to change")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private func expect(_ rule: String, _ message: String, at place: String) throws {
        let check = try tree.check()
        #expect(check.status == 1)
        #expect(check.output.contains("ledger.csv:\(place): 错误："), "\(check.output)")
        #expect(check.output.contains("[\(rule)]") && check.output.contains(message), "\(check.output)")
    }

    @Test("As printed, all is well, and each row says what was printed")
    func sound() throws {
        let check = try tree.check()
        #expect(check.status == 0, "\(check.output)")
        #expect(tree.rows().map { [$0[4], $0[5]] } == [["窗口标签", "50"], ["窗口标签", "50"]])
        #expect(tree.rows().allSatisfy { $0[3].hasSuffix("/c/" + $0[2]) && $0[7].count == 64 && $0[8].count == 64 })
    }

    @Test("A row edited after the fact")
    func edited() throws {
        try change("cards/ledger.csv") { $0 = $0.replacing(",50,", with: ",5,", maxReplacements: 1) }
        try expect("ledger-edited-row", "请从备份恢复台账", at: "2:1")
        // And nothing more is printed upon it.
        let out = tree.folder.path("more")
        let print = try tree.print(["重大产业", "--design", "窗口标签", "--dpi", "150"], to: out)
        #expect(print.status == 1)
        #expect(print.errors.contains("台账有错误，没有打印"))
        #expect(PrintingTree.names(in: out, hidden: true) == [])
        #expect(tree.rows().count == 2)
    }

    @Test("The last row taken out and another put in by hand")
    func forged() throws {
        try change("cards/ledger.csv") { text in
            var lines = text.split(separator: "\n").map(String.init)
            lines[2] = lines[1]
            text = lines.joined(separator: "\n") + "\n"
        }
        try expect("ledger-edited-row", "被改过、删过", at: "3:1")
    }

    @Test("A broken row")
    func broken() throws {
        try change("cards/ledger.csv") { $0 += "手工加的一行\n" }
        try expect("ledger-broken-row", "有1栏，应有9栏到13栏", at: "4:1")
    }

    @Test("A host that site.yaml no longer lists, until it is listed as a former one")
    func movedHost() throws {
        try change("guides/site.yaml") {
            $0 = $0.replacing("https://yikatong.example", with: "https://new.example")
        }
        try expect("ledger-unlisted-host", "请写进“曾用网址”", at: "2:36")
        try change("guides/site.yaml") { $0 += "\n曾用网址: [\"https://yikatong.example\"]\n" }
        #expect(try tree.check().status == 0)
    }

    @Test("A code that opens nothing, until the guide is retired with a reason")
    func deadCode() throws {
        let roadmap = "guides/roadmaps/现代物流.yaml", card = "cards/现代物流.yaml"
        let code = tree.rows()[1][2]
        for file in [roadmap, card] { try FileManager.default.removeItem(atPath: tree.folder.path(file)) }
        let check = try tree.check()
        #expect(check.status == 1)
        #expect(check.output.contains("短码\(code)印过1批共50份，现在扫码什么也打不开"), "\(check.output)")
        #expect(check.output.contains("[ledger-dead-code]"))
        try tree.folder.write(
            "退役:\n  - {短码: \(code), 名称: 现代物流项目审批全流程, 日期: 2026-11-01, 原因: 并入重大产业, 接替: 重大产业}\n", to: "guides/retired.yaml"
        )
        #expect(try !tree.check().output.contains("ledger-dead-code"))
    }
}
