internal import Glibc
package import Logging
internal import ServiceLifecycle

/// Takes renewed certificates when their files change, tries those again that cannot be used, and says in time when one
/// ends.
package struct CertificateService: Service {
    /// Days before the end from which it is said, once a day.
    private static let warningDays = 21

    private let certificates: TLSCertificates
    private let logger: Logger
    private let interval: Duration

    package init(_ certificates: TLSCertificates, logger: Logger, every interval: Duration = .seconds(5)) {
        self.certificates = certificates
        self.logger = logger
        self.interval = interval
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            var seen = certificates.fingerprint
            var warned = 0
            if let fault = certificates.fault { logger.critical("\(fault.message)") }
            repeat {
                let now = certificates.fingerprint
                // Two files are renewed one after the other: when they are still.
                if now != seen {
                    seen = now
                } else if now != certificates.usedFingerprint || certificates.refusal != nil {
                    // Rights may have been given, or the day have come from which it holds.
                    reload()
                }
                let day = time(nil) / 86_400
                if day != warned {
                    warned = day
                    warn()
                }
            } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func reload() {
        let before = certificates.refusal
        do {
            try certificates.reload()
            logger.notice("已换上新证书")
            warn()
        } catch {
            // Once for each cause, however often it is tried.
            if error.description != before { logger.error("\(error)；继续用原来的证书") }
        }
    }

    private func warn() {
        guard certificates.expiry > 0 else { return }
        let days = (certificates.expiry - time(nil)) / 86_400
        if certificates.expiry <= time(nil) {
            logger.critical("证书已经过期，浏览器和微信会拦住扫码的人；请马上换上新的证书文件，不用重启")
        } else if days < CertificateService.warningDays {
            logger.error("证书再过\(days)天过期，请换上新的证书文件，不用重启")
        }
    }
}
