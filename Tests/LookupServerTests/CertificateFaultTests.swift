internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// Certificates that cannot be used, at the start and later.
@Suite(.serialized) struct CertificateFaultTests {
    /// The status of a page over HTTPS; 0 where no connection comes about.
    private func status(_ port: Int, _ more: [String] = ["-k"]) throws -> Int {
        let answer = try Program.run(
            ["curl", "-s", "--max-time", "30", "-o", "/dev/null", "-w", "%{http_code}"] + more
                + ["https://localhost:\(port)/c/CY7MN"])
        return Int(answer.output) ?? 0
    }

    /// What operators read.
    private func ready(_ daemon: BuiltDaemon) throws -> String {
        let port = try #require(daemon.log.firstMatch(of: /127\.0\.0\.1:([0-9]+)\/metrics/)?.output.1)
        let client = try Client(port: try #require(Int(port)))
        try client.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
        return try client.answer().text
    }

    private let operations = ["--operations", "127.0.0.1:0"]

    @Test func `With no certificate at all it starts, says so, and answers as soon as there is one`() async throws {
        try await onThread {
            let certificate = try Certificate()
            let good = try Data(contentsOf: URL(fileURLWithPath: certificate.path))
            try SmallTree.write("坏的", to: certificate.path)
            let daemon = try BuiltDaemon(SmallTree(), certificate.options + operations)
            try daemon.wait(for: "the operators' address") { daemon.log.contains("/metrics") }
            #expect(try status(daemon.port) == 0)
            let words = try ready(daemon)
            #expect(words.contains("\"rule\":\"unusable-certificate\"") && words.contains("不是PEM格式"), "\(words)")
            #expect(words.contains("\"status\":\"degraded\"") && words.contains("\"newestFilesServed\":true"))
            try daemon.wait(for: "the log") { daemon.log.contains("没有能用的证书") }
            try good.write(to: URL(fileURLWithPath: certificate.path))
            try daemon.wait(for: "the certificate") { try status(daemon.port, ["--cacert", certificate.path]) == 200 }
            #expect(try ready(daemon).contains("\"status\":\"ok\""))
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `Where the files fail at a start, the pair before goes on, whatever they are`() async throws {
        try await onThread {
            let (certificate, other, ended) = (try Certificate(), try Certificate(), try Certificate(hasEnded: true))
            let tree = try SmallTree()
            let data = tree.folder.path("data")
            let options = certificate.options + operations + ["--data", data]
            let trusted = tree.folder.path("trusted.pem")
            try FileManager.default.copyItem(atPath: certificate.path, toPath: trusted)
            let pair = try [certificate.path, certificate.key].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            do {
                let daemon = try BuiltDaemon(tree, options)
                #expect(try status(daemon.port, ["--cacert", trusted]) == 200)
                #expect(daemon.stop() == 0)
            }
            let kept = data + "/tls-kept.pem"
            let rights = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            let faults: [(String, () throws -> Void)] = [
                ("garbage", { try SmallTree.write("坏的", to: certificate.path) }),
                ("none", { try FileManager.default.removeItem(atPath: certificate.path) }),
                ("no key", { try FileManager.default.removeItem(atPath: certificate.key) }),
                (
                    "another's key",
                    {
                        try Data(contentsOf: URL(fileURLWithPath: other.key)).write(
                            to: URL(fileURLWithPath: certificate.key))
                    }
                ),
                ("one that has ended", { try ended.replace(certificate) }),
            ]
            for (name, put) in faults {
                try put()
                let daemon = try BuiltDaemon(tree, options)
                #expect(try status(daemon.port, ["--cacert", trusted]) == 200, "\(name)")
                try daemon.wait(for: "the operators' address") { daemon.log.contains("/metrics") }
                let words = try ready(daemon)
                #expect(words.contains("unusable-certificate") && words.contains("现在用的是以前的证书"), "\(name): \(words)")
                try daemon.wait(for: "\(name) in the log") { daemon.log.contains("现在用的是以前的证书") }
                // Mended.
                try pair[1].write(to: URL(fileURLWithPath: certificate.key))
                try pair[0].write(to: URL(fileURLWithPath: certificate.path))
                try daemon.wait(for: "\(name) mended") { try ready(daemon).contains("\"status\":\"ok\"") }
                #expect(daemon.stop() == 0)
            }
        }.get()
    }

    @Test func `Files are read anew, and one that has ended never takes a good one's place`()
        throws
    {
        let (first, second, ended) = (try Certificate(), try Certificate(), try Certificate(hasEnded: true))
        let certificates = TLSCertificates(certificate: first.path, key: first.key)
        #expect(certificates.refusal == nil && certificates.fault == nil)
        let expiry = certificates.expiry
        try ended.replace(first)
        #expect(throws: TLSCertificates.Unusable.self) { try certificates.reload() }
        #expect(certificates.refusal?.contains("已经过期") == true)
        #expect(certificates.expiry == expiry)
        try second.replace(first)
        try certificates.reload()
        #expect(certificates.refusal == nil)
        // Alone, one that has ended is better than none; that it has is said.
        let old = TLSCertificates(certificate: ended.path, key: ended.key)
        #expect(old.expiry > 0)
        #expect(old.fault?.message.contains("已经过期") == true)
    }

    @Test func `Renewed files are served within seconds, without a signal`() async throws {
        try await onThread {
            let (first, second) = (try Certificate(), try Certificate())
            let daemon = try BuiltDaemon(SmallTree(), first.options)
            #expect(try status(daemon.port, ["--cacert", first.path]) == 200)
            try second.replace(first)
            try daemon.wait(for: "the renewed certificate") {
                try status(daemon.port, ["--cacert", second.path]) == 200
            }
            #expect(daemon.log.contains("已换上新证书"))
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `Of files that hold more than they should, the certificates of one and the key of the other are kept`()
        throws
    {
        let (own, other) = (try Certificate(), try Certificate())
        func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
        let pair = try PEMFile.pair(
            certificate: "Subject: a\n" + text(other.key) + text(own.path),
            key: text(other.path).replacing("\n", with: "\r\n") + text(own.key))
        let folder = try TemporaryFolder()
        try folder.write(pair, to: "pair.pem")
        let both = TLSCertificates(certificate: folder.path("pair.pem"), key: folder.path("pair.pem"))
        #expect(both.refusal == nil)
        #expect(!pair.contains("Subject"))
    }
}
