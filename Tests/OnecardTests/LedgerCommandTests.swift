import Foundation
import TestSupport
import Testing

/// `onecard ledger` and the codes that are taken under its lock, with the built command.
@Suite struct LedgerCommandTests {
    private let tree: PrintingTree
    private let small = ["--design", "窗口标签", "--dpi", "150"]

    init() throws { tree = try PrintingTree() }

    private func print(_ names: [String], _ options: [String] = []) throws {
        let printed = try tree.print(names + small + options, to: tree.folder.path("out"))
        try #require(printed.status == 0, "\(printed.errors)")
    }

    @Test func `A voided batch is shown apart, and its code still must not die`() throws {
        try print(["施工许可"], ["--batch", "印坏的一批", "--copies", "30"])
        try print(["施工许可"], ["--batch", "好的", "--copies", "20"])
        let void = try BuiltCommand.run(["ledger", "void", "印坏的一批", "--reason", "裁歪了"] + tree.options)
        #expect(void.status == 0, "\(void.errors)")
        #expect(void.output.contains("批次“印坏的一批”作废了30份"))
        let audit = try BuiltCommand.run(["audit"] + tree.options)
        #expect(audit.output.contains("台账：印过1个短码，共20份，另有作废30份"), "\(audit.output)")
        #expect(audit.output.contains("：20份，另有作废30份，批次印坏的一批、好的"), "\(audit.output)")
        let impact = try BuiltCommand.run(["impact", "建筑法", "第八条"] + tree.options)
        #expect(impact.output.contains("印过的卡：2批，共20份，另有作废30份"), "\(impact.output)")
        #expect(impact.output.contains("窗口标签30份（已作废）"))
        for (batch, words) in [("印坏的一批", "已经作废了"), ("印坏的一皮", "是否想写“印坏的一批”？"), ("没有的批次啊", "台账里没有批次")] {
            let again = try BuiltCommand.run(["ledger", "void", batch] + tree.options)
            #expect(again.status == 1)
            #expect(again.errors.contains(words), "\(again.errors)")
        }
        #expect(try BuiltCommand.run(["ledger", "void", "好的"] + tree.options).status == 0)
        #expect(try BuiltCommand.run(["audit"] + tree.options).output.contains("共0份，另有作废50份"))
        // Cards may be out all the same: what is voided is still listed, see also VoidTests.
        #expect(try BuiltCommand.run(["audit"] + tree.options).output.contains("CY7MN "))
    }

    @Test func `Two clerks who printed in two clones: git merges with the command as its driver`() throws {
        let git = [
            "git", "-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "init.defaultBranch=main", "-C",
            tree.folder.path,
        ]
        func run(_ arguments: String...) throws {
            let result = try BuiltCommand.run(executable: "/usr/bin/env", git + arguments)
            try #require(result.status == 0, "\(arguments) \(result.output) \(result.errors)")
        }
        try run("init")
        // As the handbook says it.
        try run("config", "merge.onecard-ledger.driver", "\(BuiltCommand.path) ledger merge %A %B --base %O")
        try run("config", "merge.ours.driver", "true")
        try tree.folder.write(
            "cards/ledger.csv merge=onecard-ledger\ncards/ledger.head merge=ours\n", to: ".gitattributes")
        try tree.folder.write("cards/.ledger.*\nout/\n", to: ".gitignore")
        try print(["房地产开发"])
        try run("add", "-A")
        try run("commit", "-m", "1")
        try run("checkout", "-b", "other")
        try print(["现代物流"])
        try run("commit", "-am", "2")
        try run("checkout", "main")
        try print(["施工许可"])
        try run("commit", "-am", "3")
        try run("merge", "other", "-m", "4")
        #expect(tree.rows().count == 3)
        #expect(Set(tree.rows().map { $0[0] }).count == 3, "each its own batch")
        let late = try tree.check()
        #expect(late.status == 0 && late.output.contains("[ledger-head]"), "\(late.output)")
        let verified = try BuiltCommand.run(["ledger", "verify", "--write-head"] + tree.options)
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(try !tree.check().output.contains("ledger-"))
        #expect(PrintingTree.names(in: tree.folder.path, hidden: true).allSatisfy { !$0.hasPrefix(".ledger") })
    }

