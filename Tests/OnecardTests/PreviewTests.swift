import Foundation
import TestSupport
import Testing

/// `serve --preview`, as somebody sees it who writes guides.
@Suite(.serialized) struct PreviewTests {
    private struct Finding: Decodable {
        let before: Int
        let shown: String
        let markup: Int
        let messages: [String]
        let loadsWhileBroken: Int
        let loads: Int
        let scroll: Double
    }

    private func tree() throws -> (folder: TemporaryFolder, options: [String]) {
        let folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        return (folder, ["--guides", folder.path("guides"), "--cards", folder.path("cards")])
    }

    @Test("The browser shows each error with its place, and the page again when it is mended")
    func errorsInTheBrowser() throws {
        let (folder, options) = try tree()
        let item = folder.path("guides/items/施工许可.yaml")
        let line = try String(contentsOf: URL(fileURLWithPath: item), encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).count
        let daemon = try Daemon(["--preview"] + options)
        let screenshots = Repository.path(".build/screenshots")
        try FileManager.default.createDirectory(atPath: screenshots, withIntermediateDirectories: true)
        let result = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [
                Repository.path("Tests/OnecardTests/Browser/preview.py"), "http://127.0.0.1:\(daemon.port)/c/CY7MN",
                item, "\(screenshots)/preview.png",
            ])
        try #require(result.status == 0, "\(result.errors)")
        let finding = try JSONDecoder().decode(Finding.self, from: Data(result.output.utf8))
        #expect(finding.before == 0)
        #expect(finding.shown.contains("指南文件有1个错误"))
        #expect(finding.shown.contains("不认识的键"))
        #expect(finding.shown.contains("施工许可.yaml:\(line)"))
        #expect(finding.shown.contains("[unknown-key]"))
        // What stands in files is text, never markup.
        #expect(finding.markup == 0)
        #expect(finding.loadsWhileBroken == 1, "an error reloads nothing")
        #expect(finding.loads == 2)
        #expect(finding.scroll > 0, "the page stays where it was")
        // No script was refused, none failed.
        #expect(finding.messages.isEmpty, "\(finding.messages)")
        #expect(daemon.stop() == 0)
    }

    @Test("Only this machine gets a preview, and its pages are the site's own")
    func loopbackOnly() throws {
        #expect(try BuiltCommand.run(["serve", "--preview", "--host", "0.0.0.0", "--port", "0"]).status == 64)
        #expect(try BuiltCommand.run(["serve", "--preview", "--data", "x", "--port", "0"]).status == 64)
        let daemon = try Daemon(["--preview"])
        let page = try RawHTTP.send("/c/CY7MN", port: daemon.port, headers: ["Accept-Encoding": "gzip"])
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.contains("script-src 'self' 'sha256-"))
        #expect(policy.contains("connect-src 'self'"))
        #expect(!policy.contains("script-src 'unsafe-inline'"))
        #expect(page.headers["cache-control"] == "no-store")
        #expect(page.headers["content-length"] == String(page.body.count))
        let html = String(decoding: page.body, as: UTF8.self)
        let tag = "<script src=\"/preview/script.js\"></script>"
        #expect(html.hasSuffix(tag + "</body></html>"))
        // But for the tag it is what everybody gets.
        _ = Daemon.endsWithTests
        let everybodys = try RawHTTP.send("/c/CY7MN", port: try Daemon.shared.get().port)
        #expect(html.replacingOccurrences(of: tag, with: "") == String(decoding: everybodys.body, as: UTF8.self))
        #expect(try RawHTTP.send("/c/11111", port: daemon.port).status == 404)
        #expect(
            try RawHTTP.send("/preview/script.js", port: daemon.port).headers["content-type"]
                == "text/javascript; charset=utf-8")
        #expect(try RawHTTP.send("/preview/state", port: try Daemon.shared.get().port).status == 404)
        // Another name that leads to this machine is refused.
        let elsewhere = try BuiltCommand.run(
            executable: "/usr/bin/env",
            [
                "curl", "-sS", "-i", "-H", "Host: evil.example", "http://127.0.0.1:\(daemon.port)/preview/state",
            ])
        #expect(elsewhere.output.hasPrefix("HTTP/1.1 421 "))
        #expect(!elsewhere.output.contains("problems"))
        #expect(daemon.stop() == 0)
    }
}
