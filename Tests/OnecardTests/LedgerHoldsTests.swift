import Foundation
import TestSupport
import Testing

/// “No printed code dies”, as far as the ledger holds it, with the built command.
@Suite struct LedgerHoldsTests {
    private let tree: PrintingTree
    private let small = ["--design", "窗口标签", "--dpi", "150"]

    init() throws { tree = try PrintingTree() }

    private func print(_ names: [String], to out: String = "out", _ options: [String] = []) throws {
        let printed = try tree.print(names + small + options, to: tree.folder.path(out))
        try #require(printed.status == 0, "\(printed.errors)")
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: tree.folder.path(file), encoding: .utf8)
    }

    private func expectError(_ rule: String, _ words: String...) throws {
        let check = try tree.check()
        #expect(check.status == 1)
        #expect(check.output.contains("[\(rule)]"), "\(check.output)")
        for words in words { #expect(check.output.contains(words), "\(check.output)") }
    }

    // MARK: Addresses

    @Test(arguments: [
        "https://yikatong.example/typo", "https://yikatong.example//", "https://yikatong.example?",
        "http://yikatong.example", "https://yikatong.example:443", "https://Yikatong.example",
        "https://yikatong.example.", "https://yikatong.example:8443", "http://192.168.1.20:8080", "http://localhost",
        "https://other.gov.cn", "https://yikatong.example@evil.cn",
    ])
    func `An address that the site does not give is never printed for good, whatever the flag`(base: String) throws {
        for flag in [[], ["--unsafe-address"]] {
            let printed = try BuiltCommand.run(
                ["print", "房地产开发", "--base-url", base, "--out", tree.folder.path("out")] + small + flag + tree.options)
            #expect(printed.status != 0, "\(base)")
            #expect(!printed.errors.isEmpty)
        }
        #expect(PrintingTree.names(in: tree.folder.path("out"), hidden: true).isEmpty)
        #expect(tree.rows().isEmpty)
    }

    @Test(arguments: [
        ("https://yikatong.example", "是", "示例网址"), ("http://zhengwu.a.cn", "否", "不是https的网址"),
        ("https://zhengwu.a.cn", "是", "示例网址"),
        ("http://192.168.1.20:8080", "否", "IP地址"), ("https://[2001:db8::1]", "否", "IP地址"),
        ("http://localhost:8080", "否", "本机或内网的网址"), ("http://onecard.local", "否", "本机或内网的网址"),
        ("https://zhengwufuwu", "否", "本机或内网的网址"),
    ])
    func `The site's own address goes out when everybody can open it, else by a flag that the row tells of`(
        base: String, isSample: String, doubt: String
    ) throws {
        if isSample == "否" { try tree.publish() }
        let site = try text("guides/site.yaml").replacing("https://yikatong.example", with: base)
        try tree.folder.write(site, to: "guides/site.yaml")
        let arguments = ["print", "房地产开发", "--out", tree.folder.path("out")] + small + tree.options
        let refused = try BuiltCommand.run(arguments)
        #expect(refused.status == 1)
        #expect(refused.errors.contains(doubt) && refused.errors.contains("--unsafe-address"), "\(refused.errors)")
        #expect(tree.rows().isEmpty)
        let printed = try BuiltCommand.run(arguments + ["--unsafe-address"])
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(tree.rows().map { $0[12] } == [doubt])
        #expect(tree.rows()[0][3].hasPrefix(base + "/c/"))
        // For a trial nobody asks.
        let trial = try BuiltCommand.run(
            ["print", "房地产开发", "--trial", "--out", tree.folder.path("trial")] + small + tree.options)
        #expect(trial.status == 0, "\(trial.errors)")
    }

    @Test(arguments: ["https://yikatong.example", "https://card.example.com"])
    func `A tree that says it is no sample never goes out under a sample's address, whatever the flag`(
        base: String
    ) throws {
        try tree.publish()
        let site = try text("guides/site.yaml").replacing("https://yikatong.example", with: base)
        try tree.folder.write(site, to: "guides/site.yaml")
        let printed = try BuiltCommand.run(
            ["print", "房地产开发", "--unsafe-address", "--out", tree.folder.path("out")] + small + tree.options)
        #expect(printed.status == 1)
        #expect((printed.output + printed.errors).contains("[sample-part]"), "\(printed.errors)")
        #expect(tree.rows().isEmpty)
    }

    @Test func `A good address, and one of before, need no flag`() throws {
        try tree.publish()
        let site = try text("guides/site.yaml")
            .replacing("https://yikatong.example", with: "https://zhengwu.a.cn")
        try tree.folder.write(site + "曾用网址: [\"https://old.a.cn\"]\n", to: "guides/site.yaml")
        for base in [[], ["--base-url", "https://old.a.cn"], ["--base-url", "https://zhengwu.a.cn/"]] {
            let printed = try BuiltCommand.run(
                ["print", "房地产开发", "--out", tree.folder.path("out")] + small + base + tree.options)
            #expect(printed.status == 0, "\(printed.errors)")
            let name = try #require(tree.rows().last)[11]
            #expect(try text("guides/roadmaps/房地产开发.yaml").contains("名称: \(name)\n"))
            #expect(printed.output.contains("→ 打开：全流程“\(name)”"), "\(printed.output)")
            #expect(printed.output.contains("正式印制"))
        }
        #expect(tree.rows().map { $0[12] } == ["", "", ""])
        #expect(tree.rows().allSatisfy { $0[9...10] == ["全流程", "房地产开发"] })
        #expect(try !tree.check().output.contains("ledger-"))
    }

    // MARK: Guides

    @Test func `Two printed codes that were swapped are an error for both, and neither is printed once more`() throws {
        try print(["施工许可", "取水许可"])
        let files = ["guides/items/施工许可.yaml", "guides/items/取水许可.yaml"]
        let codes = tree.rows().map { $0[2] }
        for (file, change) in zip(files, [(codes[0], codes[1]), (codes[1], codes[0])]) {
            try tree.folder.write(try text(file).replacing(change.0, with: change.1), to: file)
        }
        try expectError(
            "ledger-other-guide", "短码\(codes[0])印卡时打开事项", "短码\(codes[1])印卡时打开事项", "请改回\(codes[0])", "请改回\(codes[1])")
        let again = try tree.print(["施工许可"] + small, to: tree.folder.path("again"))
        #expect(again.status == 1)
        #expect(again.errors.contains("[ledger-other-guide]"), "\(again.errors)")
        #expect(tree.rows().count == 2)
        // Another guide that nobody touched is.
        try print(["房地产开发"], to: "again")
    }

    @Test func `A printed guide's file that another item overwrote is an error, until it says that it was called so`()
        throws
    {
        try print(["取水许可"])
        let file = "guides/items/取水许可.yaml", before = try text(file)
        let name = try #require(before.firstMatch(of: /(?m)^名称: (.+)$/)).1
        try tree.folder.write(before.replacing("名称: \(name)", with: "名称: 食品经营许可", maxReplacements: 1), to: file)
        try expectError("ledger-other-guide", "打开事项“\(name)”，现在打开事项“食品经营许可”", "曾用名: [{名称: \"\(name)\"}]")
        // The line of the message, as it stands there.
        try tree.folder.write(try text(file) + "曾用名: [{名称: \"\(name)\"}]\n", to: file)
        #expect(try !tree.check().output.contains("ledger-other-guide"))
        try print(["取水许可"])
    }

    @Test func `A renamed roadmap, notice and site say so in their files, and their pages do`() throws {
        try print(["房地产开发", "投资项目服务一卡通", "项目帮办服务"])
        for (file, name) in [
            ("guides/roadmaps/房地产开发.yaml", "新的全流程"), ("guides/site.yaml", "新的一卡通"),
            ("guides/notices/项目帮办服务.yaml", "新的通知"),
        ] {
            let before = try text(file)
            let old = try #require(before.firstMatch(of: /(?m)^名称: (.+)$/)).1
            try tree.folder.write(before.replacing("名称: \(old)", with: "名称: \(name)", maxReplacements: 1), to: file)
            try expectError("ledger-other-guide", "现在打开", "“\(name)”")
            try tree.folder.write(try text(file) + "\n曾用名: [\(old)]\n", to: file)
        }
        #expect(try !tree.check().output.contains("ledger-other-guide"))
    }

    // MARK: The file

    @Test func `A cut tail, and a ledger that is gone, are errors; nothing is printed upon either`() throws {
        try print(["房地产开发", "施工许可", "取水许可"])
        let whole = try text("cards/ledger.csv")
        try tree.folder.write(
            whole.split(separator: "\n").dropLast(2).joined(separator: "\n") + "\n", to: "cards/ledger.csv")
        try expectError("ledger-cut-tail", "台账的末尾少了2行：应当有3行，现在有1行")
        let printed = try tree.print(["房地产开发"] + small, to: tree.folder.path("more"))
        #expect(printed.status == 1 && printed.errors.contains("[ledger-cut-tail]"), "\(printed.errors)")
        #expect(PrintingTree.names(in: tree.folder.path("more"), hidden: true).isEmpty)
        let verified = try BuiltCommand.run(
            ["ledger", "verify", tree.folder.path("out/manifest.json")] + tree.options)
        #expect(verified.status == 1)
        #expect(verified.output.contains("[ledger-cut-tail]"))
        #expect(verified.errors.contains("manifest.json里有2张卡不在台账里"), "\(verified.errors)")
        #expect(try BuiltCommand.run(["ledger", "verify", "--write-head"] + tree.options).status == 1)

        try FileManager.default.removeItem(atPath: tree.ledger)
        try expectError("ledger-missing", "它应当有3行")
        #expect(try tree.print(["房地产开发"] + small, to: tree.folder.path("more")).status == 1)

        try tree.folder.write(whole, to: "cards/ledger.csv")
        let good = try BuiltCommand.run(["ledger", "verify", tree.folder.path("out/manifest.json")] + tree.options)
        #expect(good.status == 0, "\(good.output) \(good.errors)")
        #expect(good.output.contains("台账是全的：3行"))
    }

    @Test func `The manifest of a print says its batch, how many rows there are then, and the last seal`() throws {
        struct Manifest: Decodable {
            struct Ledger: Decodable {
                let batch: String
                let rows: Int
                let seal: String
            }

            let ledger: Ledger?
        }
        func manifest(_ out: String) throws -> Manifest {
            try JSONDecoder().decode(Manifest.self, from: Data(try text("\(out)/manifest.json").utf8))
        }
        try print(["房地产开发", "施工许可"])
        try print(["取水许可"], to: "next")
        let last = try #require(tree.rows().last)
        let ledger = try #require(manifest("next").ledger)
        #expect(ledger.batch == last[0] && ledger.rows == 3 && ledger.seal == last[8])
        #expect(try manifest("out").ledger?.rows == 2)
        #expect(try text("cards/ledger.head").contains("行数: 3\n校验: \(last[8])\n"))
        #expect(
            try BuiltCommand.run(
                ["print", "房地产开发", "--trial", "--out", tree.folder.path("trial")] + small + tree.options
            )
            .status == 0)
        #expect(try manifest("trial").ledger == nil)
    }

    @Test func `A journal row that cannot be read stops the next print with its place, and is kept`() throws {
        try print(["房地产开发"])
        // A print that was cut off: its journal, and its rows not in the ledger yet.
        let out = tree.folder.path("cut")
        let seal = try #require(tree.rows().last)[8]
        let good = Array(tree.rows()[0].prefix(8)) + Array(tree.rows()[0].suffix(4))
        var bad = good
        bad[2] = "XXXXX"
        let journal: [String: Any] = [
            "staging": out + "/.onecard-none", "out": out, "files": [String](), "seal": seal, "rows": [good, bad],
        ]
        try tree.folder.write(JSONSerialization.data(withJSONObject: journal), to: "cards/.ledger.journal")
        let before = try text("cards/ledger.csv")
        let printed = try tree.print(["施工许可"] + small, to: tree.folder.path("next"))
        #expect(printed.status == 1)
        #expect(printed.errors.contains(".ledger.journal”里，第2条台账记录读不出来（“XXXXX”不是短码）"), "\(printed.errors)")
        #expect(try text("cards/ledger.csv") == before)
        #expect(FileManager.default.fileExists(atPath: tree.folder.path("cards/.ledger.journal")))
        #expect(PrintingTree.names(in: tree.folder.path("next"), hidden: true).isEmpty)
    }

    @Test func `So many copies and no more`() throws {
        for copies in ["0", "-1", "1000001", "9223372036854775807", "99999999999999999999"] {
            #expect(try tree.print(["房地产开发", "--copies", copies] + small, to: tree.folder.path("out")).status == 64)
        }
        #expect(tree.rows().isEmpty)
        try print(["房地产开发"], ["--copies", "1000000"])
        // What an older onecard let through.
        let row = tree.rows()[0]
        let old = try text("cards/ledger.csv")
        try tree.folder.write(old.replacing(",1000000,", with: ",9223372036854775807,"), to: "cards/ledger.csv")
        #expect(row[5] == "1000000")
        try expectError("ledger-too-many-copies", "一次最多1000000份")
        for command in [["audit"], ["audit", "--format", "json"], ["impact", "建筑法"]] {
            #expect(try BuiltCommand.run(command + tree.options).status == 0, "\(command)")
        }
    }
}
