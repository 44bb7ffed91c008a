import Foundation
import TestSupport
import Testing

/// Codes that are minted, and printed, before their guide exists.
@Suite(.serialized) struct ReservedTests {
    private let folder: TemporaryFolder
    private let options: [String]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        options = ["--guides", folder.path("guides"), "--cards", folder.path("cards")]
    }

    private func mint(_ purpose: String, _ count: Int) throws -> [String] {
        let made = try BuiltCommand.run(["new", "code", purpose, "--count", String(count)] + options)
        try #require(made.status == 0, "\(made.errors)")
        return made.output.matches(of: /短码([0-9A-Z]{5})/).map { String($0.1) }
    }

    @Test("A code goes from the mint to the card to its guide")
    func wholeLife() throws {
        let codes = try mint("高端化工\"二期\"", 2) + mint("物流园区", 1)
        #expect(Set(codes).count == 3)
        let check = try BuiltCommand.run(["check"] + options)
        #expect(check.status == 0, "\(check.output)")

        // A designer gets its symbol, and the ledger may hold it.
        let symbol = try BuiltCommand.run(["qr", codes[0], "--out", folder.path("symbol.svg")] + options)
        #expect(symbol.status == 0, "\(symbol.errors)")
        #expect(symbol.output.contains("/c/\(codes[0])"))

        // Whoever scans the card early is told that it is genuine.
        let daemon = try Daemon(options)
        let early = try RawHTTP.send("/c/\(codes[0].lowercased())", port: daemon.port)
        let page = String(decoding: early.body, as: UTF8.self)
        #expect(early.status == 404)
        for words in ["<h1>这份指南还没有发布</h1>", "您的卡片是真的", "高端化工", "tel:0537"] { #expect(page.contains(words), "\(words)") }
        #expect(daemon.stop() == 0)

        // Its guide takes the code off the list.
        let made = try BuiltCommand.run(["new", "notice", "化工通知", "--code", codes[0]] + options)
        #expect(made.status == 0, "\(made.errors)")
        let list = try String(contentsOf: URL(fileURLWithPath: folder.path("guides/reserved.yaml")), encoding: .utf8)
        #expect(!list.contains(codes[0]))
        #expect(list.contains(codes[1]) && list.contains(codes[2]))
        try fillIn("化工通知")
        #expect(try BuiltCommand.run(["check"] + options).status == 0)
        #expect(
            try String(contentsOf: URL(fileURLWithPath: folder.path("guides/notices/化工通知.yaml")), encoding: .utf8)
                .contains(codes[0]))

        for (number, code) in codes.dropFirst().enumerated() {
            #expect(try BuiltCommand.run(["new", "notice", "通知\(number)", "--code", code] + options).status == 0)
            try fillIn("通知\(number)")
        }
        #expect(try BuiltCommand.run(["check"] + options).status == 0, "an emptied list is a list")
        #expect(try mint("再来", 1).count == 1)
        #expect(try BuiltCommand.run(["check"] + options).status == 0)
    }

    /// Writes what the template of a notice leaves to the clerk.
    private func fillIn(_ notice: String) throws {
        let file = URL(fileURLWithPath: folder.path("guides/notices/\(notice).yaml"))
        let text = try String(contentsOf: file, encoding: .utf8)
        let filled = text.replacing("[〔待填〕]", with: "[高端化工]").replacing("〔待填〕", with: "正文。")
        try #require(filled != text)
        try Data(filled.utf8).write(to: file)
    }

    @Test("A reserved code is no other's, and nothing else is taken for one")
    func refusals() throws {
        let code = try #require(try mint("物流园区", 1).first)
        #expect(try BuiltCommand.run(["new", "notice", "甲", "--code", "CY7MN"] + options).status == 1)
        #expect(try BuiltCommand.run(["new", "law", "甲", "--code", code] + options).status == 64)
        #expect(try BuiltCommand.run(["new", "notice", "甲", "--count", "2"] + options).status == 64)
        #expect(try BuiltCommand.run(["new", "code", "甲", "--count", "0"] + options).status == 64)
        // A guide that has the code while the list still does.
        #expect(try BuiltCommand.run(["new", "notice", "甲"] + options).status == 0)
        let path = folder.path("guides/notices/甲.yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let own = try #require(text.firstMatch(of: /短码: "?([0-9A-Z]{5})/)).1
        try text.replacingOccurrences(of: String(own), with: code).write(
            toFile: path, atomically: true, encoding: .utf8)
        let check = try BuiltCommand.run(["check"] + options)
        #expect(check.status == 1)
        #expect(check.output.contains("预留的短码“\(code)”已经有指南了"))
    }
}
