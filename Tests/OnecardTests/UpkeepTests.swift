import Foundation
import TestSupport
import Testing

/// What maintainers do between editions: new files, what a changed law touches, what is due.
@Suite struct UpkeepTests {
    private let folder: TemporaryFolder
    private let options: [String]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        options = ["--guides", folder.path("guides"), "--cards", folder.path("cards")]
    }

    @Test("A new file keeps itself from the public until it is filled in, and never overwrites another")
    func newFiles() throws {
        let places = [
            ("item", "guides/items"), ("roadmap", "guides/roadmaps"), ("law", "guides/laws"),
            ("policy", "guides/policies"), ("notice", "guides/notices"), ("design", "cards/designs"),
            ("sheet", "cards/sheets"), ("card", "cards"),
        ]
        var unfilled: [String] = []
        for (kind, place) in places {
            let made = try BuiltCommand.run(["new", kind, "新建的一个"] + options)
            #expect(made.status == 0, "\(kind): \(made.errors)")
            let path = folder.path("\(place)/新建的一个.yaml")
            let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            #expect(text.contains("#"), "\(kind) has comments")
            let again = try BuiltCommand.run(["new", kind, "新建的一个"] + options)
            #expect(again.status == 1)
            #expect(try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) == text)
            // Designs and sheets are shown to nobody by themselves.
            if !["design", "sheet", "card"].contains(kind) { unfilled.append(path) }
        }
        // The card opens the guide of its name.
        let card = try String(contentsOf: URL(fileURLWithPath: folder.path("cards/新建的一个.yaml")), encoding: .utf8)
        #expect(card.contains("打开: \"新建的一个\""))
        let check = try BuiltCommand.run(["check", "--format", "json"] + options)
        #expect(check.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
        let found = try #require(object["diagnostics"] as? [[String: Any]]).filter {
            $0["severity"] as? String == "error"
        }
        #expect(found.compactMap { $0["file"] as? String }.sorted() == unfilled.sorted())
        #expect(Set(found.compactMap { $0["rule"] as? String }) == ["unfilled-template"])
        // Nothing of a new file is a fact that nobody has written.
        for path in unfilled {
            let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            #expect(text.contains("〔待填〕"))
            #expect(!text.contains("第四十二条") && !text.contains("个工作日"))
        }
    }

    @Test("A card that is called as no guide says that somebody must choose one")
    func newCard() throws {
        #expect(try BuiltCommand.run(["new", "card", "没有这个指南"] + options).status == 0)
        let text = try String(contentsOf: URL(fileURLWithPath: folder.path("cards/没有这个指南.yaml")), encoding: .utf8)
        #expect(text.contains("打开: 〔待填〕"))
        #expect(try BuiltCommand.run(["new", "card", "施工许可"] + options).status == 0)
        let other = try String(contentsOf: URL(fileURLWithPath: folder.path("cards/施工许可.yaml")), encoding: .utf8)
        #expect(other.contains("打开: \"施工许可\""))
    }

    @Test(
        "A name that would never be read, or is too long, is refused with the way out",
        arguments: [
            ("#1号线站房审批", "以“#”开头的文件不会被读取"), ("~$草稿", "以“~$”开头的文件不会被读取"), (" 前导空格", "名称的开头和末尾不能有空格"),
            ("尾空格 ", "名称的开头和末尾不能有空格"), ("零宽\u{200B}字", "U+200B"), ("市级/县级", "--name \"市级/县级\""),
            (String(repeating: "跨", count: 86), "--name \"跨"), ("甲(试行)", "请改成全角“（）”"),
        ])
    func namesThatAreRefused(name: String, words: String) throws {
        for kind in ["item", "design"] {
            let made = try BuiltCommand.run(["new", kind, name] + options)
            #expect(made.status == 64)
            if kind == "item" || !words.hasPrefix("--name") { #expect(made.errors.contains(words), "\(made.errors)") }
            #expect(made.errors.firstMatch(of: /The operation|couldn/) == nil)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("guides/items"))
        #expect(!names.contains { $0.hasPrefix(name) })
    }

    @Test("The official name may be longer than a file's, and have a slash")
    func officialNames() throws {
        let official = "市级/县级" + String(repeating: "跨", count: 86)
        let made = try BuiltCommand.run(["new", "item", "短的名称", "--name", official] + options)
        #expect(made.status == 0, "\(made.errors)")
        let text = try String(contentsOf: URL(fileURLWithPath: folder.path("guides/items/短的名称.yaml")), encoding: .utf8)
        #expect(text.contains("名称: \"\(official)\""))
    }

    @Test("New guides get codes that nothing has")
    func freshCodes() throws {
        var codes: Set<String> = []
        for number in 0..<5 {
            let made = try BuiltCommand.run(["new", "notice", "通知\(number)"] + options)
            let code = try #require(made.output.firstMatch(of: /短码([0-9A-Z]{5})/)).1
            #expect(codes.insert(String(code)).inserted)
        }
        #expect(!(try BuiltCommand.run(["check"] + options).output.contains("[duplicate-code]")))
    }

    @Test("Impact names every place that cites an article")
    func impact() throws {
        let text = try BuiltCommand.run(["impact", "建筑法", "第八条"] + options)
        #expect(text.status == 0)
        #expect(text.output.contains("事项 施工许可（CY7MN）"))
        #expect(text.output.contains("法定办结时限（7 日）：第八条"))
        #expect(!text.output.contains("第七条"))

        let json = try BuiltCommand.run(["impact", "建筑法", "第八条", "--format", "json"] + options)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["codes"] as? [String])?.contains("CY7MN") == true)
        #expect((object["uses"] as? [Any])?.isEmpty == false)

        let unknown = try BuiltCommand.run(["impact", "建筑去"] + options)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("是否想写“建筑法”？"))
    }

    @Test(
        "Impact takes a law by any name and places in any form",
        arguments: [
            ["中华人民共和国建筑法", "第八条"], ["《建筑法》", "8"], ["建筑法第八条"], ["中华人民共和国建筑法第八条"], ["建筑法 第8条"],
            ["建筑法", "第八条第二款"], ["建筑法", "第七条至第九条"],
        ])
    func impactByAnyName(words: [String]) throws {
        let found = try BuiltCommand.run(["impact"] + words + options)
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output.contains("《中华人民共和国建筑法》第"))
        #expect(found.output.contains("法定办结时限（7 日）：第八条"))
    }

    @Test("Impact says what is not there, and proposes no other law")
    func impactOfNothing() throws {
        let expected = [
            (["城市照明条例"], "运行 onecard new law 城市照明条例"), (["建筑法", "第八百条"], "没有第八百条，请核对条号"),
            (["建筑法", "第八条第九款"], "第八条只有2款，没有第九款"), (["建筑法", "第八条改"], "请写成“建筑法 第八条”"),
        ]
        for (words, message) in expected {
            let found = try BuiltCommand.run(["impact"] + words + options)
            #expect(found.status == 1)
            #expect(found.errors.contains(message), "\(found.errors)")
        }
    }

    @Test("A range is found by each article in it, a 款 apart from its sister")
    func impactThroughRanges() throws {
        let path = folder.path("guides/items/施工许可.yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let cited = text.replacing("- 建筑法 第七条、第八条\n", with: "- 中华人民共和国建筑法 第七条至第九条\n  - 建筑法 第十条第二款\n")
        try Data(cited.utf8).write(to: URL(fileURLWithPath: path))
        let eighth = try BuiltCommand.run(["impact", "建筑法", "第八条"] + options)
        #expect(eighth.output.contains("  设定依据：第八条\n"), "\(eighth.output)\(eighth.errors)")
        #expect(try BuiltCommand.run(["impact", "建筑法", "第十条第二款"] + options).output.contains("设定依据：第十条第二款"))
        #expect(!(try BuiltCommand.run(["impact", "建筑法", "第十条第一款"] + options).output.contains("施工许可（CY7MN）")))
    }

    @Test("The handbook's recipe for a change of a law: today the old words, from its day on the new ones")
    func lawChange() throws {
        let path = folder.path("guides/laws/建筑法.yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let article = "  - 条: 第八条\n    修改日期: 2099-03-01\n    内容: |\n      自收到申请之日起五日内颁发施工许可证。\n"
        let amendment = "  - {公布日期: 2026-11-01, 施行日期: 2099-03-01, 说明: 第三次修正}\n"
        let amended = text.replacing("  - 条: 第九条\n", with: article + "  - 条: 第九条\n")
            .replacing("\n状态:", with: "\n" + amendment + "状态:")
        try Data(amended.utf8).write(to: URL(fileURLWithPath: path))
        let now = try BuiltCommand.run(["check", "--all"] + options)
        #expect(now.status == 0)
        #expect(!now.output.contains("limit-not-in-article") && !now.output.contains("changed-article"))
        let then = try BuiltCommand.run(["check", "--all", "--today", "2099-03-01"] + options).output
        #expect(then.contains("“建筑法”第八条在2099年3月1日修改"))
        #expect(then.contains("“建筑法”第八条里没有“7 日”，条文写的是“五日”"))
        let audit = try BuiltCommand.run(["audit"] + options).output
        #expect(audit.contains("将要变的法规：1处"))
        #expect(audit.contains("2099-03-01 建筑法第八条修改，影响"))
        #expect(!audit.contains("施工许可：建筑法第八条"))
    }

    @Test("Impact and audit know the printed batches; a retired code is one by itself, a dead one is an error")
    func printedBatches() throws {
        let unprinted = try BuiltCommand.run(["impact", "建筑法", "第八条"] + options)
        #expect(unprinted.output.contains("印过的卡：没有一批打开这些指南"))
        #expect(try BuiltCommand.run(["audit"] + options).output.contains("台账：还没有印过卡"))

        let print = [
            "print", "--unsafe-address", "--design", "窗口标签", "--batch", "第一批", "--copies", "50", "--out",
            folder.path("印"),
        ]
        let printed = try BuiltCommand.run(print + ["房地产开发", "施工许可"] + options)
        #expect(printed.status == 0, "\(printed.errors)")
        let text = try BuiltCommand.run(["impact", "建筑法", "第八条"] + options)
        #expect(text.output.contains("印过的卡：1批，共100份"))
        #expect(text.output.contains("CY7MN 事项 施工许可：窗口标签50份"))
        // The roadmap leans on the article by way of its items.
        #expect(text.output.contains("全流程 房地产开发：窗口标签50份"))
        let json = try BuiltCommand.run(["impact", "建筑法", "第八条", "--format", "json"] + options)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let batches = try #require(object["batches"] as? [[String: Any]])
        #expect(batches.map { $0["batch"] as? String } == ["第一批", "第一批"])
        #expect(batches.contains { ($0["through"] as? [String])?.contains("施工许可") == true })
        // What does not lean on it is not listed.
        #expect(!(try BuiltCommand.run(["impact", "道路运输条例"] + options).output.contains("施工许可：窗口标签")))

        #expect(try BuiltCommand.run(["audit"] + options).output.contains("打开事项：1个，50份"))
        let file = URL(fileURLWithPath: folder.path("guides/notices/项目帮办服务.yaml"))
        let notice = try String(contentsOf: file, encoding: .utf8)
        let code = String(try #require(notice.firstMatch(of: /短码: ([0-9A-Z]{5})/)).1)
        #expect(try BuiltCommand.run(print + ["项目帮办服务"] + options).status == 0)
        try FileManager.default.removeItem(at: file)
        let dead = try BuiltCommand.run(["audit"] + options)
        #expect(dead.output.contains("打不开任何指南：1个"))
        #expect(dead.output.contains("\(code)：50份，批次第一批"))
        #expect(try BuiltCommand.run(["check"] + options).status == 1)
        try folder.write(
            "退役:\n  - {短码: \(code), 名称: 项目帮办服务, 日期: 2026-11-01, 原因: 办完了。}\n", to: "guides/retired.yaml")
        #expect(try BuiltCommand.run(["check"] + options).status == 0)
        #expect(try BuiltCommand.run(["audit"] + options).output.contains("已退役：1个，50份"))
    }

    @Test("An audit ahead of time finds what will be due then")
    func audit() throws {
        let today = try BuiltCommand.run(["audit", "--today", "2026-11-23", "--days", "0"] + options)
        let later = try BuiltCommand.run(
            ["audit", "--today", "2028-01-01", "--days", "0", "--format", "json"] + options)
        #expect(today.status == 0)
        #expect(today.output.contains("示例数据：事项69个"))
        #expect(today.output.contains("2027年的放假安排公布后，写进guides/calendar/2027.yaml"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(later.output.utf8)) as? [String: Any])
        let reviews = try #require(object["reviews"] as? [[String: Any]])
        #expect(reviews.count > 28)
        let deadlines = try #require(object["openDeadlines"] as? [[String: Any]])
        #expect(deadlines.contains { $0["item"] as? String == "施工许可" && $0["missingYear"] as? Int == 2028 })
        #expect(reviews.allSatisfy { $0["isOverdue"] as? Bool == true })
    }
}
