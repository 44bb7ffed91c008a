internal import Foundation
internal import Glibc
internal import LookupServer
internal import Testing

/// HTTP as RFC 9110 and RFC 9112 have it, seen from the wire.
@Suite(.serialized) struct ProtocolTests {
    /// On the hot path and off it.
    static let pages = ["/c/CY7MN", "/c/cy7mn", "/", "/schemas/guide.json", "/c/CY7MN?linkType=linkset"]

    @Test func `HEAD says what GET says`() async throws {
        try await Daemon.run { daemon in
            for target in Self.pages + ["/c/11111", "/c/00000", "/nowhere"] {
                let get = try daemon.ask(target), head = try daemon.ask(target, method: "HEAD")
                func plain(_ answer: Client.Answer) -> [String] {
                    answer.fields.map { "\($0.name.lowercased()): \($0.value)" }.filter { !$0.hasPrefix("date") }
                        .sorted()
                }
                #expect(head.status == get.status)
                #expect(plain(head) == plain(get), "\(target)")
                #expect(get["content-length"] == String(get.body.count))
            }
        }
    }

    @Test func `Both ways to a page send the same header`() async throws {
        try await Daemon.run { daemon in
            for fields in [["Host: localhost"], ["Host: localhost", "Accept-Encoding: gzip"]] {
                let hot = try daemon.ask("/c/CY7MN", fields), cold = try daemon.ask("/c/cy7mn", fields)
                func plain(_ answer: Client.Answer) -> [String] {
                    answer.fields.map { "\($0.name.lowercased()): \($0.value)" }.filter { !$0.hasPrefix("date") }
                        .sorted()
                }
                #expect(plain(hot) == plain(cold))
                #expect(hot.body == cold.body)
                let date = try #require(hot["date"])
                #expect(date.wholeMatch(of: /[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT/) != nil)
            }
            #expect(try daemon.ask("/metrics").text.contains("onecard_hot_answers_total 2\n"))
        }
    }

    @Test(arguments: [
        ("%@", 304), ("W/%@", 304), ("\"x\", %@", 304), ("*", 304), ("\"a,b\", W/%@ , \"c\"", 304), ("\"x\"", 200),
        ("", 200),
        ("W/\"x\"", 200),
    ])
    func `Whoever has the page gets no body`(_ pattern: String, _ status: Int) async throws {
        try await Daemon.run { daemon in
            for target in Self.pages {
                for encoding in ["", "gzip"] {
                    let fields = ["Host: localhost", "Accept-Encoding: \(encoding)"]
                    let first = try daemon.ask(target, fields)
                    let tag = try #require(first["etag"])
                    let again = try daemon.ask(
                        target, fields + ["If-None-Match: \(pattern.replacing("%@", with: tag))"])
                    #expect(again.status == status, "\(target)")
                    #expect(again["etag"] == tag)
                    #expect(again["cache-control"] == "no-cache")
                    #expect(again["vary"] == first["vary"])
                    if status == 304 { #expect(again["content-length"] == nil) }
                }
            }
        }
    }

    @Test func `If-Match compares strongly`() async throws {
        try await Daemon.run { daemon in
            for target in Self.pages {
                let tag = try #require(try daemon.ask(target)["etag"])
                for (field, status) in [(tag, 200), ("*", 200), ("\"x\"", 412), ("W/\(tag)", 412)] {
                    #expect(try daemon.ask(target, ["Host: localhost", "If-Match: \(field)"]).status == status)
                }
            }
        }
    }

    @Test(arguments: [
        ("gzip", true), ("GZIP;q=0.5", true), ("gzip;q=0", false), ("*", true), ("*;q=0", false), ("identity", false),
        ("br, gzip;q=0.1", true), ("gzip;q=0, *", false), ("x-gzip", true), ("deflate, br", false),
    ])
    func `gzip goes to those who take it`(_ field: String, _ isGzipped: Bool) async throws {
        try await Daemon.run { daemon in
            for target in ["/c/CY7MN", "/c/cy7mn", "/", "/c/11111"] {
                let answer = try daemon.ask(target, ["Host: localhost", "Accept-Encoding: \(field)"])
                #expect((answer["content-encoding"] == "gzip") == isGzipped, "\(target)")
                #expect(answer.body.starts(with: [0x1F, 0x8B]) == isGzipped)
                #expect(answer["vary"]?.contains("Accept-Encoding") == true)
            }
            let plain = try daemon.ask("/c/CY7MN")["etag"]
            #expect(try daemon.ask("/c/CY7MN", ["Host: localhost", "Accept-Encoding: gzip"])["etag"] != plain)
        }
    }

    @Test func `Other methods are refused with what is allowed`() async throws {
        try await Daemon.run { daemon in
            for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
                let answer = try daemon.ask("/c/CY7MN", method: method)
                #expect(answer.status == 405, "\(method)")
                #expect(answer["allow"] == "GET, HEAD, OPTIONS")
            }
            for target in ["/c/CY7MN", "*"] {
                let options = try daemon.ask(
                    target, method: "OPTIONS", ["Host: localhost", "Origin: https://example.org"])
                #expect(options.status == 204)
                #expect(options["access-control-allow-methods"] == "GET, HEAD, OPTIONS")
                #expect(options["access-control-allow-origin"] == "*")
            }
            #expect(try daemon.ask("/c/CY7MN")["access-control-allow-origin"] == "*")
        }
    }

