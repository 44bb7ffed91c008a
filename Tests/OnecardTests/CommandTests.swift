import Foundation
import TestSupport
import Testing

/// The built command as people call it.
@Suite struct CommandTests {
    @Test("The shipped guides are in order")
    func shippedGuides() throws {
        let result = try BuiltCommand.run(["check"])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("A broken tree ends with status 1 and says where, what and by which rule")
    func brokenTree() throws {
        let folder = try copyOfShippedTree()
        let item = folder.path("guides/items/施工许可.yaml")
        var text = try String(contentsOf: URL(fileURLWithPath: item), encoding: .utf8)
        text = text.replacingOccurrences(of: "承诺办结时限:", with: "承诺时限:")
        try text.write(toFile: item, atomically: true, encoding: .utf8)
        let line = try #require(text.components(separatedBy: "\n").firstIndex { $0.hasPrefix("承诺时限:") }) + 1

        let options = ["--guides", folder.path("guides"), "--cards", folder.path("cards")]
        let check = try BuiltCommand.run(["check"] + options)
        #expect(check.status == 1)
        #expect(check.output.contains("\(item):\(line):1: 错误：“事项”没有“承诺时限”这个键，这里叫“承诺办结时限”"))
        #expect(check.output.contains("[unknown-key]\n    承诺时限:"))
        // The key is misspelt, not missing: one message for one cause.
        #expect(!check.output.contains("[missing-key]"))

        let print = try BuiltCommand.run(["print", "--out", folder.path("out")] + options)
        #expect(print.status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        // The daemon goes on with the rest.
        let daemon = try Daemon(options)
        #expect(daemon.stop() == 0)
    }

    @Test(
        "A card whose text does not fit, or has a character without a glyph, is not written",
        arguments: [
            ("标题: 一二三四五六七八九十一二三四五六七八九十一二三四五", "放不下"), ("标题: 房地产\u{1F0A1}", "🂡"),
        ])
    func refusedCard(title: String, reason: String) throws {
        let folder = try copyOfShippedTree()
        let card = folder.path("cards/房地产开发.yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: card), encoding: .utf8)
        try text.replacingOccurrences(of: "标题: 房地产开发", with: title).write(
            toFile: card, atomically: true, encoding: .utf8)
        let result = try BuiltCommand.run([
            "print", "房地产开发", "--unsafe-address", "--out", folder.path("out"), "--guides", folder.path("guides"),
            "--cards",
            folder.path("cards"),
        ])
        #expect(result.status == 1)
        #expect(result.errors.contains(reason), "\(result.errors)")
        let written = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) ?? []
        #expect(written.isEmpty)
    }

    @Test("The same input gives the same bytes, with and without bleed")
    func sameBytes() throws {
        let folder = try TemporaryFolder()
        for options in [[], ["--bleed"]] {
            for run in ["a", "b"] {
                let result = try BuiltCommand.run(["print", "房地产开发", "--trial", "--out", folder.path(run)] + options)
                #expect(result.status == 0, "\(result.errors)")
            }
            for side in ["正面", "背面"] {
                let files = ["a", "b"].map { URL(fileURLWithPath: folder.path("\($0)/房地产开发-\(side).png")) }
                #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
            }
        }
    }

    @Test("Wrong usage ends with status 64")
    func usage() throws {
        #expect(try BuiltCommand.run(["print"]).status == 64)
        #expect(try BuiltCommand.run(["serve", "--port", "99999"]).status == 64)
        #expect(try BuiltCommand.run(["nonsense"]).status == 64)
    }

    private func copyOfShippedTree() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        return folder
    }
}
