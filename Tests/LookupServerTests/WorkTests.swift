internal import Foundation
internal import Hummingbird
internal import Logging
internal import ServiceLifecycle
internal import Synchronization
internal import Testing

@testable internal import LookupServer

/// Scans come first: what takes work waits in a bounded queue on threads of its own, and nothing waits for it.
@Suite(.serialized) struct WorkTests {
    private static func client(_ number: Int) throws -> ClientAddress {
        try #require(ClientAddress(IPBytes("192.0.2.\(number)")))
    }

    /// One thread, kept busy until it is let go.
    private final class BusyPool: Sendable {
        let metrics = Metrics()
        let pool: WorkPool
        let ran = Mutex<[String]>([])
        private let gate = DispatchSemaphore(value: 0)

        init(capacity: Int, clientCapacity: Int) {
            pool = WorkPool(threads: 1, capacity: capacity, clientCapacity: clientCapacity, metrics: metrics)
        }

        func job(_ name: String, of client: Int, isScan: Bool = false) throws -> WorkJob {
            WorkJob(for: try WorkTests.client(client), isScan: isScan) { [self] _ in
                ran.withLock { $0.append(name) }
                if name == "busy" { gate.wait() }
                return .success(Response(status: .ok))
            }
        }

        func letGo() { gate.signal() }

        /// Waits until so many jobs wait behind the one that runs.
        func waits(_ count: Int) throws {
            try waitUntil { ran.withLock { !$0.isEmpty } && metrics.workWaiting == count }
        }
    }

    @Test func `Clients take turns, however much one of them has waiting`() {
        final class Thing: Sendable {
            let name: String
            init(_ name: String) { self.name = name }
        }
        var queue = FairQueue<Int, Thing>(capacity: 6, clientCapacity: 4)
        func add(_ name: String, of client: Int) -> Bool { queue.add(Thing(name), of: client) }
        var taken: [Bool] = []
        for number in 1...5 { taken.append(add("greedy \(number)", of: 1)) }
        #expect(taken == [true, true, true, true, false])
        taken = [add("modest", of: 2)]
        let gone = Thing("gone")
        taken += [queue.add(gone, of: 3), add("late", of: 4)]
        #expect(taken == [true, true, false])
        taken = [queue.remove(gone, of: 3), queue.remove(gone, of: 3), add("late", of: 4)]
        #expect(taken == [true, false, true])
        var order: [String] = []
        while let next = queue.next() { order.append(next.name) }
        #expect(order == ["greedy 1", "modest", "late", "greedy 2", "greedy 3", "greedy 4"])
        #expect(queue.count == 0)
    }