    @Test(arguments: [
        ("GET /c/CY7MN HTTP/1.1\r\n\r\n", 400), ("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
        ("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n", 400), ("nonsense\r\n\r\n", 400),
        ("GET /c/CY7MN HTTP/1.1\r\nHost: a b\r\n\r\n", 400), ("GET /c/CY7MN HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        ("GET /c/CY7MN HTTP/1.1\r\nHost: a@b\r\n\r\n", 400), ("GET /c/CY7MN HTTP/1.1\r\nHost: a, b\r\n\r\n", 400),
        ("GET /c/CY7MN HTTP/1.1\r\nHost : a\r\n\r\n", 400), ("GET c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET ftp://localhost/c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET /c/CY7MN HTTP/3.7\r\nHost: a\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo,\tclose\r\n\r\n", 200),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
        ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: a\r\n", count: 300))\r\n", 431),
    ])
    func `What breaks the protocol is refused and ends the connection`(_ request: String, _ status: Int) async throws {
        try await Daemon.run { daemon in
            let client = try Client(port: daemon.port)
            try client.send(request)
            let answer = try client.answer()
            #expect(answer.status == status)
            #expect(answer["connection"] == "close")
            #expect(try client.isClosed())
            #expect(try daemon.ask("/c/CY7MN").status == 200)
        }
    }

    @Test func `Answers keep the order of their requests`() async throws {
        try await Daemon.run { daemon in
            let client = try Client(port: daemon.port)
            let targets = [
                "/c/CY7MN", "/c/11111", "/c/CY7MN", "/c/cy7mn", "/healthz", "/c/CY7MN", "/nowhere", "/c/CY7MN",
            ]
            let statuses = [200, 404, 200, 200, 200, 200, 404, 200]
            for _ in 0..<20 {
                try client.send(targets.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
                for status in statuses { #expect(try client.answer().status == status) }
            }
            // A fault behind good requests: they are answered first.
            try client.send(
                "GET /c/cy7mn HTTP/1.1\r\nHost: a\r\n\r\nGET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n\r\n"
            )
            #expect(try client.answer().status == 200)
            #expect(try client.answer().status == 200)
            #expect(try client.answer().status == 400)
            #expect(try client.isClosed())
        }
    }

    @Test(arguments: ["/c/CY7MN", "/c/cy7mn", "/c/11111"])
    func `Connections end when the client asks for it`(_ target: String) async throws {
        try await Daemon.run { daemon in
            for request in [
                "GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: Close, TE\r\n\r\n",
                "GET \(target) HTTP/1.0\r\n\r\n",
                "GET \(target) HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            ] {
                let client = try Client(port: daemon.port)
                try client.send(request)
                let answer = try client.answer()
                #expect([200, 404].contains(answer.status))
                #expect(answer["connection"] == "close")
                #expect(try client.isClosed())
            }
            // A client that says nothing more still gets its answer.
            let client = try Client(port: daemon.port)
            try client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
            client.finish()
            #expect([200, 404].contains(try client.answer().status))
            #expect(try client.isClosed())
        }
    }

    @Test func `Bytes behind the last request take no answer away`() async throws {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        try await Daemon.run(limits: limits) { daemon in
            let close = "GET /c/11111 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            let broken = "GET /c/11111 HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n"
            for round in 0..<300 {
                let client = try Client(port: daemon.port)
                try client.send((round % 2 == 0 ? close : broken) + "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                // While the answer is being made, or after it.
                usleep(UInt32(round % 10) * 100)
                try? client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.answer().status == 404)
                if round % 2 == 1 { #expect(try client.answer().status == 400) }
                #expect(try client.isClosed())
            }
        }
    }

    @Test func `A request may come byte by byte`() async throws {
        try await Daemon.run { daemon in
            let client = try Client(port: daemon.port)
            for byte in Array("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n".utf8) { try client.send([byte]) }
            #expect(try client.answer().status == 200)
        }
    }
}
