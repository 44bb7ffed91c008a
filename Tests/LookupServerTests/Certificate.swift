internal import Foundation
internal import TestSupport

/// A certificate for this machine that trusts itself, and its key.
struct Certificate {
    let folder: TemporaryFolder
    var path: String { folder.path("cert.pem") }
    var key: String { folder.path("key.pem") }
    var options: [String] { ["--tls-cert", path, "--tls-key", key] }

    /// - Parameter hasEnded: Whether it held until some days ago.
    init(hasEnded: Bool = false) throws {
        folder = try TemporaryFolder()
        let made = try Program.run(
            (hasEnded ? ["faketime", "10 days ago"] : []) + [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key,
                "-out", path,
            ])
        guard made.status == 0 else { throw Client.Failure(words: made.errors) }
    }

    /// Takes another's place, as tools that renew certificates do it.
    func replace(_ other: Certificate) throws {
        try Data(contentsOf: URL(fileURLWithPath: key)).write(to: URL(fileURLWithPath: other.key), options: .atomic)
        try Data(contentsOf: URL(fileURLWithPath: path)).write(
            to: URL(fileURLWithPath: other.path), options: .atomic)
    }
}
