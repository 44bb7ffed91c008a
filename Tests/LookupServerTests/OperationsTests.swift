internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import Synchronization
internal import Testing

@testable internal import LookupServer

/// What operators see is for operators.
@Suite(.serialized) struct OperationsTests {
    @Test func `Unless they say where they ask, nobody is told anything, whatever a proxy passes on`() async throws {
        try await onThread {
            let tree = try SmallTree()
            // The options that a package has: a proxy on the same machine may leave every field away.
            let daemon = try ServerProcess(["--rate-limit", "0"])
            for path in ["/readyz", "/metrics"] {
                #expect(try daemon.ask(path).status == 404)
            }
            #expect(try daemon.ask("/healthz").status == 200)
            #expect(daemon.stop() == 0)
            let refused = try Program.run([
                BuiltDaemon.executable, "serve", "--guides", tree.guides, "--cards", tree.cards, "--operations", "9580",
            ])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("127.0.0.1:9580"))
        }.get()
    }

    @Test func `At the public address only programs of this machine are answered, where that is asked for`()
        async throws
    {
        let proxy = try #require(NetworkRange("127.0.0.1"))
        var limits = ServerLimits()
        limits.trustedProxies = [proxy]
        try await Daemon.run(limits: limits) { daemon in
            for path in ["/readyz", "/metrics"] {
                let own = try daemon.ask(path)
                #expect(own.status == 200)
                #expect(own["access-control-allow-origin"] == nil)
                for field in [
                    "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 203.0.113.7", "Forwarded: for=203.0.113.7",
                    "Via: 1.1 proxy",
                ] {
                    let other = try daemon.ask(path, ["Host: a", field])
                    #expect(other.status == 404, "\(path) \(field)")
                    #expect(!other.text.contains("onecard_"))
                }
            }
            #expect(try daemon.ask("/healthz", ["Host: a", "X-Forwarded-For: 203.0.113.7"]).status == 200)
        }
    }

    @Test func `With an address of their own nothing of theirs is public`() async throws {
        try await Daemon.run(hasOperations: true) { daemon in
            let operators = Daemon(
                port: try #require(daemon.operationsPort), site: daemon.site, tally: daemon.tally)
            for path in ["/readyz", "/metrics", "/healthz"] {
                let answer = try operators.ask(path)
                #expect(answer.status == 200)
                #expect(answer["access-control-allow-origin"] == nil)
                #expect(try daemon.ask(path).status == (path == "/healthz" ? 200 : 404))
            }
            for path in ["/", "/c/CY7MN", "/search?q=a"] { #expect(try operators.ask(path).status == 404) }
            #expect(try operators.ask("/metrics", method: "POST").status == 405)
        }
    }

    @Test func `An address that is taken costs operators their view, and nobody a page`() async throws {
        final class Lines: Sendable {
            let all = Mutex<[String]>([])
        }
        let lines = Lines()
        let logger = Logger(label: "test") { label in
            LineLogHandler(label: label, format: .text) { line in lines.all.withLock { $0.append(line) } }
        }
        try await Daemon.run { daemon throws in
            let service = OperationsService(
                daemon.site, at: ListenAddress(host: "127.0.0.1", port: daemon.port), logger: logger)
            let group = ServiceGroup(services: [service], logger: logger)
            let task = Task { try await group.run() }
            try waitUntil { lines.all.withLock { $0.contains { $0.contains("监控看不到，扫码不受影响") } } }
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            Task { await group.triggerGracefulShutdown() }
            let isOver = DispatchSemaphore(value: 0)
            Task {
                _ = await task.result
                isOver.signal()
            }
            #expect(isOver.wait(timeout: .now() + 60) == .success)
        }
    }

    @Test func `Addresses are read with their port`() {
        #expect(ListenAddress("127.0.0.1:9580") == ListenAddress(host: "127.0.0.1", port: 9580))
        #expect(ListenAddress("[::1]:9580") == ListenAddress(host: "::1", port: 9580))
        for text in ["", "9580", ":9580", "::1:9580", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "a:-1"] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
    }
}
