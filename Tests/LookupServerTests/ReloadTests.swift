internal import Foundation
internal import Glibc
internal import Guides
internal import Hummingbird
internal import Logging
internal import ServiceLifecycle
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// Hot reload with real files, a real watcher and a real daemon.
@Suite(.serialized) struct ReloadTests {
    /// A daemon that watches a tree of its own.
    private func live(
        _ prepare: (GuideTreeCopy) throws -> (guides: String, cards: String) = { ($0.guides, $0.cards) },
        _ body: @escaping @Sendable (GuideTreeCopy, LiveDaemon) throws -> Void
    ) async throws {
        let tree = try GuideTreeCopy()
        let places = try prepare(tree)
        try await LiveDaemon.run(guides: places.guides, cards: places.cards) { try body(tree, $0) }
    }

    private func edit(_ tree: GuideTreeCopy, _ summary: String) throws -> [UInt8] {
        let text = try String(contentsOfFile: tree.guides + "/items/施工许可.yaml", encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix("简介:") ? "简介: \(summary)" : String($0)
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    @Test func `Every way of saving a file ends in the new page`() async throws {
        try await live { tree, daemon in
            let path = tree.guides + "/items/施工许可.yaml"
            // In place, as simple editors do.
            try Data(edit(tree, "改法一。")).write(to: URL(fileURLWithPath: path))
            try daemon.expect("改法一。")
            // A new file renamed over the old, as careful editors do, beside their temporary files.
            try Data("x".utf8).write(to: URL(fileURLWithPath: tree.guides + "/items/.施工许可.yaml.swp"))
            try Data("x".utf8).write(to: URL(fileURLWithPath: tree.guides + "/items/施工许可.yaml~"))
            try Data(edit(tree, "改法二。")).write(to: URL(fileURLWithPath: path), options: .atomic)
            try daemon.expect("改法二。")
            // Deleted and made again.
            let third = try edit(tree, "改法三。")
            try FileManager.default.removeItem(atPath: path)
            try Data(third).write(to: URL(fileURLWithPath: path))
            try daemon.expect("改法三。")
            // The whole folder exchanged.
            try FileManager.default.copyItem(atPath: tree.guides + "/items", toPath: tree.folder.path("new"))
            try FileManager.default.moveItem(atPath: tree.guides + "/items", toPath: tree.folder.path("old"))
            try FileManager.default.moveItem(atPath: tree.folder.path("new"), toPath: tree.guides + "/items")
            try Data(edit(tree, "改法四。")).write(to: URL(fileURLWithPath: path))
            try daemon.expect("改法四。")
        }
    }

    @Test func `A release folder is exchanged by its link`() async throws {
        try await live { tree in
            try FileManager.default.createDirectory(
                atPath: tree.folder.path("releases"), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: tree.guides, toPath: tree.folder.path("releases/1"))
            try tree.folder.link("guides", to: "releases/1")
            return (tree.guides, tree.cards)
        } _: { tree, daemon in
            for release in 2...4 {
                let new = tree.folder.path("releases/\(release)")
                try FileManager.default.copyItem(atPath: tree.folder.path("releases/1"), toPath: new)
                try Data(edit(tree, "第\(release)版。")).write(to: URL(fileURLWithPath: new + "/items/施工许可.yaml"))
                try tree.folder.link("next", to: "releases/\(release)")
                #expect(rename(tree.folder.path("next"), tree.guides) == 0)
                try daemon.expect("第\(release)版。")
            }
            // And a file of the newest release is watched like any other.
            try Data(edit(tree, "第四版补。")).write(to: URL(fileURLWithPath: tree.guides + "/items/施工许可.yaml"))
            try daemon.expect("第四版补。")
        }
    }

    @Test func `Errors leave the state before, and are shown`() async throws {
        try await live { tree, daemon in
            let path = tree.guides + "/items/施工许可.yaml"
            let good = try Data(contentsOf: URL(fileURLWithPath: path))
            let before = try daemon.ask("/c/CY7MN")
            for broken in [Data(), Data(good.prefix(good.count / 3)), Data("简介: [".utf8), Data([0xFF, 0xFE, 0x00])] {
                try broken.write(to: URL(fileURLWithPath: path))
                try daemon.wait { try daemon.ask("/readyz").text.contains("\"newestFilesServed\":false") }
                let answer = try daemon.ask("/c/CY7MN")
                #expect(answer.status == 200)
                #expect(answer.body == before.body)
                #expect(try daemon.ask("/readyz").text.contains("施工许可.yaml"))
                try good.write(to: URL(fileURLWithPath: path))
                try daemon.wait { try daemon.ask("/readyz").text.contains("\"newestFilesServed\":true") }
            }
            // What did not change keeps its tag through all reloads.
            #expect(try daemon.ask("/c/CY7MN")["etag"] == before["etag"])
            // A page that is gone with its whole folder: the old state again.
            try FileManager.default.moveItem(atPath: tree.guides, toPath: tree.folder.path("gone"))
            try daemon.wait { try daemon.ask("/readyz").text.contains("\"newestFilesServed\":false") }
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            try FileManager.default.moveItem(atPath: tree.folder.path("gone"), toPath: tree.guides)
            try daemon.wait { try daemon.ask("/readyz").text.contains("\"newestFilesServed\":true") }
        }
    }

    @Test func `A storm of edits never shows through`() async throws {
        try await live { tree, daemon in
            let path = tree.guides + "/items/施工许可.yaml"
            var seen: Set<String> = []
            for phase in 1...4 {
                let storm = Thread {
                    for round in 0..<120 {
                        guard let good = try? self.edit(tree, "风暴\(phase)之\(round)。") else { continue }
                        switch round % 4 {
                        case 0: try? Data(good).write(to: URL(fileURLWithPath: path), options: .atomic)
                        case 1: try? Data(good.prefix(good.count / 2)).write(to: URL(fileURLWithPath: path))
                        case 2: try? FileManager.default.removeItem(atPath: path)
                        default: try? Data("坏: [".utf8).write(to: URL(fileURLWithPath: path))
                        }
                        for number in 0..<20 {
                            try? Data("x".utf8).write(to: URL(fileURLWithPath: tree.guides + "/items/.\(number)"))
                        }
                        usleep(10_000)
                        try? Data(good).write(to: URL(fileURLWithPath: path))
                    }
                }
                storm.start()
                try daemon.wait {
                    let answer = try daemon.ask("/c/CY7MN")
                    #expect(answer.status == 200)
                    #expect(answer.text.hasSuffix("</html>"))
                    // A page speaks of one version throughout.
                    let versions = Set(answer.text.matches(of: /风暴[0-9]+之[0-9]+。/).map { String($0.output) })
                    #expect(versions.count <= 1)
                    seen.formUnion(versions)
                    return answer.text.contains("风暴\(phase)之119。")
                }
                try daemon.wait { storm.isFinished }
            }
            #expect(seen.count >= 4)
        }
    }

    @Test func `Polling finds what inotify would`() async throws {
        let tree = try GuideTreeCopy()
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self)
        let watcher = FolderWatcher(
            folders: [tree.guides], since: TreeFingerprint(of: [tree.guides]), usesInotify: false
        ) { continuation.yield() }
        watcher.start()
        defer { watcher.stop() }
        var iterator = changes.makeAsyncIterator()
        try Data(edit(tree, "轮询。")).write(to: URL(fileURLWithPath: tree.guides + "/items/施工许可.yaml"))
        #expect(await iterator.next() != nil)
    }
}

/// A daemon that follows its files.
struct LiveDaemon: Sendable {
    let port: Int

