internal import Foundation
internal import Testing

/// A printed address as chat programs, share buttons and other sites leave it.
@Suite(.serialized) struct StuckAddressTests {
    @Test(arguments: [
        "%EF%BC%8C", "%E3%80%82", "%EF%BC%89", ")", ".", ",", "%E2%80%8B", "%E2%80%8D", "%EF%B8%8F", "%CC%81",
        "%E8%AF%B7%E6%89%AB%E7%A0%81", "&from=timeline", ";jsessionid=1", "_", "%", "%2", "%G0", "%FF", "%D6%D0", "%00",
        "%3Ffrom=timeline", "/index.html", "/index.htm", "/nothing/at/all", "%2Findex.html", "%22%3E", "'", "*", "~",
        "%EF%BC%8C/index.html?from=x",
    ])
    func `What sticks to a code leads to the code's own address`(_ stuck: String) async throws {
        try await Daemon.run { daemon in
            for code in ["CY7MN", "cy7m-n", "CY7M%2DN"] {
                let answer = try daemon.ask("/c/\(code)\(stuck)")
                #expect(answer.status == 303, "\(code)\(stuck)")
                #expect(answer["location"] == "/c/CY7MN", "\(code)\(stuck)")
            }
            let large = try daemon.ask("/c/CY7MN\(stuck.replacing("?from=x", with: ""))?size=large")
            #expect(large["location"] == "/c/CY7MN?size=large")
        }
    }

    @Test func `Anything but letters and digits may follow a code`() async throws {
        try await Daemon.run { daemon in
            var random = Numbers(state: 20_261_127)
            for _ in 0..<400 {
                let length = Int.random(in: 1...12, using: &random)
                var tail: [UInt8] = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                // What follows at once decides.
                let first = Unicode.Scalar(tail[0])
                if first.isASCII, first.properties.isAlphabetic || first.properties.numericType != nil {
                    tail[0] = 0x2E
                }
                let stuck = tail.map { "%" + String(Int($0) + 0x100, radix: 16).suffix(2) }.joined()
                let answer = try daemon.ask("/c/CY7MN\(stuck)")
                let opens = answer.status == 303 && answer["location"] == "/c/CY7MN"
                // Spaces, hyphens and slashes that end it are no other address at all.
                #expect(opens || answer.status == 200, "\(stuck) \(answer.status)")
            }
        }
    }

    @Test(arguments: [
        "/c/CY7MNA", "/c/CY7MN1", "/c/CY7MNabc", "/c/CY7MM%EF%BC%8C", "/c/CY7M%EF%BC%8C", "/c/%EF%BC%8CCY7MN",
    ])
    func `Another word is no code with something behind it`(_ target: String) async throws {
        try await Daemon.run { daemon in
            let status = try daemon.ask(target).status
            #expect(status == 400 || status == 404)
        }
    }

    @Test(arguments: ["//c/CY7MN", "/c/CY7MN//", "/c//CY7MN", "///c///CY7MN///", "/c/CY7MN/?from=x"])
    func `A slash too many makes no other address`(_ target: String) async throws {
        try await Daemon.run { daemon in
            let (answer, printed) = (try daemon.ask(target), try daemon.ask("/c/CY7MN"))
            #expect(answer.status == 200)
            #expect(answer.body == printed.body)
        }
    }

    @Test func `Files below a code that there are not stay away`() async throws {
        try await Daemon.run { daemon in
            let (absent, there) = (try daemon.ask("/c/CY7MN/card.png"), try daemon.ask("/c/CY7MN/materials.csv"))
            #expect(absent.status == 404)
            #expect(there.status == 200)
        }
    }

    @Test(arguments: [
        "utm_term=foo%bar", "x=%92", "src=%D6%D0%B9%FA", "a=100%", "wd=%0A", "%FF=1", "linkType=%ZZ", "size=%FF",
        "q0=%",
        "a=b#c", "=", "&&", "%", "from=singlemessage&isappinstalled=0",
    ])
    func `A parameter that cannot be read never costs the page`(_ query: String) async throws {
        try await Daemon.run { daemon in
            let (answer, printed) = (try daemon.ask("/c/CY7MN?\(query)"), try daemon.ask("/c/CY7MN"))
            #expect(answer.status == 200)
            #expect(answer.body == printed.body)
            #expect(try daemon.ask("/?\(query)").status == 200)
        }
    }

    @Test func `What is sent as it is and not as RFC 3986 wants it is read all the same`() async throws {
        try await Daemon.run { daemon in
            let printed = try daemon.ask("/c/CY7MN")
            for target in ["/c/CY7MN?from=微信", "/c/cy7mn?来源=朋友圈&x=1"] {
                let answer = try daemon.ask(target)
                #expect(answer.status == 200, "\(target)")
                #expect(answer.body == printed.body, "\(target)")
            }
            #expect(try daemon.ask("/c/CY7MN，请扫码")["location"] == "/c/CY7MN")
            let (raw, escaped) = (try daemon.ask("/search?q=施工"), try daemon.ask("/search?q=%E6%96%BD%E5%B7%A5"))
            #expect(raw.body == escaped.body)
            // In GBK; and the connection goes on.
            let client = try Client(port: daemon.port)
            try client.send(Array("GET /c/CY7MN?x=".utf8) + [0xD6, 0xD0] + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(try client.answer().status == 200)
            try client.send(Array("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(try client.answer().status == 200)
        }
    }

    @Test func `What is looked for in GBK is understood, and what nobody can read is answered`() async throws {
        try await Daemon.run { daemon in
            let found = try daemon.ask("/search?q=%E6%96%BD%E5%B7%A5")
            let gbk = try daemon.ask("/search?q=%CA%A9%B9%A4")
            #expect(gbk.status == 200)
            #expect(gbk.body == found.body)
            #expect(gbk.text.contains("施工许可"))
            let unreadable = try daemon.ask("/search?q=%92")
            #expect(unreadable.status == 200)
            #expect(unreadable.text.contains("没有找到"))
            #expect(try daemon.ask("/c?code=%FFCY7MN").status == 400)
            let typed = try daemon.ask("/c?code=CY7MN%EF%BC%8C%E8%AF%B7%E6%89%AB%E7%A0%81")
            #expect(typed["location"] == "/c/CY7MN")
        }
    }
}
