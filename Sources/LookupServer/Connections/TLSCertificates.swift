// The compiler files the C structures of files under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import NIOCore
internal import NIOSSL
internal import Synchronization

/// The certificate and key of HTTPS, read anew when somebody renews them.
///
/// Where the newest files cannot be used, the pair before goes on; at a start that is the one that was kept. Where there
/// is none either, connections are closed until there is one.
package final class TLSCertificates: Sendable {
    /// Why files cannot be used, and what to do.
    package struct Unusable: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the files looked like, to tell whether they changed.
    struct Fingerprint: Sendable, Equatable {
        fileprivate let files: [String]
    }

    private struct State {
        /// Of the files that were read last, also where they could not be used.
        var fingerprint: Fingerprint
        /// Nil while there was never one that could be used.
        var pair: TLSPair?
        /// Why the newest files are not used; nil where they are.
        var refusal: Unusable?
        /// Made with the first pair; handshakes take the newest.
        var context: NIOSSLContext?
    }

    private let certificate: String
    private let key: String
    private let kept: KeptPair?
    /// Told, in Chinese, that the pair cannot be kept.
    private let report: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// Reads the files; what is wrong with them `refusal` says.
    ///
    /// - Parameters:
    ///   - certificate: A PEM file with the certificate and those between it and the root.
    ///   - key: A PEM file with its private key.
    ///   - folder: Where the last good pair is kept for the next start; nil for nowhere.
    ///   - report: Told, in Chinese, that it cannot be kept.
    package init(
        certificate: String, key: String, keptIn folder: String? = nil,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.certificate = certificate
        self.key = key
        self.report = report
        kept = folder.map { KeptPair(in: $0) }
        state = Mutex(State(fingerprint: TLSCertificates.fingerprint([certificate, key]), pair: kept?.pair))
        try? reload()
        // One that browsers refuse is better than none.
        state.withLock { state in
            if state.pair?.fault() != nil, let newest = try? TLSPair(certificate: certificate, key: key) {
                state.pair = newest
            }
        }
    }

    // MARK: What is in use

    /// Why the newest files are not used; nil where they are.
    package var refusal: String? { state.withLock { $0.refusal?.description } }

    /// When the first certificate ends, in seconds since 1970; 0 where there is none.
    package var expiry: Int { state.withLock { $0.pair?.validity.upperBound ?? 0 } }

    /// What is wrong with HTTPS now; nil where nothing is.
    package var fault: LiveSite.Problem? {
        let (refusal, pair) = state.withLock { ($0.refusal?.description, $0.pair) }
        let words: String
        switch (refusal, pair) {
        case (nil, let pair?):
            guard let fault = pair.fault() else { return nil }
            words = "\(fault)，浏览器和微信会拦住扫码的人；请换上新的证书文件"
        case (let refusal?, let pair?):
            words = "\(refusal)；现在用的是以前的证书，\(pair.fault() ?? "有效到\(TLSPair.day(pair.validity.upperBound))")"
        case (let refusal, nil): words = "\(refusal ?? "还没有证书")；没有能用的证书，https的网址打不开"
        }
        return LiveSite.Problem(
            file: certificate, line: nil, rule: "unusable-certificate", message: words, isError: false)
    }

    // MARK: The files

    /// What the files look like now.
    var fingerprint: Fingerprint { TLSCertificates.fingerprint([certificate, key]) }

    /// What they looked like when they were read last.
    var usedFingerprint: Fingerprint { state.withLock { $0.fingerprint } }

    private static func fingerprint(_ files: [String]) -> Fingerprint {
        Fingerprint(
            files: files.map { file in
                var status = stat()
                guard stat(file, &status) == 0 else { return "" }
                return
                    "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
            })
    }

    /// Reads both files again; on an error the pair in use stays in use, also where the newest would be refused by browsers
    /// and that one is not.
    package func reload() throws(Unusable) {
        let fingerprint = fingerprint
        do throws(Unusable) {
            let pair = try TLSPair(certificate: certificate, key: key)
            try state.withLock { state throws(Unusable) in
                if let fault = pair.fault(), let used = state.pair, used.fault() == nil {
                    throw Unusable(description: "证书文件“\(certificate)”不能用：\(fault)，请换上有效的")
                }
                (state.fingerprint, state.pair, state.refusal) = (fingerprint, pair, nil)
            }
        } catch {
            state.withLock { ($0.fingerprint, $0.refusal) = (fingerprint, error) }
            throw error
        }
        if let problem = kept?.keep(certificate: certificate, key: key) {
            report("证书和私钥没能留一份给下次启动：\(problem)")
        }
    }

    /// What a server speaks TLS by: HTTP/2, or HTTP/1.1 for those who do not know it; nil while there is no certificate.
    ///
    /// Each handshake takes the newest certificate.
    func context() throws -> NIOSSLContext? {
        try state.withLock { state in
            if let context = state.context { return context }
            guard let pair = state.pair else { return nil }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: pair.chain, privateKey: pair.key)
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["h2", "http/1.1"]
            configuration.sslContextCallback = { [self] _, promise in
                var override = NIOSSLContextConfigurationOverride()
                if let newest = self.state.withLock({ $0.pair }) {
                    override.certificateChain = newest.chain
                    override.privateKey = newest.key
                }
                promise.succeed(override)
            }
            let context = try NIOSSLContext(configuration: configuration)
            state.context = context
            return context
        }
    }
}