    @Test func `Two files are merged into the first, and what was found is said`() throws {
        try print(["房地产开发"], ["--batch", "甲"])
        for file in ["csv", "head"] {
            try FileManager.default.copyItem(
                atPath: tree.folder.path("cards/ledger.\(file)"), toPath: tree.folder.path("theirs.\(file)"))
        }
        try print(["现代物流"], ["--batch", "乙"])
        let mine = tree.rows()
        for file in ["csv", "head"] {
            let (ours, theirs) = (tree.folder.path("cards/ledger.\(file)"), tree.folder.path("theirs.\(file)"))
            try FileManager.default.moveItem(atPath: ours, toPath: tree.folder.path("mine.\(file)"))
            try FileManager.default.moveItem(atPath: theirs, toPath: ours)
        }
        try print(["施工许可"], ["--batch", "乙"])
        let merged = try BuiltCommand.run(["ledger", "merge", tree.ledger, tree.folder.path("mine.csv")])
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(merged.output.contains("相同的开头1行，并入1行"))
        #expect(merged.errors.contains("两边各有一个批次叫“乙”，对方的改叫“乙-"), "\(merged.errors)")
        #expect(tree.rows().count == 3 && Set(tree.rows().map { $0[2] }).isSuperset(of: mine.map { $0[2] }))
        #expect(try !tree.check().output.contains("ledger-"))
        try tree.folder.write("批次\n", to: "broken.csv")
        let broken = try BuiltCommand.run(["ledger", "merge", tree.ledger, tree.folder.path("broken.csv")])
        #expect(broken.status == 1 && broken.errors.contains("broken.csv:1:1"), "\(broken.errors)")
        #expect(try BuiltCommand.run(["ledger", "merge", tree.ledger, tree.folder.path("none.csv")]).status == 1)
        #expect(tree.rows().count == 3)
    }

    /// Starts the command so many times at once and waits for all.
    private func atOnce(_ count: Int, _ arguments: (Int) -> [String]) throws -> [String] {
        let said = try (0..<count).map { _ in try TemporaryFolder() }
        let processes = try said.enumerated().map { number, folder in
            try BuiltCommand.start(executable: BuiltCommand.path, arguments(number) + tree.options, into: folder)
        }
        return try zip(processes, said).map { process, folder in
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return try String(contentsOfFile: folder.path("output"), encoding: .utf8)
        }
    }

    @Test func `Codes minted by twelve at once are twelve different ones, and all are listed`() throws {
        let said = try atOnce(12) { ["new", "code", "用途\($0)"] }
        let codes = said.compactMap { $0.firstMatch(of: /短码([0-9A-Z]{5})/).map { String($0.1) } }
        #expect(Set(codes).count == 12)
        let list = try String(contentsOfFile: tree.folder.path("guides/reserved.yaml"), encoding: .utf8)
        for code in codes { #expect(list.contains("\"\(code)\""), "\(code)") }
        #expect(try tree.check().status == 0)
    }

    @Test func `New guides made at once, with codes of their own and reserved ones, lose nothing`() throws {
        let minted = try BuiltCommand.run(["new", "code", "先印卡", "--count", "6"] + tree.options)
        let reserved = minted.output.matches(of: /短码([0-9A-Z]{5})/).map { String($0.1) }
        #expect(reserved.count == 6)
        let said = try atOnce(12) { number in
            let own = number % 2 == 0 ? ["--code", reserved[number / 2]] : []
            return ["new", "notice", "通知\(number)"] + own
        }
        let codes = said.compactMap { $0.firstMatch(of: /短码([0-9A-Z]{5})/).map { String($0.1) } }
        #expect(Set(codes).count == 12)
        #expect(Set(codes).isSuperset(of: reserved))
        let list = try String(contentsOfFile: tree.folder.path("guides/reserved.yaml"), encoding: .utf8)
        for code in codes { #expect(!list.contains(code), "\(code) is no longer reserved") }
    }

    @Test(arguments: [
        "预留: [{短码: 4K7MM, 用途: 手写的, 日期: 2026-11-01}]\n", "预留: []\n", "预留:\n- {短码: 4K7MM, 用途: 手写的, 日期: 2026-11-01}\n",
        "预留:\n  - 短码: 4K7MM\n    用途: 手写的\n    日期: 2026-11-01\n\n\n",
    ])
    func `A list that a clerk wrote keeps what it has; a new code is in it, or is not given away`(list: String) throws {
        try tree.folder.write(list, to: "guides/reserved.yaml")
        let minted = try BuiltCommand.run(["new", "code", "新的"] + tree.options)
        let after = try String(contentsOfFile: tree.folder.path("guides/reserved.yaml"), encoding: .utf8)
        if minted.status == 0 {
            let code = try #require(minted.output.firstMatch(of: /短码([0-9A-Z]{5})/)).1
            #expect(after.contains(code))
        } else {
            #expect(minted.errors.contains("短码也没有发出"), "\(minted.errors)")
            #expect(after == list)
        }
        #expect(after.contains("4K7MM") == list.contains("4K7MM"))
        #expect(try tree.check().status == 0)
    }
}