    @Test func `More than can wait is refused at once`() async throws {
        let busy = BusyPool(capacity: 2, clientCapacity: 1)
        let jobs = try [busy.job("busy", of: 1), busy.job("first", of: 2), busy.job("second", of: 3)]
        async let running = busy.pool.run(jobs[0])
        try await onThread { try busy.waits(0) }.get()
        async let first = busy.pool.run(jobs[1])
        async let second = busy.pool.run(jobs[2])
        try await onThread { try busy.waits(2) }.get()
        guard case .failure(.refused(let refusal)) = await busy.pool.run(try busy.job("third", of: 4)) else {
            return #expect(Bool(false))
        }
        #expect(refusal.statusCode == 503)
        #expect(refusal.response.headers[.retryAfter] == "5")
        busy.letGo()
        for outcome in await [running, first, second] { #expect(throws: Never.self) { try outcome.get() } }
        #expect(busy.ran.withLock { $0.count } == 3)
        #expect(busy.metrics.workWaiting == 0)
    }

    @Test func `Who hangs up has nothing done, and leaves the place to others`() async throws {
        let busy = BusyPool(capacity: 1, clientCapacity: 1)
        let (running, gone, next) = try (busy.job("busy", of: 1), busy.job("gone", of: 2), busy.job("next", of: 3))
        async let first = busy.pool.run(running)
        try await onThread { try busy.waits(0) }.get()
        async let second = busy.pool.run(gone)
        try await onThread { try busy.waits(1) }.get()
        gone.abandon()
        guard case .failure(.abandoned) = await second else { return #expect(Bool(false)) }
        async let third = busy.pool.run(next)
        try await onThread { try busy.waits(1) }.get()
        busy.letGo()
        _ = await (first, third)
        #expect(busy.ran.withLock { $0 } == ["busy", "next"])
    }

    @Test func `Told to stop, it drops what has not begun, and waits a moment for what has`() async throws {
        struct Asking: Service {
            let pool: WorkPool
            let jobs: [WorkJob]
            let outcomes: Outcomes

            func run() async {
                await withTaskGroup(of: Bool.self) { group in
                    for job in jobs { group.addTask { (try? await pool.run(job).get()) != nil } }
                    for await outcome in group { outcomes.value.withLock { $0.append(outcome) } }
                }
            }
        }
        let busy = BusyPool(capacity: 9, clientCapacity: 9)
        let jobs = try [busy.job("busy", of: 1)] + (2...8).map { try busy.job("later", of: $0) }
        let outcomes = Outcomes()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let group = ServiceGroup(
            services: [Asking(pool: busy.pool, jobs: jobs, outcomes: outcomes)], logger: logger)
        async let whole: Void = group.run()
        try await onThread { try busy.waits(7) }.get()
        let started = ContinuousClock.now
        await group.triggerGracefulShutdown()
        try? await whole
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(outcomes.value.withLock { $0 } == Array(repeating: false, count: 8))
        #expect(busy.ran.withLock { $0.count } == 1)
        busy.letGo()
    }

    @Test func `New connections are answered while others search and hang up`() async throws {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        try await Daemon.run(limits: limits) { daemon in
            _ = try daemon.ask("/c/CY7MN")
            _ = try daemon.ask("/search?q=warm")
            var slowest = Duration.zero
            for round in 0..<40 {
                var attackers: [Client] = []
                for number in 0..<5 {
                    let attacker = try Client(port: daemon.port)
                    let odd = String(repeating: "%E9%BE%98", count: 20)
                    try attacker.send("GET /search?q=\(odd)\(round)x\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                    attackers.append(attacker)
                }
                let started = ContinuousClock.now
                #expect(try daemon.ask("/c/CY7MN").status == 200)
                #expect(try daemon.ask("/healthz").text == "ok\n")
                slowest = max(slowest, ContinuousClock.now - started)
                attackers.removeAll()
            }
            // Far more than it takes; what waited behind searches took seconds.
            #expect(slowest < .seconds(1), "\(slowest)")
            try daemon.wait { try daemon.ask("/metrics").text.contains("\nonecard_waiting_work 0\n") }
            let metrics = try daemon.ask("/metrics").text
            let match = try #require(metrics.firstMatch(of: /\nonecard_abandoned_work_total ([0-9]+)\n/))
            #expect(try #require(Int(match.output.1)) > 50)
        }
    }

    @Test func `Whoever had more work done than its share waits, and scans all the same`() async throws {
        var limits = ServerLimits()
        (limits.workShare, limits.workSeconds) = (0.0001, 0)
        limits.trustedProxies = try [#require(NetworkRange("127.0.0.0/8"))]
        try await Daemon.run(limits: limits) { daemon throws in
            func ask(_ target: String, _ client: String) throws -> Int {
                try daemon.ask(target, ["Host: a", "X-Forwarded-For: \(client)"]).status
            }
            #expect(try ask("/search?q=dear-1", "192.0.2.1") == 200)
            #expect(try ask("/search?q=dear-2", "192.0.2.1") == 429)
            #expect(try ask("/c/CY7MN/materials.csv", "192.0.2.1") == 429)
            // What is made already costs no work, and neither do codes.
            #expect(try ask("/search?q=dear-1", "192.0.2.1") == 200)
            #expect(try ask("/c/CY7MN", "192.0.2.1") == 200)
            #expect(try ask("/c/11111", "192.0.2.1") == 404)
            // Another client has its own share.
            #expect(try ask("/search?q=dear-3", "192.0.2.2") == 200)
        }
    }

    @Test func `A full queue says when to come again, and forgets nobody`() async throws {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.waitingWork) = (0, 4)
        try await Daemon.run(limits: limits) { daemon in
            let clients = try (0..<40).map { number in
                let client = try Client(port: daemon.port)
                try client.send("GET /search?q=%E9%BE%98%E9%9D%90full\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                return client
            }
            let answers = try clients.map { try $0.answer() }
            #expect(answers.allSatisfy { [200, 503].contains($0.status) })
            #expect(answers.contains { $0.status == 200 })
            #expect(answers.contains { $0.status == 503 })
            #expect(answers.filter { $0.status == 503 }.allSatisfy { $0["retry-after"] == "5" })
        }
    }
}

/// What became of several jobs.
private final class Outcomes: Sendable {
    let value = Mutex<[Bool]>([])
}
