internal import Foundation
internal import Glibc
internal import Logging
internal import Synchronization
internal import Testing

@testable internal import LookupServer

/// Clients behind proxies, and more of them than are remembered.
@Suite(.serialized) struct ProxyTests {
    @Test(arguments: [
        ("198.51.100.7", "198.51.100.7"), ("198.51.100.7:4711", "198.51.100.7"), ("[2001:db8::1]", "2001:db8::1"),
        ("[2001:db8::1]:4711", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
        ("[fe80::1%25eth0]:80", "fe80::1"), ("::ffff:192.0.2.1", "192.0.2.1"),
    ])
    func `An address is read as proxies write it`(_ written: String, _ address: String) {
        #expect(IPBytes(forwarded: written) == IPBytes(address))
        #expect(IPBytes(address) != nil)
    }

    @Test(arguments: [
        "", "unknown", "_hidden", "1.2.3", "1.2.3.4:", "1.2.3.4:99999", "[::1", "[::1]x", "[]", ":", "1.2.3.4%a",
    ])
    func `What is no address is none`(_ written: String) { #expect(IPBytes(forwarded: written) == nil) }

    @Test func `Clients whose proxy adds ports have each their own allowance`() async throws {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, 2)
        limits.trustedProxies = [try #require(NetworkRange("127.0.0.1"))]
        try await Daemon.run(limits: limits) { daemon in
            for number in 1...12 {
                let answer = try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: 198.51.100.\(number):4711"])
                #expect(answer.status == 200)
            }
            #expect(try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: 198.51.100.1:5"]).status == 200)
            #expect(try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: 198.51.100.1"]).status == 429)
        }
    }

    /// What a log was told.
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])

        var logger: Logger {
            Logger(label: "test") { label in
                LineLogHandler(label: label, format: .text) { line in self.all.withLock { $0.append(line) } }
            }
        }
    }

    @Test func `A proxy that is not trusted is named once, however it comes`() async throws {
        for shortcut in [Shortcut.plain, .decoded, .none] {
            let lines = Lines()
            try await Daemon.run(shortcut: shortcut, logger: lines.logger) { daemon in
                for _ in 0..<3 { _ = try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: 198.51.100.1"]) }
            }
            let said = lines.all.withLock { $0 }.filter { $0.contains("--trusted-proxy") }
            #expect(said.count == 1)
            #expect(said.first?.contains("warning 请求经过代理127.0.0.1转来") == true)
        }
    }

    @Test func `A trusted proxy's field that cannot be read is named once`() async throws {
        let lines = Lines()
        var limits = ServerLimits()
        limits.trustedProxies = [try #require(NetworkRange("127.0.0.1"))]
        try await Daemon.run(limits: limits, logger: lines.logger) { daemon in
            for _ in 0..<3 { _ = try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: un\u{1B}known"]) }
            for _ in 0..<3 { _ = try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: 198.51.100.1, unknown"]) }
        }
        let said = lines.all.withLock { $0 }.filter { $0.contains("不是地址") }
        #expect(said.count == 1)
        #expect(said.first?.contains("\u{1B}") == false)
    }

    @Test func `A newcomer finds room at once where all places are taken, and who was refused stays so`() throws {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, 1)
        let limiter = ClientLimiter(limits)
        func client(_ number: Int) throws -> ClientAddress {
            let address = "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
            return try #require(ClientAddress(IPBytes(address)))
        }
        let refused = try limiter.allowance(of: client(0))
        #expect(refused.take())
        #expect(!refused.take())
        // These ask for nothing that would have to be remembered.
        for number in 1..<ClientLimiter.capacity { _ = try limiter.allowance(of: client(number)) }
        let start = ContinuousClock.now
        for number in 0..<ClientLimiter.capacity { _ = try limiter.allowance(of: client(1 << 20 | number)) }
        let time = ContinuousClock.now - start
        #expect(try !limiter.allowance(of: client(0)).take())
        // A scan of all places for each would be four billion looks.
        #expect(time < .seconds(20), "\(time)")
    }

    @Test func `A flood of clients who all are remembered costs no scan either`() throws {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, 1)
        let limiter = ClientLimiter(limits)
        let start = ContinuousClock.now
        for number in 0..<(2 * ClientLimiter.capacity) {
            let address = "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
            #expect(limiter.allowance(of: try #require(ClientAddress(IPBytes(address)))).take())
        }
        #expect(ContinuousClock.now - start < .seconds(40))
    }
}
