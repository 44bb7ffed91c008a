// The compiler files the C structures of files under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import NIOCore
internal import NIOSSL
internal import Synchronization

/// The certificate and key of HTTPS, read anew when somebody renews them.
package final class TLSCertificates: Sendable {
    /// Why they cannot be used, and what to do.
    package struct Unusable: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the files looked like, to tell whether they changed.
    struct Fingerprint: Sendable, Equatable {
        fileprivate let files: [String]
    }

    private struct Pair: Sendable {
        /// Of the files that it was read from, also where they could not be used.
        var fingerprint = Fingerprint(files: [])
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource
    }

    private let certificate: String
    private let key: String
    private let current: Mutex<Pair>
    private let failing = Atomic<Bool>(false)

    /// - Parameters:
    ///   - certificate: A PEM file with the certificate and those between it and the root.
    ///   - key: A PEM file with its private key.
    package init(certificate: String, key: String) throws(Unusable) {
        self.certificate = certificate
        self.key = key
        let fingerprint = TLSCertificates.fingerprint([certificate, key])
        var pair = try TLSCertificates.read(certificate: certificate, key: key)
        pair.fingerprint = fingerprint
        current = Mutex(pair)
    }

    /// What the files look like now.
    var fingerprint: Fingerprint { TLSCertificates.fingerprint([certificate, key]) }

    /// What they looked like when they were read last.
    var usedFingerprint: Fingerprint { current.withLock { $0.fingerprint } }

    /// Whether the newest files could not be used.
    package var isReloadFailing: Bool { failing.load(ordering: .relaxed) }

    private static func fingerprint(_ files: [String]) -> Fingerprint {
        Fingerprint(
            files: files.map { file in
                var status = stat()
                guard stat(file, &status) == 0 else { return "" }
                return
                    "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
            })
    }

    /// When the first certificate ends, in seconds since 1970; 0 where it does not say.
    package var expiry: Int {
        guard case .certificate(let certificate)? = current.withLock({ $0.chain.first }) else { return 0 }
        return Int(certificate.notValidAfter)
    }

    /// Reads both files again; on an error the ones in use stay in use.
    package func reload() throws(Unusable) {
        let fingerprint = fingerprint
        do throws(Unusable) {
            var pair = try TLSCertificates.read(certificate: certificate, key: key)
            pair.fingerprint = fingerprint
            current.withLock { [pair] in $0 = pair }
            failing.store(false, ordering: .relaxed)
        } catch {
            current.withLock { $0.fingerprint = fingerprint }
            failing.store(true, ordering: .relaxed)
            throw error
        }
    }

    private static func read(certificate: String, key: String) throws(Unusable) -> Pair {
        for (file, role) in [(certificate, PEMFile.Role.certificate), (key, .key)] {
            if let problem = PEMFile.problem(in: file, as: role) { throw Unusable(description: problem) }
        }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map(NIOSSLCertificateSource.certificate)
            guard !chain.isEmpty else { throw Unusable(description: "证书文件“\(certificate)”里没有证书，请检查") }
            let pair = Pair(chain: chain, key: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            // The context notices a key that belongs to another certificate.
            _ = try NIOSSLContext(
                configuration: .makeServerConfiguration(certificateChain: pair.chain, privateKey: pair.key))
            return pair
        } catch let error as Unusable {
            throw error
        } catch {
            throw Unusable(description: "证书“\(certificate)”和私钥“\(key)”不能一起用：多半不是一对，或者其中一个损坏了；请向发证机构重新下载成对的文件")
        }
    }

    /// What a server speaks TLS by: HTTP/2, or HTTP/1.1 for those who do not know it; each handshake takes the newest
    /// certificate.
    func context() throws -> NIOSSLContext {
        let pair = current.withLock { $0 }
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: pair.chain, privateKey: pair.key)
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["h2", "http/1.1"]
        configuration.sslContextCallback = { [self] _, promise in
            let pair = current.withLock { $0 }
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = pair.chain
            override.privateKey = pair.key
            promise.succeed(override)
        }
        return try NIOSSLContext(configuration: configuration)
    }
}
