import Foundation
import TestSupport
import Testing

/// Commands mind only what they touch, and `check` says everything that would stop them.
@Suite struct OneFaultTests {
    private let tree: PrintingTree

    init() throws { tree = try PrintingTree() }

    private func run(_ arguments: String...) throws -> BuiltCommand.Result {
        try BuiltCommand.run(arguments + tree.options)
    }

    private func change(_ file: String, _ change: (String) -> String) throws {
        let path = tree.folder.path(file)
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let after = change(before)
        try #require(after != before, "\(file) has something to change")
        try Data(after.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// An item that cites a law that is not there: the error that every command used to stop at.
    private func citeMissingLaw() throws {
        try change("guides/items/人防报建.yaml") { $0.replacing(/(设定依据:[^\n]*\n\s*- )[^\n]*/) { "\($0.output.1)没有的法 第一条" } }
    }

    @Test func `Errors elsewhere stop no command, and are told of in one line`() throws {
        try tree.folder.write("坏: [", to: "guides/items/民办学校设立.yaml")
        let out = tree.folder.path("out")
        for arguments in [
            ["print", "高端化工", "--unsafe-address", "--design", "窗口标签", "--dpi", "150", "--out", out], ["impact", "建筑法"],
            ["audit"],
            ["qr", "CY7MN", "--out", out + "/a.svg"], ["flowchart", "施工许可", "--out", out + "/b.svg"],
            ["new", "law", "气象灾害防御条例"], ["new", "item", "又一个事项"], ["new", "code", "以后的卡"],
        ] {
            let result = try BuiltCommand.run(arguments + tree.options)
            #expect(result.status == 0, "\(arguments): \(result.errors)")
            #expect(result.errors.contains("个文件有错误，运行 onecard check 查看"), "\(arguments): \(result.errors)")
            #expect(!result.errors.contains("民办学校设立.yaml"))
        }
        #expect(tree.rows().count == 1)
    }

    @Test func `A law that an item cites and that is not there can be written`() throws {
        try citeMissingLaw()
        #expect(try run("check").status == 1)
        let new = try run("new", "law", "没有的法")
        #expect(new.status == 0, "\(new.errors)")
        #expect(FileManager.default.fileExists(atPath: tree.folder.path("guides/laws/没有的法.yaml")))
    }

    @Test func `What is broken itself, or leans on what is broken, is not printed, and it is said why`() throws {
        try tree.folder.write("短码: CY7MN\n坏: [", to: "guides/items/施工许可.yaml")
        let out = tree.folder.path("out")
        for name in ["施工许可", "房地产开发"] {
            let result = try tree.print([name, "--design", "窗口标签"], to: out)
            #expect(result.status == 1)
            #expect(result.errors.contains("guides/items/施工许可.yaml:"), "\(name): \(result.errors)")
            #expect(result.errors.contains("“\(name)”有错误，改好以后再试"), "\(name): \(result.errors)")
        }
        #expect(try tree.print(["--items"], to: out).status == 1)
        #expect(try run("flowchart", "施工许可", "--out", out + ".svg").status == 1)
        #expect(tree.rows().isEmpty)
        // A code that a broken file gives away is taken.
        #expect(try run("qr", "CY7MN", "--out", tree.folder.path("a.svg")).status == 0)
    }

    @Test func `Errors of guides hide none of designs, sheets and the ledger, and a broken file's code is not dead`()
        throws
    {
        let printed = try tree.print(["现代物流", "--design", "窗口标签", "--dpi", "150"], to: tree.folder.path("out"))
        try #require(printed.status == 0, "\(printed.errors)")
        let code = tree.rows()[0][2]
        try change("guides/roadmaps/现代物流.yaml") { "坏: [\n" + $0 }
        try change("cards/designs/海报.yaml") { $0.replacing(/\n宽: .*/, with: "\n宽: 很宽") }
        try tree.folder.write("坏\n", to: "cards/sheets/a4-2.yaml")
        let check = try run("check")
        #expect(check.status == 1)
        for file in ["现代物流.yaml", "海报.yaml", "a4-2.yaml"] { #expect(check.output.contains(file), "\(file)") }
        #expect(!check.output.contains("ledger-dead-code"), "\(check.output)")
        // Deleted, it is, whatever else is wrong.
        for file in ["guides/roadmaps/现代物流.yaml", "cards/现代物流.yaml"] {
            try FileManager.default.removeItem(atPath: tree.folder.path(file))
        }
        try tree.folder.write("坏: [", to: "guides/items/消防验收.yaml")
        let dead = try run("check")
        #expect(dead.output.contains("[ledger-dead-code]") && dead.output.contains(code), "\(dead.output)")
    }

    @Test func `What a chart or a card cannot show is found by check, with its place`() throws {
        #expect(!(try run("check").output.contains("unprintable-card")))
        try change("guides/items/施工许可.yaml") { $0.replacing("办理人: 综合窗口", with: "办理人: 综合窗口😀", maxReplacements: 1) }
        try change("guides/roadmaps/房地产开发.yaml") { $0.replacing(/(阶段:\n\s*- 名称: )/) { "\($0.output.1)𪚥😀" } }
        let chart = try run("check")
        #expect(chart.status == 0, "\(chart.output)")
        #expect(chart.output.contains(/items\/施工许可\.yaml:\d+:\d+: 警告：.*😀.*U\+1F600.*\[missing-glyph\]/))
        #expect(chart.output.contains(/roadmaps\/房地产开发\.yaml:\d+:\d+: 警告：.*\[missing-glyph\]/))
        try change("cards/房地产开发.yaml") {
            $0.replacing("标题: 房地产开发", with: "标题: 房地产开发项目从拿地到交付使用的全部审批流程一卡通办事指南")
        }
        let card = try run("check")
        #expect(card.status == 1)
        #expect(card.output.contains(/cards\/房地产开发\.yaml: 错误：.*口袋卡.*放不下.*\[unprintable-card\]/), "\(card.output)")
    }

    @Test func `All names that have no room are said in one answer, by check and by print, with their files`() throws {
        // Three of the names of a real list.
        let names = [
            "《慈善组织公开募捐资格证书》补发、换发", "三级社会体育指导员技术等级称号认定", "一次性工亡补助金（含生活困难，预支50%确认）、丧葬补助金申领",
        ]
        let text = try String(contentsOfFile: tree.folder.path("guides/items/人防报建.yaml"), encoding: .utf8)
        for name in names {
            let new = try run("new", "item", name)
            let code = try #require(new.output.firstMatch(of: /短码([0-9A-Z]{5})/)?.output.1, "\(new.errors)")
            try tree.folder.write(
                text.replacing(/短码: .*/, with: "短码: \"\(code)\"").replacing(/\n名称: .*/, with: "\n名称: \(name)")
                    .replacing(/\n别名:[^\n]*/, with: ""), to: "guides/items/\(name).yaml")
        }
        let check = try run("check")
        #expect(check.status == 0, "\(check.output)")
        let print = try tree.print(["--items", "--trial", "--dpi", "150"], to: tree.folder.path("out"))
        #expect(print.status == 1)
        for name in names {
            #expect(check.output.contains("items/\(name).yaml: 警告："), "\(check.output)")
            #expect(print.errors.contains("items/\(name).yaml："), "\(print.errors)")
        }
        #expect(print.errors.contains("3张卡印不出来，一张也没有印"))
        #expect(PrintingTree.names(in: tree.folder.path("out"), hidden: true) == [])
    }
}
