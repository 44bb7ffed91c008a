internal import Foundation
internal import NIOSSL

/// A certificate with those between it and the root, and its private key.
struct TLSPair: Sendable {
    let chain: [NIOSSLCertificateSource]
    let key: NIOSSLPrivateKeySource
    /// From when and until when it holds, in seconds since 1970.
    let validity: ClosedRange<Int>

    /// Reads a pair of PEM files that belong together.
    init(certificate: String, key: String) throws(TLSCertificates.Unusable) {
        for (file, role) in [(certificate, PEMFile.Role.certificate), (key, .key)] {
            if let problem = PEMFile.problem(in: file, as: role) {
                throw TLSCertificates.Unusable(description: problem)
            }
        }
        do {
            let certificates = try NIOSSLCertificate.fromPEMFile(certificate)
            guard let first = certificates.first else {
                throw TLSCertificates.Unusable(description: "证书文件“\(certificate)”里没有证书，请检查")
            }
            let (start, end) = (Int(first.notValidBefore), Int(first.notValidAfter))
            validity = min(start, end)...end
            chain = certificates.map(NIOSSLCertificateSource.certificate)
            self.key = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
            // The context notices a key that belongs to another certificate.
            _ = try NIOSSLContext(
                configuration: .makeServerConfiguration(certificateChain: chain, privateKey: self.key))
        } catch let error as TLSCertificates.Unusable {
            throw error
        } catch {
            throw TLSCertificates.Unusable(
                description: "证书“\(certificate)”和私钥“\(key)”不能一起用：多半不是一对，或者其中一个损坏了；请向发证机构重新下载成对的文件")
        }
    }

    /// Why browsers refuse it now; nil where they do not.
    func fault(at now: Int = time(nil)) -> String? {
        if now < validity.lowerBound { return "证书从\(TLSPair.day(validity.lowerBound))起才有效" }
        if now > validity.upperBound { return "证书\(TLSPair.day(validity.upperBound))已经过期" }
        return nil
    }

    /// A moment as a day in China, `2026年11月28日`.
    static func day(_ moment: Int) -> String {
        var seconds = moment + 8 * 3600
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return "\(parts.tm_year + 1900)年\(parts.tm_mon + 1)月\(parts.tm_mday)日"
    }
}
