internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

/// HTTPS by the built daemon, with certificates that openssl makes, spoken to by curl and by Python's own TLS.
@Suite(.serialized) struct TLSTests {
    /// What curl got.
    private struct Answer {
        let status: Int
        /// `2` or `1.1`.
        let version: String
        let headers: String
        let tag: String
        let body: String

        /// Nil where no answer came.
        init?(_ port: Int, _ target: String, trusting certificate: Certificate, _ options: [String] = ["--http2"])
            throws
        {
            let folder = try TemporaryFolder()
            let result = try Program.run(
                [
                    "curl", "-sS", "--max-time", "30", "--cacert", certificate.path, "-D", folder.path("headers"), "-o",
                    folder.path("body"),
                    "-w", "%{http_version} %{http_code}",
                ] + options + ["https://localhost:\(port)\(target)"])
            let parts = result.output.split(separator: " ")
            guard parts.count == 2, let status = Int(parts[1]), status > 0 else { return nil }
            self.status = status
            version = String(parts[0])
            let received = (try? String(contentsOfFile: folder.path("headers"), encoding: .utf8)) ?? ""
            headers = received.lowercased()
            tag =
                received.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("etag: ") }.map {
                    String($0.dropFirst(6))
                } ?? ""
            body = (try? String(contentsOfFile: folder.path("body"), encoding: .utf8)) ?? ""
        }
    }

    @Test func `Both versions of HTTP go over TLS, and promise it for the future`() async throws {
        try await onThread {
            let certificate = try Certificate()
            let daemon = try BuiltDaemon(SmallTree(), certificate.options)
            var pages: Set<String> = []
            for (option, version) in [("--http2", "2"), ("--http1.1", "1.1")] {
                let answer = try #require(try Answer(daemon.port, "/c/CY7MN", trusting: certificate, [option]))
                #expect(answer.status == 200)
                #expect(answer.version == version)
                #expect(answer.headers.contains("strict-transport-security: max-age=31536000"))
                #expect(answer.headers.contains("content-security-policy: default-src 'none'"))
                #expect(answer.headers.contains("cache-control: no-cache"))
                for field in [
                    "x-content-type-options: nosniff", "referrer-policy: no-referrer", "frame-ancestors 'none'",
                ] {
                    #expect(answer.headers.contains(field), "\(field)")
                }
                pages.insert(answer.body)
                // The same rules as without TLS.
                for (target, more, status) in [
                    ("/c/CY7MM", [], 404), ("/c/ABC", [], 400), ("/c/cy7mn", [], 200), ("/c/CY7MN", ["-I"], 200),
                    ("/c/CY7MN", ["-X", "POST"], 405), ("/c/CY7MN", ["-X", "OPTIONS"], 204),
                    ("/\(String(repeating: "a", count: 9000))", [], 414),
                    ("/c/CY7MN?linkType=nothing", [], 404),
                    ("/healthz", ["-H", "X: \(String(repeating: "a", count: 12_000))"], 200),
                ] as [(String, [String], Int)] {
                    #expect(
                        try Answer(daemon.port, target, trusting: certificate, [option] + more)?.status == status,
                        "\(version) \(target.prefix(20)) \(more.joined())")
                }
                #expect(answer.tag.hasPrefix("\""))
                #expect(
                    try Answer(
                        daemon.port, "/c/CY7MN", trusting: certificate, [option, "-H", "If-None-Match: \(answer.tag)"])?
                        .status == 304)
            }
            #expect(pages.count == 1)
            #expect(pages.first?.hasSuffix("</html>") == true)
            // RFC 9112 §3.2 and RFC 6585 §5 behind TLS too.
            #expect(
                try Answer(daemon.port, "/c/CY7MN", trusting: certificate, ["--http1.1", "-H", "Host:"])?.status == 400)
            let long = "X: \(String(repeating: "a", count: 20_000))"
            #expect(
                try Answer(daemon.port, "/c/CY7MN", trusting: certificate, ["--http1.1", "-H", long])?.status == 431)
            #expect(try Answer(daemon.port, "/c/CY7MN", trusting: certificate, ["--http2", "-H", long])?.status != 200)
            // Old TLS is refused.
            #expect(
                try Answer(
                    daemon.port, "/c/CY7MN", trusting: certificate,
                    ["--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"]) == nil)
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `SIGHUP takes a renewed certificate, and never a broken one`() async throws {
        try await onThread {
            let first = try Certificate(), second = try Certificate()
            let daemon = try BuiltDaemon(SmallTree(), first.options)
            #expect(try Answer(daemon.port, "/healthz", trusting: first)?.status == 200)
            #expect(try Answer(daemon.port, "/healthz", trusting: second) == nil)
            let old = try Program.run(["cat", first.path]).output
            try second.replace(first)
            // Now both names hold the second; the daemon still shows the one that it began with.
            let trustedOld = try TemporaryFolder()
            try trustedOld.write(old, to: "cert.pem")
            #expect(
                try Program.run([
                    "curl", "-sS", "--cacert", trustedOld.path("cert.pem"), "https://localhost:\(daemon.port)/healthz",
                ]).status == 0)
            daemon.signal(SIGHUP)
            try daemon.wait(for: "the renewed certificate") {
                try Answer(daemon.port, "/healthz", trusting: second)?.status == 200
            }

            try Data("-----BEGIN CERTIFICATE-----\n".utf8).write(to: URL(fileURLWithPath: first.path))
            daemon.signal(SIGHUP)
            try daemon.wait(for: "the complaint") { daemon.log.contains("继续用原来的证书") }
            #expect(try Answer(daemon.port, "/c/CY7MN", trusting: second)?.status == 200)
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `Limits hold behind TLS`() async throws {
        try await onThread {
            let certificate = try Certificate()
            let daemon = try BuiltDaemon(
                SmallTree(),
                certificate.options + ["--max-connections", "40", "--idle-timeout", "2", "--rate-limit", "3"])
            // Many requests on one connection of HTTP/2; twelve at once are allowed.
            let many = try Program.run([
                "curl", "-sS", "--http2", "--cacert", certificate.path, "-w", "%{http_code}\\n", "-o", "/dev/null",
                "https://localhost:\(daemon.port)/c/CY7MN?n=[1-40]",
            ])
            let statuses = many.output.split(separator: "\n").compactMap { Int($0) }
            #expect(statuses.first == 200)
            #expect(statuses.contains(429))
            #expect(statuses.allSatisfy { $0 == 200 || $0 == 429 })
            // Ten connections of one client, a quarter of all, that never begin a handshake.
            let silent = try (0..<10).map { _ in try Client(port: daemon.port) }
            #expect(try Answer(daemon.port, "/healthz", trusting: certificate) == nil)
            for client in silent { #expect(try client.isClosed()) }
            try daemon.wait(for: "room") { try Answer(daemon.port, "/healthz", trusting: certificate)?.status == 200 }
            var metrics = ""
            try daemon.wait(for: "the closed ones to be forgotten") {
                metrics = try Answer(daemon.port, "/metrics", trusting: certificate)?.body ?? ""
                return metrics.contains("onecard_open_connections 1\n")
            }
            #expect(metrics.contains("onecard_timed_out_connections_total 10\n"))
            #expect(
                try #require(metrics.firstMatch(of: /onecard_refused_connections_total ([0-9]+)\n/)).output.1 != "0")
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `A silent connection of HTTP/2 is let go, and a body without end`() async throws {
        try await onThread {
            let certificate = try Certificate()
            let daemon = try BuiltDaemon(SmallTree(), certificate.options + ["--idle-timeout", "2"])
            let silent = try Program.run(["python3", "-c", Self.silence, String(daemon.port), certificate.path])
            #expect(silent.status == 0, "\(silent.errors)")
            let folder = try TemporaryFolder()
            try folder.write(Data(count: 32 << 20), to: "body")
            let before = daemon.memory
            let flood = try Answer(
                daemon.port, "/c/CY7MN", trusting: certificate, ["--http2", "--data-binary", "@" + folder.path("body")])
            #expect(flood == nil || flood?.status == 405)
            #expect(daemon.memory - before < 24 << 20)
            #expect(try Answer(daemon.port, "/c/CY7MN", trusting: certificate)?.status == 200)
            #expect(daemon.stop() == 0)
        }.get()
    }

    /// Greets in HTTP/2 (RFC 9113 §3.4), asks nothing, and reads until the server ends the connection.
    private static let silence = """
        import socket, ssl, sys
        context = ssl.create_default_context(cafile=sys.argv[2])
        context.set_alpn_protocols(["h2"])
        with context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[1])), 60), server_hostname="localhost") as s:
            assert s.selected_alpn_protocol() == "h2"
            s.sendall(b"PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0]))
            while s.recv(4096):
                pass
        """
}
