internal import Testing

/// What is too long is told apart, however long it is (RFC 9110 §15.5.15, RFC 6585 §5).
@Suite(.serialized) struct OverlongTests {
    private static let long = String(repeating: "a", count: 100_000)

    @Test(arguments: [
        // One that the decoder itself gives up on, at the start of a connection and behind another request.
        ("GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n", [414]),
        ("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /?\(long) HTTP/1.1\r\nHost: a\r\n\r\n", [200, 414]),
        ("GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n", [431]),
        ("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n", [200, 431]),
        ("GET /healthz HTTP/1.1\r\n\(long): a\r\n\r\n", [431]),
    ])
    func `A target is 414 and a field 431`(_ requests: String, _ statuses: [Int]) async throws {
        try await Daemon.run { daemon in
            let client = try Client(port: daemon.port)
            // The server may have said its word before all is sent.
            try? client.send(requests)
            for status in statuses { #expect(try client.answer().status == status) }
            #expect(try client.isClosed())
            #expect(try daemon.ask("/c/CY7MN").status == 200)
        }
    }
}
