internal import Logging
internal import ServiceLifecycle
internal import Synchronization
internal import Testing

@testable internal import LookupServer

/// Refusals are counted in the log, not listed.
@Suite struct RefusalReportTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    @Test func `Many refusals are one line with their numbers, and none is none`() async throws {
        let lines = Lines()
        let logger = Logger(label: "test") { label in
            LineLogHandler(label: label, format: .text) { line in lines.all.withLock { $0.append(line) } }
        }
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, 5)
        try await Daemon.run(limits: limits) { daemon throws in
            let group = ServiceGroup(
                services: [RefusalReport(daemon.site, logger: logger, every: .milliseconds(20))], logger: logger)
            let task = Task { try await group.run() }
            func counted() -> Int {
                lines.all.withLock { $0 }.reduce(0) { sum, line in
                    sum + (line.firstMatch(of: /tooManyRequests=([0-9]+)/).flatMap { Int($0.output.1) } ?? 0)
                }
            }
            // Until it counts, which begins when it has started.
            var refused = 0
            try waitUntil {
                if try daemon.ask("/c/CY7MN").status == 429 { refused += 1 }
                return counted() > 0
            }
            let before = counted()
            for _ in 0..<60 { #expect(try daemon.ask("/c/CY7MN").status == 429) }
            try waitUntil { counted() >= before + 60 }
            #expect(counted() <= refused + 60)
            let said = lines.all.withLock { $0 }
            #expect(said.allSatisfy { $0.contains("warning 有请求或连接被拒绝或断开") })
            task.cancel()
        }
    }
}
