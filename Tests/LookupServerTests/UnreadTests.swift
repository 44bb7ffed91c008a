internal import Foundation
internal import NIOCore
internal import Publication
internal import Testing

@testable internal import LookupServer

/// Clients of HTTP/2 that ask and do not read hold little, and not for long.
@Suite(.serialized) struct UnreadTests {
    /// Opens a connection whose streams may receive nothing, asks on so many streams, and reads until the server has
    /// answered all with header fields, or hung up; says which, and how many bytes of bodies came.
    private static let client = #"""
        import socket, ssl, struct, sys
        port, streams, target = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode()
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(["h2"])
        s = context.wrap_socket(socket.create_connection(("127.0.0.1", port)), server_hostname="localhost")
        s.settimeout(60)
        def frame(kind, flags, stream, payload):
            return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload
        s.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, struct.pack(">HI", 4, 0)))
        # The header block of RFC 7541: GET, https, the path and the authority as literals.
        block = b"\x82\x87\x04" + bytes([len(target)]) + target + b"\x01\x01a"
        answered, bodies, data = 0, 0, b""
        try:
            for number in range(streams):
                s.sendall(frame(1, 5, 2 * number + 1, block))
            while answered < streams:
                more = s.recv(65536)
                if not more:
                    raise ConnectionError
                data += more
                while len(data) >= 9 and len(data) >= 9 + int.from_bytes(data[:3], "big"):
                    length, kind, flags = int.from_bytes(data[:3], "big"), data[3], data[4]
                    data = data[9 + length:]
                    if kind == 4 and not flags & 1:
                        s.sendall(frame(4, 1, 0, b""))
                    answered += kind == 1
                    bodies += length if kind == 0 else 0
            print("answered", bodies)
            sys.stdout.flush()
            sys.stdin.readline()
        except OSError:
            print("hung up", bodies)
        """#

    private func ask(_ daemon: Daemon, streams: Int) throws -> String {
        try Program.run(["python3", "-c", Self.client, "\(daemon.port)", "\(streams)", "/c/CY7MN"]).output
    }

    private static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        change(&limits)
        return limits
    }

    @Test func `What waits to be read is counted, and given up with the connection`() async throws {
        try await Daemon.run(limits: Self.limits { _ in }, certificate: Certificate()) { daemon in
            #expect(try ask(daemon, streams: 50) == "answered 0\n")
            try daemon.wait { daemon.site.metrics.unsentBytes == 0 }
            #expect(daemon.site.metrics.text(gauges: []).contains("onecard_overfull_connections_total 0\n"))
        }
    }

    @Test func `A connection that lets too much wait ends`() async throws {
        let limits = Self.limits { $0.unsentPerConnection = 200 << 10 }
        try await Daemon.run(limits: limits, certificate: Certificate()) { daemon in
            #expect(try ask(daemon, streams: 90) == "hung up 0\n")
            try daemon.wait { daemon.site.metrics.unsentBytes == 0 }
            #expect(daemon.site.metrics.text(gauges: []).contains("onecard_overfull_connections_total 1\n"))
        }
    }

    @Test func `While all together let much wait, each may have one page`() async throws {
        let limits = Self.limits { ($0.unsent, $0.unsentUnderPressure) = (1 << 20, 200 << 10) }
        try await Daemon.run(limits: limits, certificate: Certificate()) { daemon in
            #expect(try ask(daemon, streams: 90) == "hung up 0\n")
            #expect(try ask(daemon, streams: 1) == "answered 0\n")
            try daemon.wait { daemon.site.metrics.unsentBytes == 0 }
        }
    }

    @Test func `All who ask for a page that is not packed share its bytes`() throws {
        let bytes = Array(String(repeating: "一张卡片。", count: 10_000).utf8)
        let page = ReadyResponse(bytes, contentType: MediaType.html)
        #expect(page.gzipped != nil)
        func place(_ buffer: ByteBuffer?) -> UnsafeRawPointer? { buffer?.withUnsafeReadableBytes { $0.baseAddress } }
        let first = page.plain.body
        #expect(first?.readableBytes == bytes.count)
        #expect(place(page.plain.body) == place(first))
        // Others take its place when there are too many; it is made anew.
        for number in 0..<(ExpandedBody.capacity / bytes.count + 1) {
            _ = ReadyResponse(bytes + Array("\(number)".utf8), contentType: MediaType.html).plain.body
        }
        #expect(place(page.plain.body) != place(first))
        #expect(page.plain.body == first)
    }
}
