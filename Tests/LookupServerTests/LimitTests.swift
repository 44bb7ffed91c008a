internal import Foundation
internal import Glibc
internal import Testing

@testable internal import LookupServer

/// Clients that mean harm or know no better; a good client is served all the while.
@Suite(.serialized) struct LimitTests {
    private static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    @Test func `Who asks too often is told to wait`() async throws {
        try await Daemon.run(limits: Self.limits { ($0.requestsPerSecond, $0.burst) = (0.001, 5) }) { daemon in
            let client = try Client(port: daemon.port)
            for _ in 0..<5 {
                try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.answer().status == 200)
            }
            try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == 429)
            #expect(answer["retry-after"] == "5")
            #expect(try client.isClosed())
            // Another connection is the same client, whatever it claims to be.
            #expect(try daemon.ask("/c/cy7mn", ["Host: a", "X-Forwarded-For: 192.0.2.7"]).status == 429)
        }
    }

    @Test func `A hall of phones behind one address is served by the usual limits`() async throws {
        try await Daemon.run(limits: ServerLimits()) { daemon in
            let refused = try (0..<300).map { _ in try daemon.ask("/c/CY7MN").status }.filter { $0 != 200 }
            #expect(refused == [])
        }
    }

    @Test func `Behind a trusted proxy each client has its own allowance`() async throws {
        let proxies = try ["127.0.0.0/8", "10.0.0.0/8"].map { try #require(NetworkRange($0)) }
        let limits = Self.limits {
            ($0.requestsPerSecond, $0.burst) = (0.001, 2)
            $0.trustedProxies = proxies
        }
        try await Daemon.run(limits: limits) { daemon in
            for (forwarded, status) in [
                ("192.0.2.1", 200),
                // What stands before the last untrusted address is only somebody's claim.
                ("198.51.100.9, 192.0.2.1, 10.1.2.3", 200), ("203.0.113.5, 192.0.2.1", 429), ("192.0.2.2", 200),
                // Addresses of one IPv6 network are one client.
                ("2001:db8:1:2::1", 200), ("2001:db8:1:2:ffff::9", 200), ("2001:db8:1:2::3", 429),
                ("2001:db8:1:3::3", 200),
            ] {
                let answer = try daemon.ask("/c/CY7MN", ["Host: a", "X-Forwarded-For: \(forwarded)"])
                #expect(answer.status == status, "\(forwarded)")
            }
        }
    }

    @Test(arguments: ["", "GET /c/CY7MN HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab"])
    func `Who completes nothing is let go`(_ beginning: String) async throws {
        try await Daemon.run(limits: Self.limits { $0.idleSeconds = 3 }) { daemon in
            let slow = try Client(port: daemon.port)
            try slow.send(beginning)
            if beginning.hasPrefix("POST") { #expect(try slow.answer().status == 405) }
            #expect(try slow.isClosed())
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(try daemon.ask("/metrics").text.contains("onecard_timed_out_connections_total 1\n"))
        }
    }

    @Test func `A crowd of idle connections leaves room for a good one`() async throws {
        let limits = Self.limits {
            ($0.connections, $0.connectionsPerClient, $0.requestsPerSecond) = (500, 1000, 0)
        }
        try await Daemon.run(limits: limits) { daemon in
            var idle: [Client] = []
            for _ in 0..<499 { idle.append(try Client(port: daemon.port)) }
            let good = try Client(port: daemon.port)
            for _ in 0..<2 {
                try good.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try good.answer().status == 200)
            }
            // One of them, and not the one that was used, gives way.
            let over = try Client(port: daemon.port)
            try over.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try over.answer().status == 200)
            try good.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try good.answer().status == 200)
            // Asked on the good connection: another would make room for itself.
            try good.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try good.answer().text.contains("onecard_gave_way_connections_total 1\n"))
            idle.removeAll()
            try daemon.wait { try daemon.ask("/c/CY7MN").status == 200 }
        }
    }

    @Test func `One address has only so many connections, and a proxy that is trusted has more`() async throws {
        for isTrusted in [false, true] {
            let proxies = isTrusted ? [try #require(NetworkRange("127.0.0.1"))] : []
            let limits = Self.limits {
                $0.connectionsPerClient = 3
                $0.trustedProxies = proxies
            }
            try await Daemon.run(limits: limits) { daemon in
                var held: [Client] = []
                for _ in 0..<3 { held.append(try Client(port: daemon.port)) }
                for client in held {
                    try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try client.answer().status == 200)
                }
                #expect(try daemon.ask("/c/CY7MN").status == (isTrusted ? 200 : 503))
            }
        }
    }

    @Test func `New connections of one address come no faster than its requests may`() async throws {
        let limits = Self.limits { ($0.requestsPerSecond, $0.burst) = (0.001, 5) }
        try await Daemon.run(limits: limits) { daemon in
            var held: [Client] = []
            for _ in 0..<5 {
                let client = try Client(port: daemon.port)
                try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.answer().status == 200)
                held.append(client)
            }
            // Told so before it has asked anything.
            #expect(try Client(port: daemon.port).answer().status == 429)
        }
    }

    @Test func `Whoever asks nothing at first is let go sooner than who asked before`() async throws {
        let limits = Self.limits { ($0.idleSeconds, $0.firstRequestSeconds) = (60, 1) }
        try await Daemon.run(limits: limits) { daemon in
            let known = try Client(port: daemon.port)
            try known.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try known.answer().status == 200)
            for beginning in ["", "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n"] {
                let silent = try Client(port: daemon.port)
                try silent.send(beginning)
                #expect(try silent.isClosed())
            }
            try known.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try known.answer().status == 200)
        }
    }

    @Test func `Who sends without reading piles up nothing`() async throws {
        let result = await onThread {
            // A process of its own, so that its memory is nobody else's.
            let server = try ServerProcess(["--rate-limit", "0", "--idle-timeout", "2"])
            let before = try server.memory()
            let greedy = try Client(port: server.port)
            let requests = String(repeating: "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", count: 200)
            // Some 30,000 answers of 32 KB would be a gigabyte; the daemon stops reading, and then ends it.
            let sent = Result { for _ in 0..<4000 { try greedy.send(requests) } }
            #expect(throws: (any Error).self) { try sent.get() }
            #expect(try server.memory() - before < 100 << 20)
            #expect(try server.ask("/c/CY7MN").status == 200)
            #expect(server.stop() == 0)
        }
        try result.get()
    }

    @Test func `Bytes at random never stop it`() async throws {
        try await Daemon.run(limits: Self.limits { $0.requestsPerSecond = 0 }) { daemon in
            var random = Numbers(state: 20_261_123)
            let seeds = [
                "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip;q=0.5, *\r\nIf-None-Match: \"a\", W/\"b\"\r\n\r\n",
                "POST /c?code=%E5%8D%A1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
                "OPTIONS * HTTP/1.0\r\nConnection: keep-alive\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n",
                "GET http://a/c/%43Y7MN?linkType=all&x=%2B HTTP/1.1\r\nHost: a\r\nAccept: application/json;q=0.3,*/*\r\n\r\n",
            ].map { Array($0.utf8) }
            for round in 0..<1500 {
                var bytes = seeds[round % seeds.count]
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 3))
                    case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
                    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                let client = try Client(port: daemon.port)
                try? client.send(bytes)
                client.finish()
                if round % 100 == 0 { #expect(try daemon.ask("/c/CY7MN").status == 200) }
            }
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(try !daemon.ask("/metrics").text.contains("onecard_answers_total{status=\"other\"} 1"))
        }
    }
}
