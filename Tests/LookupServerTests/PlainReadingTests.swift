internal import Foundation
internal import Glibc
internal import ScanRecords
internal import Testing

@testable internal import LookupServer

/// Requests that are read straight from their bytes: nobody can tell from the answers.
@Suite(.serialized) struct PlainReadingTests {
    /// What stands in front of and behind a request that a test changes.
    private static let host = "Host: a\r\n"

    @Test(arguments: [
        "", "Accept: */*\r\n", "Accept: text/html,application/xml;q=0.9\r\n", "accept-encoding: gzip, deflate\r\n",
        "If-None-Match: W/\"a\", \"b\"\r\n", "Connection: keep-alive\r\n",
        "User-Agent: Mozilla/5.0 (Linux; Android 14)\r\n",
        "Upgrade-Insecure-Requests: 1\r\n", "X-Requested-With:com.tencent.mm\r\n", "Cookie: a=b; c=\"d\"\r\n",
    ])
    func `What browsers send is plain`(fields: String) throws {
        for (method, isHead) in [("GET", false), ("HEAD", true)] {
            let text = "\(method) /c/CY7MN HTTP/1.1\r\n\(Self.host)\(fields)\r\n"
            for rest in ["", "GET", text] {
                let request = try #require(Self.read(text + rest), "\(fields)")
                #expect(request.length == text.utf8.count)
                #expect(request.isHead == isHead)
                #expect(request.key == CodeKey(target: "/c/CY7MN"))
            }
            // Nothing is known before the last byte has come.
            for length in 0..<text.utf8.count {
                #expect(PlainRequest(Array(text.utf8.prefix(length)).span) == nil, "\(length)")
            }
        }
    }

