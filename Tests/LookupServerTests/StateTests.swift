internal import Foundation
internal import TestSupport
internal import Testing

/// What the built daemon answers for items and guides that are paused, over, or not out yet, and how that turns over.
@Suite(.serialized) struct StateTests {
    /// Codes of the tree's own guides besides CY7MN.
    private enum Code {
        static let ending = "4K7MM"
        static let pausing = "A1B27"
        static let coming = "C3D4S"
        static let retiring = "E5F6G"
    }

    /// A tree in which everything turns over on one day.
    private func tree(on day: String) throws -> SmallTree {
        let tree = try SmallTree()
        let before = "2026-11-01"
        let eve = "2026-11-23"
        func item(_ name: String, _ code: String, _ state: String) throws {
            let text = try SmallTree.text(
                of: Repository.path("guides/items/施工许可.yaml"),
                ["短码": code, "名称": name, "别名": "[\(name)别名]", "事项状态": state])
            try tree.folder.write(text, to: "guides/items/\(name).yaml")
        }
        try item("施工许可", "CY7MN", "暂停\n暂停: {起: \(before), 止: \(eve), 原因: 系统升级。}")
        try item("甲", Code.ending, "在用\n计划取消日期: \(day)\n取消: {原因: 并入施工许可。, 接替: 施工许可}")
        try item("乙", Code.pausing, "暂停\n暂停: {起: \(day), 原因: 搬家。}")
        func notice(_ name: String, _ code: String, _ date: String) throws {
            try tree.folder.write(
                """
                短码: \(code)
                名称: \(name)
                发布机关: 济宁市行政审批服务局
                发布日期: \(date)
                领域: [房地产开发]
                内容: \(name)的正文。
                核对: {日期: \(before), 状态: 示例}
                下次核对: 2027-05-01

                """, to: "guides/notices/\(name).yaml")
        }
        try notice("新通知", Code.coming, day)
        try notice("旧通知", Code.retiring, before)
        try tree.folder.write(
            "退役:\n  - {短码: \(Code.retiring), 名称: 旧通知, 日期: \(day), 原因: 已经办完。, 接替: 施工许可}\n", to: "guides/retired.yaml")
        return tree
    }

    /// faketime stands in for the clock on the wall, not for the one that timers run by.
    private func daemon(_ tree: SmallTree, at utc: String, _ arguments: [String] = []) throws -> BuiltDaemon {
        try BuiltDaemon(
            tree, arguments, launcher: ["faketime", utc],
            environment: ["TZ": "UTC", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"])
    }

    private func expectBefore(_ daemon: BuiltDaemon) throws {
        let paused = try daemon.ask("/c/CY7MN")
        #expect(paused.status == 200 && paused.text.contains("<b>暂停办理</b>") && !paused.text.contains("最迟"))
        #expect(try daemon.ask("/c/\(Code.ending)").status == 200)
        #expect(try daemon.ask("/c/\(Code.pausing)").text.contains("起暂停办理"))
        let coming = try daemon.ask("/c/\(Code.coming)")
        #expect(coming.status == 404 && coming.text.contains("将于2026年11月24日发布") && !coming.text.contains("新通知"))
        #expect(try daemon.ask("/c/\(Code.retiring)").status == 200)
        let policies = try daemon.ask("/policies").text
        #expect(policies.contains("旧通知") && !policies.contains("新通知"))
        let data = try daemon.ask("/c/CY7MN", ["Host: localhost", "Accept: application/json"]).text
        #expect(data.contains("\"当前状态\":\"暂停\"") && data.contains("\"止\":\"2026-11-23\""))
    }

    private func expectAfter(_ daemon: BuiltDaemon) throws {
        let resumed = try daemon.ask("/c/CY7MN").text
        #expect(resumed.contains("最迟") && !resumed.contains("暂停"))
        let over = try daemon.ask("/c/\(Code.ending)")
        #expect(over.status == 410 && over.text.contains("并入施工许可。") && over.text.contains("href=\"/c/CY7MN\""))
        for file in ["materials.csv", "flowchart.svg"] {
            #expect(try daemon.ask("/c/\(Code.ending)/\(file)").status == 404)
        }
        for accept in ["application/json", "application/linkset+json"] {
            #expect(try daemon.ask("/c/\(Code.ending)", ["Host: localhost", "Accept: \(accept)"]).status == 410)
        }
        let pausing = try daemon.ask("/c/\(Code.pausing)").text
        #expect(pausing.contains("<b>暂停办理</b>") && !pausing.contains("最迟"))
        #expect(try daemon.ask("/c/\(Code.coming)").text.contains("新通知的正文。"))
        let retired = try daemon.ask("/c/\(Code.retiring)")
        #expect(retired.status == 410 && retired.text.contains("已经办完。") && !retired.text.contains("旧通知的正文"))
        let policies = try daemon.ask("/policies").text
        #expect(!policies.contains("旧通知") && policies.contains("新通知"))
        let home = try daemon.ask("/").text
        #expect(home.contains("/c/CY7MN\"") && !home.contains("/c/\(Code.ending)\""))
    }

    @Test func `At midnight in China pauses, ends, notices and retirements turn over by themselves`() async throws {
        try await onThread {
            let daemon = try daemon(tree(on: "2026-11-24"), at: "2026-11-23 15:59:20")
            try expectBefore(daemon)
            try daemon.wait(for: "Tuesday") { try daemon.ask("/c/\(Code.ending)").status == 410 }
            try expectAfter(daemon)
            let ready = try daemon.ask("/readyz").text
            #expect(ready.contains("\"status\":\"ok\""), "\(ready)")
        }.get()
    }

    @Test func `A file that breaks before midnight does not hold back the new day`() async throws {
        try await onThread {
            let tree = try tree(on: "2026-11-24")
            let daemon = try daemon(tree, at: "2026-11-23 15:59:20")
            try SmallTree.write("短码: [\n", to: tree.guides + "/items/乙.yaml")
            try daemon.wait(for: "the report") { try daemon.ask("/readyz").text.contains("\"status\":\"degraded\"") }
            #expect(try daemon.ask("/c/\(Code.ending)").status == 200)
            try daemon.wait(for: "Tuesday") { try daemon.ask("/c/\(Code.ending)").status == 410 }
            #expect(try daemon.ask("/c/\(Code.coming)").status == 200)
            #expect(try daemon.ask("/c/CY7MN").text.contains("最迟"))
            #expect(try daemon.ask("/readyz").text.contains("\"status\":\"degraded\""))
        }.get()
    }

    @Test func `A preview shows the day that was asked for`() async throws {
        try await onThread {
            let tree = try tree(on: "2026-11-24")
            let daemon = try BuiltDaemon(tree, ["--preview", "--today", "2026-11-23"])
            try expectBefore(daemon)
            let later = try BuiltDaemon(tree, ["--preview", "--today", "2026-11-24"])
            try expectAfter(later)
            // An edit keeps to the day.
            try SmallTree.write(
                try String(contentsOfFile: tree.item, encoding: .utf8).replacing("系统升级。", with: "另一个原因。"), to: tree.item
            )
            try daemon.wait(for: "the edit") { try daemon.ask("/c/CY7MN").text.contains("另一个原因。") }
            try expectBefore(daemon)
        }.get()
    }
}
