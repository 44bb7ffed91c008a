internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import ServiceLifecycle

/// Answers operators at an address of their own, by plain HTTP: `/healthz`, `/readyz` and `/metrics`.
///
/// Where it cannot listen it says so in the log, and nothing else is harmed.
package struct OperationsService: Service {
    private let site: LiveSite
    private let address: ListenAddress
    private let logger: Logger
    private let onRunning: @Sendable (_ port: Int) -> Void

    /// - Parameter onRunning: Called with the port once it answers.
    package init(
        _ site: LiveSite, at address: ListenAddress, logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) {
        self.site = site
        self.address = address
        self.logger = logger
        self.onRunning = onRunning
    }

    package func run() async throws {
        let application = Application(
            responder: Responder(answers: OperationsAnswers(site: site)),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? address.port) },
            logger: logger)
        do {
            try await application.run()
        } catch {
            logger.error("\(ListenFailure(error, at: address))；监控看不到，扫码不受影响")
            // A service that ended would end the daemon.
            try? await gracefulShutdown()
        }
    }

    private struct Responder: HTTPResponder {
        typealias Context = BasicRequestContext

        let answers: OperationsAnswers

        func respond(to request: Request, context: Context) async throws -> Response {
            guard request.method == .get || request.method == .head else { return Response(status: .methodNotAllowed) }
            let path = (request.head.path ?? "").prefix { $0 != "?" }
            return answers.response(at: String(path), to: request) ?? Response(status: .notFound)
        }
    }
}
