import Foundation
import TestSupport
import Testing

/// A ledger that is gone together with its head: what else remembers it.
@Suite struct LostLedgerTests {
    private let tree: PrintingTree
    private var head: String { tree.folder.path("cards/ledger.head") }

    init() throws {
        tree = try PrintingTree.small()
        let printed = try tree.print(["施工许可", "--design", "窗口标签", "--dpi", "150"], to: tree.folder.path("out"))
        try #require(printed.status == 0, "\(printed.errors)")
    }

    private func git(_ arguments: String...) throws {
        let who = ["-c", "user.name=甲", "-c", "user.email=a@example.com"]
        let result = try BuiltCommand.run(
            executable: "/usr/bin/env", ["git", "-C", tree.folder.path] + who + arguments)
        try #require(result.status == 0, "\(result.errors)")
    }

    private func lose() throws {
        for file in [tree.ledger, head] { try FileManager.default.removeItem(atPath: file) }
    }

    @Test func `check and print see in git that there was one, and say how to get it back`() throws {
        try git("init", "-q")
        try git("add", "-A")
        try git("commit", "-q", "-m", "印卡")
        #expect(try tree.check().status == 0)
        try lose()
        // Lost in the folder only, and then committed as lost.
        for isCommitted in [false, true] {
            if isCommitted { try git("commit", "-q", "-a", "-m", "整理") }
            let check = try tree.check()
            #expect(check.status == 1 && check.output.contains("[ledger-missing]"), "\(check.output)")
            let again = try tree.print(["施工许可", "--design", "窗口标签", "--dpi", "150"], to: tree.folder.path("again"))
            #expect(again.status == 1, "\(again.errors)")
            let advice = try #require(check.output.firstMatch(of: /git checkout ([0-9a-f]+) --/))
            if isCommitted { try git("checkout", "-q", String(advice.output.1), "--", "cards") }
        }
        #expect(try tree.check().status == 0)
        #expect(tree.rows().count == 1)
    }

    @Test func `A tree without a ledger that never had one is fine, in a repository or not`() throws {
        try lose()
        #expect(try tree.check().status == 0)
        try git("init", "-q")
        #expect(try tree.check().status == 0)
        try git("add", "-A")
        try git("commit", "-q", "-m", "开始")
        #expect(try tree.check().status == 0)
    }

    @Test func `A daemon holds the last good ledger and says so, also after a restart`() throws {
        let arguments = ["--data", tree.folder.path("data")] + tree.options
        func readyz(_ daemon: Daemon) throws -> String {
            String(decoding: try RawHTTP.send("/readyz", port: daemon.port).body, as: UTF8.self)
        }
        do {
            let daemon = try Daemon(arguments + ["--operations", "local"])
            #expect(try !readyz(daemon).contains("ledger"))
            try lose()
            var isTold = false
            for _ in 0..<600 where !isTold {
                isTold = try readyz(daemon).contains("ledger-missing")
                if !isTold { Thread.sleep(forTimeInterval: 0.05) }
            }
            #expect(isTold)
            #expect(daemon.stop() == 0)
        }
        // The printed code is gone from the files too: its last good guide is still served.
        try FileManager.default.removeItem(atPath: tree.folder.path("guides/items/施工许可.yaml"))
        let daemon = try Daemon(arguments + ["--operations", "local"])
        #expect(try readyz(daemon).contains("ledger-missing"))
        #expect(try RawHTTP.send("/c/CY7MN", port: daemon.port).status == 200)
    }
}
