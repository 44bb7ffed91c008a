internal import Foundation
internal import Guides
internal import TestSupport
internal import Testing
internal import VersionRecords

@testable internal import LookupServer

/// The built daemon started, restarted and edited with a fault in each kind of file: everything else answers.
@Suite(.serialized) struct OneFaultTests {
    /// The shipped guides with a retired and a reserved code, and where the daemon keeps its data.
    private final class Tree: Sendable {
        let copy: GuideTreeCopy
        let codes: [String: Int]
        var data: String { copy.folder.path("data") }

        init() throws {
            copy = try GuideTreeCopy()
            try copy.folder.write(
                "预留:\n  - {短码: \"1111Y\", 用途: 新卡, 日期: 2026-10-01}\n", to: "guides/reserved.yaml")
            let book = try #require(GuideLoader(guides: copy.guides, cards: copy.cards).load().guidebook)
            codes = Dictionary(
                uniqueKeysWithValues: book.givenCodes.map { code in
                    (code.text, book.guide(for: code) != nil ? 200 : book.retired[code] != nil ? 410 : 404)
                })
        }

        func start(_ arguments: [String] = []) throws -> BuiltDaemon {
            try BuiltDaemon(guides: copy.guides, cards: copy.cards, ["--rate-limit", "0"] + arguments)
        }

        func path(_ name: String) -> String { copy.folder.path(name) }

        /// The codes that do not answer as they did when all was well.
        func wrong(_ daemon: BuiltDaemon) throws -> [String] {
            try codes.filter { try daemon.ask("/c/\($0.key)").status != $0.value }.keys.sorted()
        }
    }

    private static let faults: [(name: String, bytes: Data?)] = [
        ("guides/notices", nil), ("guides/site.yaml", Data("名称: [".utf8)),
        ("guides/items/施工许可.yaml", Data("坏: [".utf8)),
        ("guides/roadmaps/房地产开发.yaml", Data("领域: 没有的领域\n".utf8)), ("guides/laws/建筑法.yaml", Data([0xFF, 0x00, 0x01])),
        ("guides/calendar/2026.yaml", Data("年份: 二〇二六\n".utf8)), ("guides/retired.yaml", Data("退役: 无\n".utf8)),
        ("guides/reserved.yaml", Data("预留: [{短码: 1111Y".utf8)), ("cards/房地产开发.yaml", Data("打开: 没有的\n".utf8)),
        ("cards/designs/口袋卡.yaml", Data("宽: 很宽\n".utf8)), ("cards/sheets/a4-10.yaml", Data("坏".utf8)),
        ("cards/ledger.csv", Data("坏的一行\n".utf8)),
    ]

