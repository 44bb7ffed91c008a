internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// What systemd hears of the built daemon, on a real socket.
@Suite(.serialized) struct ServiceManagerTests {
    private func start(_ tree: SmallTree, _ socket: NotifySocket, _ arguments: [String] = []) throws -> BuiltDaemon {
        try BuiltDaemon(
            tree, arguments, environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "600000"])
    }

    @Test func `It says that it is ready, alive as long as it answers, and that it stops`() async throws {
        try await onThread {
            let (tree, socket) = (try SmallTree(), try NotifySocket())
            let daemon = try start(tree, socket)
            let ready = try socket.hear("ready") { $0.hasPrefix("READY=1\n") }
            #expect(ready.firstMatch(of: /\nSTATUS=[0-9]+个页面$/) != nil, "\(ready)")
            for _ in 0..<3 { _ = try socket.hear("alive") { $0 == "WATCHDOG=1" } }
            // One that hangs says nothing, for as long as systemd waits.
            daemon.signal(SIGSTOP)
            usleep(50_000)
            socket.drain()
            #expect(socket.message(within: 800) == nil)
            daemon.signal(SIGCONT)
            _ = try socket.hear("alive again") { $0 == "WATCHDOG=1" }
            #expect(daemon.stop() == 0)
            _ = try socket.hear("the end") { $0 == "STOPPING=1" }
        }.get()
    }

    @Test func `The status is true after a refused edit, a refused reload, their repair, and a damaged file`()
        async throws
    {
        try await onThread {
            let (tree, socket) = (try SmallTree(), try NotifySocket())
            let data = tree.folder.path("data")
            let daemon = try start(tree, socket, ["--data", data])
            _ = try socket.hear("ready") { $0.hasPrefix("READY=1\n") }
            let good = try String(contentsOfFile: tree.item, encoding: .utf8)

            try SmallTree.write("坏: [\n", to: tree.item)
            _ = try socket.hear("the refused edit") { $0.contains("\nSTATUS=") && $0.contains("1个文件有错误") }
            socket.drain()
            daemon.signal(SIGHUP)
            let reloading = try socket.hear("reloading") { $0.hasPrefix("RELOADING=1\n") }
            #expect(reloading.firstMatch(of: /MONOTONIC_USEC=[0-9]+$/) != nil)
            let refused = try socket.hear("the end of the reload") { $0.hasPrefix("READY=1\n") }
            #expect(refused.contains("1个文件有错误，继续提供它们以前的内容"), "\(refused)")

            try SmallTree.write(good, to: tree.item)
            _ = try socket.hear("the repair") { $0.hasPrefix("READY=1\n") && !$0.contains("错误") }

            // What fails and mends beside the guides.
            try Data(count: 9000).write(to: URL(fileURLWithPath: data + "/scans.sqlite.damaged-20261128-081530"))
            _ = try socket.hear("the damaged file") { $0.hasPrefix("STATUS=") && $0.contains("文件坏了") }
            try FileManager.default.removeItem(atPath: data + "/scans.sqlite.damaged-20261128-081530")
            _ = try socket.hear("its end") { $0.hasPrefix("STATUS=") && !$0.contains("文件坏了") }
            #expect(daemon.stop() == 0)
        }.get()
    }
}
