internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// Certificates as people receive them: each wrong kind of file says what it is.
@Suite struct PEMFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try run(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout",
            folder.path("key.pem"), "-out", folder.path("cert.pem"))
    }

    private func run(_ arguments: String...) throws {
        let made = try Program.run(["openssl"] + arguments)
        try #require(made.status == 0, "\(made.errors)")
    }

    /// What is said of the two files; nil where they are taken.
    private func words(_ certificate: String, _ key: String) -> String? {
        TLSCertificates(certificate: folder.path(certificate), key: folder.path(key)).refusal
    }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.path(name))) }

    @Test func `A pair is taken, and every other file is named for what it is`() throws {
        let (cert, key) = ("cert.pem", "key.pem")
        #expect(words(cert, key) == nil)
        #expect(words("没有.pem", key)?.contains("没有证书文件") == true)
        #expect(words(cert, "没有.pem")?.contains("没有私钥文件") == true)
        #expect(words(".", key)?.contains("是文件夹") == true)
        #expect(words(key, cert)?.contains("是否写反了") == true)
        #expect(words(cert, cert)?.contains("是否写反了") == true)

        try (Data([0xEF, 0xBB, 0xBF]) + bytes(cert)).write(to: URL(fileURLWithPath: folder.path("bom.pem")))
        #expect(words("bom.pem", key)?.contains("BOM") == true)
        try Data().write(to: URL(fileURLWithPath: folder.path("empty.pem")))
        #expect(words("empty.pem", key)?.contains("是空的") == true)
        try Data("证书".utf8).write(to: URL(fileURLWithPath: folder.path("text.pem")))
        #expect(words("text.pem", key)?.contains("不是PEM格式") == true)

        try run("pkey", "-in", folder.path(key), "-aes256", "-passout", "pass:abcd", "-out", folder.path("locked.pem"))
        #expect(words(cert, "locked.pem")?.contains("有密码保护") == true)
        try run(
            "pkcs12", "-export", "-in", folder.path(cert), "-inkey", folder.path(key), "-passout", "pass:abcd", "-out",
            folder.path("both.pfx"))
        #expect(words("both.pfx", key)?.contains("PFX") == true)
        #expect(words(cert, "both.pfx")?.contains("PFX") == true)
        try run("x509", "-in", folder.path(cert), "-outform", "der", "-out", folder.path("cert.der"))
        #expect(words("cert.der", key)?.contains("DER") == true)
        try run("pkey", "-in", folder.path(key), "-outform", "der", "-out", folder.path("key.der"))
        #expect(words(cert, "key.der")?.contains("DER") == true)
        try run("req", "-new", "-key", folder.path(key), "-subj", "/CN=a", "-out", folder.path("request.pem"))
        #expect(words("request.pem", key)?.contains("证书申请") == true)
        try run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", folder.path("sm2.pem"))
        #expect(words(cert, "sm2.pem")?.contains("国密SM2") == true)
        try run("genpkey", "-algorithm", "RSA", "-out", folder.path("other.pem"))
        #expect(words(cert, "other.pem")?.contains("多半不是一对") == true)
    }
}
