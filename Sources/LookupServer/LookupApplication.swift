package import Hummingbird
package import Logging

/// Where the daemon listens.
package struct ListenAddress: Sendable {
    package let host: String
    /// 0 lets the system choose.
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}

/// Puts the daemon together; `runService()` on the result runs it until SIGTERM or SIGINT, then lets answers in flight
/// finish.
///
/// - Parameter onRunning: Called with the port once requests are answered.
package func buildApplication(
    serving snapshot: SiteSnapshot, at address: ListenAddress, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) -> some ApplicationProtocol {
    Application(
        responder: LookupResponder(snapshot: snapshot),
        // Headers of 16 KB are more than any phone sends; an idle connection is closed after a minute.
        server: .http1(configuration: .init(idleTimeout: .seconds(60), httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100))),
        configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
        onServerRunning: { channel in onRunning(channel.localAddress?.port ?? address.port) },
        logger: logger)
}