    static func run(guides: String, cards: String, _ body: @escaping @Sendable (LiveDaemon) throws -> Void) async throws
    {
        let state = TreeFingerprint(of: [guides, cards])
        let loader = GuideLoader(guides: guides, cards: cards)
        guard let guidebook = loader.load().guidebook else { throw Client.Failure(words: "guides") }
        let site = LiveSite(try SiteSnapshot(guidebook))
        var logger = Logger(label: "test") { LineLogHandler(label: $0, format: .json, write: { _ in }) }
        logger.logLevel = .critical
        let work = ReloadWork(folders: [guides, cards]) {
            let outcome = loader.load()
            return ReloadWork.Loaded(guidebook: outcome.guidebook, diagnostics: outcome.diagnostics)
        }
        let reload = ReloadService(
            site, work, triggers: ReloadTriggers.all(watching: [guides, cards], since: state), logger: logger)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = try buildApplication(
            serving: site, at: ListenAddress(host: "127.0.0.1", port: 0), limits: .none, answersOperators: true,
            services: [reload], logger: logger
        ) { continuation.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw Client.Failure(words: "not started") }
            let result = await onThread { try body(LiveDaemon(port: port)) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
    }

    func ask(_ target: String) throws -> Client.Answer {
        let client = try Client(port: port)
        try client.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        return try client.answer()
    }

    /// Waits until the page says so; every answer on the way is a whole good page.
    func expect(_ words: String) throws {
        try wait {
            let answer = try ask("/c/CY7MN")
            #expect(answer.status == 200)
            return answer.text.contains(words)
        }
    }

    /// Asks until it holds; ends the test where it does not for a time far beyond any promise.
    func wait(_ condition: () throws -> Bool) throws {
        try waitUntil(condition)
    }
}

extension ServerLimits {
    /// For clients that ask without a pause.
    static var none: ServerLimits {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        return limits
    }
}