    @Test(
        arguments: [
            "POST /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", "GET /c/CY7MN HTTP/1.0\r\nHost: a\r\n\r\n",
            "GET /c/CY7MN HTTP/1.1\r\n\r\n\r\n\r\n\r\n", "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
            "GET /c/CY7MN HTTP/1.1\nHost: a\n\n\n\n\n", "GET /c/CY7MN/ HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET  /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", "\r\nGET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n",
            "get /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", "GET /d/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: a\r\n", count: 100))\r\n",
        ]
            + [
                "Host : a", " X: a", "X: a\r\n b", "X: \tb", "X: a ", "X:  a", "X:", "X: ", "X: \u{E9}", "X: a\u{0}",
                "X: a\rb",
                "X;: a", ": a", "X", "Expect: 100-continue", "Upgrade: h2c", "If-Match: *", "Sec-Purpose: prefetch",
                "Content-Length: 0", "TRANSFER-ENCODING: chunked", "Connection: close", "Connection: keep-alive, TE",
                "Proxy-Connection: close", "Accept: application/json", "Accept: text/html",
                "Accept-Encoding: a\r\nAccept-Encoding: b",
                "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"",
            ].map { "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\($0)\r\n\r\n" })
    func `Everything out of the ordinary is left to the decoder`(text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test func `Only printable ASCII is plain, wherever it stands`() {
        let start = Array("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nX: ".utf8), end = Array("\r\n\r\n".utf8)
        for place in 1..<20 {
            for byte in UInt8.min...UInt8.max {
                var value = [UInt8](repeating: UInt8(ascii: "~"), count: 21)
                value[place] = byte
                #expect((PlainRequest((start + value + end).span) != nil) == (0x20...0x7E).contains(byte))
            }
        }
    }

    @Test func `Both ways to read give the same answers, whatever comes`() async throws {
        let tag = try await Daemon.run { daemon in
            try #require(try daemon.ask("/c/CY7MN", ["Host: a", "Accept-Encoding: gzip"])["etag"])
        }
        let inputs = Self.inputs(tag: tag)
        let (plain, plainScans) = try await Self.answers(to: inputs, .plain)
        let (decoded, decodedScans) = try await Self.answers(to: inputs, .decoded)
        for (index, input) in inputs.enumerated() where plain[index] != decoded[index] {
            let sent = input.map { String(decoding: $0, as: UTF8.self) }
            let place = zip(plain[index], decoded[index]).prefix { $0 == $1 }.count
            Issue.record(
                "\(sent) \(plain[index].dropFirst(place).prefix(200)) \(decoded[index].dropFirst(place).prefix(200))")
        }
        #expect(plainScans == decodedScans)
        #expect(plainScans > 1000)
    }

    @Test(arguments: [Shortcut.plain, .decoded])
    func `Requests that come at once are answered up to the limit and in order`(shortcut: Shortcut) async throws {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, 60)
        try await Daemon.run(limits: limits, shortcut: shortcut) { daemon in
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            let client = try Client(port: daemon.port)
            // 59 are left; the 60th of these is too many.
            try client.send(String(repeating: "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n", count: 70))
            for _ in 0..<59 { #expect(try client.answer().status == 200) }
            #expect(try client.answer().status == 429)
            #expect(try client.isClosed())
            #expect(daemon.tally.waiting.count == 60)
        }
    }

    @Test func `A stop lets go who asked for nothing but pages`() async throws {
        let result = await onThread {
            let server = try ServerProcess([])
            let clients = try (0..<20).map { _ in try Client(port: server.port) }
            for client in clients.dropFirst(5) {
                try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.answer().status == 200)
            }
            #expect(server.stop() == 0)
            for client in clients { #expect(try client.isClosed()) }
        }
        try result.get()
    }

    private static func read(_ text: String) -> PlainRequest? { PlainRequest(text.utf8.span) }

    // MARK: Inputs

    /// What a client sends, in the pieces in which it sends them.
    private static func inputs(tag: String) -> [[[UInt8]]] {
        var random = Numbers(state: 20_261_126)
        let fields = [
            "Accept: */*", "Accept: text/html,*/*;q=0.8", "Accept: application/json", "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=0, *", "accept-encoding: br, gzip", "If-None-Match: \(tag)", "if-none-match: *",
            "If-None-Match: W/\(tag), \"b\"", "If-None-Match: \"x\"", "If-Match: \"x\"", "Connection: keep-alive",
            "Connection: close", "User-Agent: a (b; c) d/1.0", "X-Forwarded-For: 1.2.3.4", "Cookie: a=b", "Host: b",
            "Expect: 100-continue", "Sec-Purpose: prefetch", "X: ", "X:\ta", "X: \u{4E8B}", "Upgrade: h2c",
            "TE: trailers",
        ]
        func head() -> String {
            let method = ["GET", "GET", "GET", "HEAD", "OPTIONS", "DELETE"].randomElement(using: &random) ?? ""
            let target =
                ["/c/CY7MN", "/c/CY7MN", "/c/CY7MN", "/c/JT8BD", "/c/cy7mn", "/c/11111", "/c/00000", "/healthz"]
                .randomElement(using: &random) ?? ""
            let version = Int.random(in: 0..<20, using: &random) == 0 ? "1.0" : "1.1"
            var lines = ["\(method) \(target) HTTP/\(version)", "Host: a"]
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                lines.append(fields.randomElement(using: &random) ?? "")
            }
            return lines.joined(separator: "\r\n") + "\r\n\r\n"
        }
        return (0..<3000).map { round in
            var bytes = Array((0..<Int.random(in: 1...4, using: &random)).map { _ in head() }.joined().utf8)
            // Every other one is damaged.
            for _ in 0..<(round % 2 == 0 ? 0 : Int.random(in: 1...3, using: &random)) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 3))
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
                default: bytes.insert(UInt8(ascii: " "), at: place)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            guard round % 3 == 0 else { return [bytes] }
            let cut = Int.random(in: 0..<bytes.count, using: &random)
            return [Array(bytes[..<cut]), Array(bytes[cut...])].filter { !$0.isEmpty }
        }
    }

    /// All that comes back for each input, without the dates, and how many scans were counted.
    private static func answers(to inputs: [[[UInt8]]], _ shortcut: Shortcut) async throws -> ([String], Int) {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        return try await Daemon.run(limits: limits, shortcut: shortcut) { daemon in
            // Pages are made when first they are asked for.
            for page in ["/c/CY7MN", "/c/JT8BD"] { #expect(try daemon.ask(page).status == 200) }
            let answers = try inputs.map { pieces in
                let client = try Client(port: daemon.port)
                for piece in pieces {
                    try client.send(piece)
                    // So that the pieces are read one by one.
                    if pieces.count > 1 { usleep(500) }
                }
                // Whatever the input left open, this ends it.
                try client.send("\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                return comparable(String(decoding: try client.rest(), as: Unicode.ASCII.self))
            }
            return (answers, daemon.tally.waiting.count)
        }
    }

    /// Answers without their dates, and with fields in one order and case: Hummingbird writes them otherwise than the hot
    /// path, and who answers behind an answer of Hummingbird's depends on whether that is out already.
    private static func comparable(_ text: String) -> String {
        var lines: [String] = []
        var fields: [String]?
        for line in text.components(separatedBy: "\r\n") {
            if let known = fields {
                fields = line.isEmpty ? nil : known + [line.lowercased()]
                if line.isEmpty { lines += known.filter { !$0.hasPrefix("date: ") }.sorted() + [""] }
            } else {
                lines.append(line)
                // It may stand right behind a body.
                if line.contains(/HTTP\/1\.1 [0-9]{3} [A-Za-z ]+$/) { fields = [] }
            }
        }
        return (lines + (fields ?? [])).joined(separator: "\n")
    }
}
