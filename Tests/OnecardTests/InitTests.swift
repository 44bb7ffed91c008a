import Foundation
import TestSupport
import Testing

/// `onecard init`: where a city begins.
@Suite struct InitTests {
    @Test("An empty site has nothing wrong but what is to be filled in, and is never written over")
    func emptySite() throws {
        let folder = try TemporaryFolder()
        let made = try BuiltCommand.run(["init", folder.path("城市")])
        #expect(made.status == 0, "\(made.errors)")
        let options = ["--guides", folder.path("城市/guides"), "--cards", folder.path("城市/cards")]
        let check = try BuiltCommand.run(["check", "--format", "json"] + options)
        #expect(check.status == 1)
        let rules = check.output.matches(of: /"rule" ?: ?"([a-z-]+)"/).map { String($0.1) }
        #expect(rules == ["unfilled-template"], "\(check.output)")
        #expect(try BuiltCommand.run(["init", folder.path("城市")]).status == 1)

        // Filled in, it is in order, and guides can be begun.
        let site = URL(fileURLWithPath: folder.path("城市/guides/site.yaml"))
        let filled = [
            "网址": "https://kt.example", "主管单位": "某市行政审批服务局", "地区": "某市", "示例数据": "是", "咨询电话": "0537-3239633",
        ]
        let text = try String(contentsOf: site, encoding: .utf8)
        let lines = text.split(separator: "\n").map { line in
            filled.first { line.hasPrefix($0.key + ":") }.map { "\($0.key): \($0.value)" }
                ?? line.replacingOccurrences(of: "〔待填〕", with: "甲")
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: site)
        let good = try BuiltCommand.run(["check"] + options)
        #expect(good.status == 0, "\(good.output)")
        #expect(try BuiltCommand.run(["new", "item", "施工许可"] + options).status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path("城市/guides/items/施工许可.yaml")))
        // What is there is never written over.
        #expect(try BuiltCommand.run(["init", folder.path("城市")]).status == 1)
        #expect(FileManager.default.fileExists(atPath: folder.path("城市/guides/items/施工许可.yaml")))
    }

    @Test("Where one of its folders is there already, nothing is made")
    func neverOver() throws {
        let folder = try TemporaryFolder()
        try folder.write("别人的\n", to: "cards/甲.yaml")
        let refused = try BuiltCommand.run(["init", folder.path])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("cards已经有了"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cards"])
        let unwritable = try BuiltCommand.run(["init", "/proc/甲"])
        #expect(unwritable.status == 1)
        #expect(unwritable.errors.contains("写不了/proc/甲"))
    }
}