    /// A file of a folder of which the names may change.
    private static func file(_ name: String, in tree: Tree) throws -> String {
        guard !name.contains(".") else { return name }
        let first = try FileManager.default.contentsOfDirectory(atPath: tree.path(name)).sorted().first
        return name + "/" + (try #require(first))
    }

    @Test func `A fault in each kind of file costs nothing, over an edit, a restart and a repair`() async throws {
        try await onThread {
            let tree = try Tree()
            do {
                let daemon = try tree.start(["--data", tree.data])
                #expect(try tree.wrong(daemon) == [])
                // One fault after the other in the running daemon, all of them in the end.
                for (name, bytes) in OneFaultTests.faults {
                    let file = try OneFaultTests.file(name, in: tree)
                    try (bytes ?? Data("坏: [".utf8)).write(to: URL(fileURLWithPath: tree.path(file)))
                    try daemon.wait(for: file) { try daemon.ask("/readyz").text.contains(file) }
                    #expect(try tree.wrong(daemon) == [], "\(file)")
                }
                #expect(daemon.stop() == 0)
            }
            let daemon = try tree.start(["--data", tree.data])
            #expect(try tree.wrong(daemon) == [])
            #expect(try daemon.ask("/c/CY7MN").text.contains("<svg"))
            #expect(try daemon.ask("/readyz").text.contains("\"newestFilesServed\":false"))
            for (name, _) in OneFaultTests.faults {
                let file = try OneFaultTests.file(name, in: tree)
                #expect(try daemon.ask("/readyz").text.contains(file), "\(file)")
                #expect(daemon.log.contains(file), "\(file)")
                // Repaired one after the other.
                try? FileManager.default.removeItem(atPath: tree.path(file))
                let shipped = Repository.path(file)
                if FileManager.default.fileExists(atPath: shipped) {
                    try FileManager.default.copyItem(atPath: shipped, toPath: tree.path(file))
                } else if file.hasSuffix("retired.yaml") {
                    try tree.copy.folder.write(
                        "退役:\n  - {短码: \"00000\", 名称: 旧事项, 日期: 2026-10-01, 原因: 并入施工许可, 接替: 施工许可}\n", to: file)
                } else if file.hasSuffix("reserved.yaml") {
                    try tree.copy.folder.write(
                        "预留:\n  - {短码: \"1111Y\", 用途: 新卡, 日期: 2026-10-01}\n", to: file)
                }
                try daemon.wait(for: "\(file) repaired") { try !daemon.ask("/readyz").text.contains(file) }
            }
            #expect(try daemon.ask("/readyz").text.contains("\"status\":\"ok\""))
            #expect(try tree.wrong(daemon) == [])
        }.get()
    }

    @Test
    func `Every good version is on disk before the first answer, so that a fault in the first moment costs nothing`()
        async throws
    {
        try await onThread {
            let tree = try SmallTree()
            let data = tree.folder.path("data")
            do {
                let daemon = try BuiltDaemon(tree, ["--data", data])
                let kept = Set(try VersionDatabase(path: data + "/published.sqlite").all().map(\.name))
                let laws = try FileManager.default.contentsOfDirectory(atPath: tree.guides + "/laws")
                let names = ["guides/site.yaml", "guides/items/施工许可.yaml"] + laws.map { "guides/laws/" + $0 }
                #expect(kept.isSuperset(of: names))
                try SmallTree.write("坏: [\n", to: tree.item)
                #expect(daemon.stop() == 0)
            }
            let daemon = try BuiltDaemon(tree, ["--data", data])
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(try daemon.ask("/readyz").text.contains("施工许可.yaml"))
        }.get()
    }

    @Test func `Without a version from before, a broken guide says that it is being revised`() async throws {
        try await onThread {
            let tree = try SmallTree()
            let good = try Data(contentsOf: URL(fileURLWithPath: tree.item))
            try SmallTree.write("短码: CY7MN\n坏: [", to: tree.item)
            let daemon = try BuiltDaemon(tree)
            let answer = try daemon.ask("/c/CY7MN")
            #expect(answer.status == 503)
            #expect(answer["retry-after"] == "600")
            #expect(answer.text.contains("这份指南正在修订"))
            #expect(answer.text.contains("tel:"))
            #expect(try daemon.ask("/").status == 200)
            #expect(try daemon.ask("/readyz").text.contains("施工许可.yaml"))
            #expect(daemon.log.contains("施工许可.yaml"))
            try good.write(to: URL(fileURLWithPath: tree.item))
            try daemon.wait(for: "the guide") { try daemon.ask("/c/CY7MN").status == 200 }
            #expect(try daemon.ask("/readyz").text.contains("\"status\":\"ok\""))
        }.get()
    }

    @Test func `One broken file keeps nobody else's edit from going live`() async throws {
        try await onThread {
            let tree = try Tree()
            let daemon = try tree.start()
            try Data("坏: [".utf8).write(to: URL(fileURLWithPath: tree.path("guides/items/施工许可.yaml")))
            try daemon.wait(for: "the fault") { try daemon.ask("/readyz").text.contains("施工许可.yaml") }
            let other = tree.path("guides/items/消防验收.yaml")
            let text = try String(contentsOfFile: other, encoding: .utf8).replacing(/\n简介: .*/, with: "\n简介: 别人改的。")
            try Data(text.utf8).write(to: URL(fileURLWithPath: other))
            let code = try #require(text.firstMatch(of: /短码: "?([0-9A-Z]{5})/)?.output.1)
            try daemon.wait(for: "the other edit") { try daemon.ask("/c/\(code)").text.contains("别人改的。") }
            #expect(try tree.wrong(daemon) == [])
        }.get()
    }

    @Test func `A character without a glyph costs the chart and not the page, and is named with file and line`()
        async throws
    {
        try await onThread {
            let tree = try SmallTree()
            let text = try String(contentsOfFile: tree.item, encoding: .utf8)
            let broken = text.replacing("办理人: 综合窗口", with: "办理人: 综合窗口😀", maxReplacements: 1)
            try #require(broken != text)
            let line = broken.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("😀") }
            try SmallTree.write(broken, to: tree.item)
            let daemon = try BuiltDaemon(tree)
            let answer = try daemon.ask("/c/CY7MN")
            #expect(answer.status == 200)
            #expect(answer.text.contains("流程图暂时画不出来"))
            #expect(answer.text.contains("综合窗口😀"))
            #expect(!answer.text.contains("<svg"))
            #expect(try daemon.ask("/c/CY7MN/flowchart.svg").status == 404)
            let ready = try daemon.ask("/readyz").text
            #expect(ready.contains("missing-glyph") && ready.contains("\"line\":\((line ?? 0) + 1)"), "\(ready)")
            #expect(ready.contains("\"newestFilesServed\":true"))
            #expect(daemon.log.contains("missing-glyph"))
            try SmallTree.write(text, to: tree.item)
            try daemon.wait(for: "the chart") { try daemon.ask("/c/CY7MN").text.contains("<svg") }
        }.get()
    }

    @Test func `A design that cannot be read leaves no picture that does not open`() async throws {
        try await onThread {
            let tree = try Tree()
            try Data("宽: 很宽\n".utf8).write(to: URL(fileURLWithPath: tree.path("cards/designs/口袋卡.yaml")))
            let daemon = try tree.start()
            #expect(try tree.wrong(daemon) == [])
            for code in tree.codes.keys {
                let page = try daemon.ask("/c/\(code)").text
                #expect(!page.contains("/c/\(code)/card.png"), "\(code)")
            }
            #expect(try daemon.ask("/readyz").text.contains("cards/designs/口袋卡.yaml"))
        }.get()
    }
}
