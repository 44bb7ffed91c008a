package import Hummingbird
internal import HummingbirdCore
package import Logging
package import ServiceLifecycle

/// Puts the daemon together; `runService()` on the result runs it until SIGTERM or SIGINT, then lets answers in flight
/// finish.
///
/// - Parameters:
///   - certificates: For HTTPS with HTTP/2; nil for plain HTTP/1.1.
///   - answersOperators: Whether operators' programs on this machine are answered here too: only where no proxy stands in
///     front, which would pass everybody on as one of them.
///   - publicFiles: What stands at the root as it is; nil for nothing but `robots.txt`.
///   - isPreview: Whether pages reload themselves and show errors; for those who write guides, on their own machine.
///   - shortcut: How far known pages go past Hummingbird over plain HTTP; tests compare the ways.
///   - services: What runs beside the server, and stops after it.
///   - onRunning: Called with the port once requests are answered.
package func buildApplication(
    serving site: LiveSite, at address: ListenAddress, limits: ServerLimits = ServerLimits(),
    certificates: TLSCertificates? = nil, answersOperators: Bool = false, publicFiles: PublicFolder? = nil,
    isPreview: Bool = false,
    shortcut: Shortcut = .plain,
    services: [any Service] = [], logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let limiter = ClientLimiter(limits, proxies: ProxyWarnings(logger))
    let server = HTTPServerBuilder { responder in
        let plain = LookupChannel(
            responder: responder, site: site, limits: limits, limiter: limiter, caches: LoopCaches(site: site),
            isSecure: certificates != nil, shortcut: isPreview ? .none : shortcut)
        guard let certificates else { return plain }
        return SecureChannel(certificates, http1: plain)
    }
    return Application(
        responder: LookupResponder(
            site: site, isSecure: certificates != nil, limits: limits, limiter: limiter,
            files: publicFiles ?? PublicFolder("/dev/null"),
            pools: WorkPools(limits, metrics: site.metrics), answersOperators: answersOperators,
            preview: isPreview ? Preview(site: site) : nil),
        server: server,
        configuration: ApplicationConfiguration(
            address: .hostname(address.host, port: address.port), backlog: 1024),
        services: services,
        onServerRunning: { channel in onRunning(channel.localAddress?.port ?? address.port) },
        logger: logger)
}
