import Foundation
import TestSupport
import Testing

/// What `print`, `qr`, `check`, `audit` and `stats` make of guides that are paused, over, or not out yet.
@Suite(.serialized) struct StatePrintTests {
    private let tree: PrintingTree

    init() throws { tree = try PrintingTree() }

    private func write(_ lines: String, to item: String) throws {
        let path = tree.folder.path("guides/items/\(item).yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        try tree.folder.write(text.replacing(/\n事项状态: .*/, with: "\n" + lines), to: "guides/items/\(item).yaml")
    }

    private func out(_ name: String) -> String { tree.folder.path(name) }

    private static let pause = "事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 2999-12-31, 原因: 系统升级。}"
    private static let label = ["--design", "窗口标签"]

    @Test func `A paused item is printed only where that is meant, and left out of many by name`() throws {
        try write(Self.pause, to: "施工许可")
        #expect(try tree.check().status == 0)
        for arguments in [["施工许可"], ["消防验收", "施工许可"], ["施工许可", "--trial"]] {
            let refused = try tree.print(arguments + Self.label, to: out("甲"))
            #expect(refused.status == 1)
            #expect(refused.errors.contains("“施工许可”（2026年11月1日起，2999年12月31日止，系统升级。）暂停办理，没有印"))
            #expect(refused.errors.contains("--paused"))
            #expect(PrintingTree.names(in: out("甲"), hidden: true).isEmpty)
        }
        #expect(tree.rows().isEmpty)
        let many = try tree.print(["--items", "--field", "房地产开发"], to: out("乙"))
        #expect(many.status == 0, "\(many.errors)")
        #expect(many.output.contains("暂停办理，没有印：“施工许可”"))
        let names = PrintingTree.names(in: out("乙"))
        #expect(names.count > 3 && !names.contains { $0.contains("施工许可") })
        #expect(!tree.rows().contains { $0.contains("CY7MN") })
        let meant = try tree.print(["施工许可", "--paused"] + Self.label, to: out("丙"))
        #expect(meant.status == 0, "\(meant.errors)")
        #expect(tree.rows().contains { $0.contains("CY7MN") })
    }

    @Test func `A cancelled item is never printed, and its printed code stays good`() throws {
        let printed = try tree.print(["施工许可"] + Self.label, to: out("甲"))
        #expect(printed.status == 0, "\(printed.errors)")
        try write("事项状态: 在用\n计划取消日期: 2026-11-01\n取消: {原因: 并入。, 接替: 消防验收}", to: "施工许可")
        // The roadmaps still name it: that is a warning behind the day, for nobody did anything at midnight.
        let check = try tree.check()
        #expect(check.status == 0, "\(check.output)")
        #expect(check.output.contains("[planned-cancellation]"))
        for arguments in [["施工许可"], ["施工许可", "--paused"], ["施工许可", "--trial"]] {
            let refused = try tree.print(arguments + Self.label, to: out("乙"))
            #expect(refused.status == 1)
            #expect(refused.errors.contains("“施工许可”自2026年11月1日起取消，不能再印卡；接替它的是“消防验收”"))
        }
        let symbol = try BuiltCommand.run(["qr", "CY7MN", "--out", out("码.svg")] + tree.options)
        #expect(symbol.status == 1 && symbol.errors.contains("已经取消"))
        let audit = try BuiltCommand.run(["audit"] + tree.options)
        #expect(audit.output.contains("已取消：1个") && !audit.output.contains("打不开任何指南"))
    }

    @Test func `A card that opens what is gone is left out of many and refused by name`() throws {
        try tree.folder.write(
            "打开: 消防验收\n标题: 消防验收\n版本日期: 2026-11-01\n", to: "cards/消防验收卡.yaml")
        try write("事项状态: 在用\n计划取消日期: 2026-11-01\n取消: {原因: 并入。}", to: "消防验收")
        let refused = try tree.print(["消防验收卡", "--trial"], to: out("甲"))
        #expect(refused.status == 1 && refused.errors.contains("“消防验收”自2026年11月1日起取消，不能再印卡"))
        let many = try tree.print(["--trial"], to: out("乙"))
        #expect(many.status == 0, "\(many.errors)")
        #expect(many.output.contains("没有印卡“消防验收卡”"))
    }

    @Test func `What comes out later may be printed ahead, and that is said`() throws {
        try tree.folder.write(
            """
            短码: 4K7MM
            名称: 新通知
            发布机关: 济宁市行政审批服务局
            发布日期: 2999-01-01
            领域: [房地产开发]
            内容: 正文。
            核对: {日期: 2026-11-01, 状态: 示例}
            下次核对: 2027-05-01

            """, to: "guides/notices/新通知.yaml")
        let printed = try tree.print(["新通知"] + Self.label, to: out("甲"))
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(printed.output.contains("2999年1月1日才发布"))
        #expect(try tree.check().status == 0)
        #expect(try BuiltCommand.run(["audit"] + tree.options).output.contains("还没有到发布日期：1个"))
        let symbol = try BuiltCommand.run(["qr", "新通知", "--out", out("码.svg")] + tree.options)
        #expect(symbol.status == 0, "\(symbol.errors)")
    }

    @Test func `An audit lists what changes by itself`() throws {
        try write("事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 2026-12-31, 原因: 系统升级。}", to: "施工许可")
        try write("事项状态: 在用\n计划生效日期: 2027-01-10\n计划取消日期: 2027-02-01", to: "消防验收")
        let audit = try BuiltCommand.run(["audit", "--today", "2026-11-23"] + tree.options)
        for line in [
            "2027-01-01 事项 施工许可：开始或恢复办理", "2027-01-10 事项 消防验收：开始或恢复办理", "2027-02-01 事项 消防验收：取消",
        ] { #expect(audit.output.contains(line), "\(line)\n\(audit.output)") }
        let json = try BuiltCommand.run(["audit", "--today", "2026-11-23", "--format", "json"] + tree.options)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["coming"] as? [[String: Any]])?.contains { $0["name"] as? String == "消防验收" } == true)
    }

    @Test func `A day ahead is for previews only`() throws {
        let refused = try BuiltCommand.run(["serve", "--today", "2027-01-01"] + tree.options)
        #expect(refused.status == 64 && refused.errors.contains("--preview"))
    }
}
