internal import HummingbirdCore
internal import HummingbirdHTTP2
internal import Logging
internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// A connection of HTTPS: the gate, TLS, and behind it HTTP/2, or for those who do not speak it the way of plain HTTP/1.
///
/// Hummingbird's own upgrading channel is not used, because its HTTP/1 knows neither our limits nor our refusals.
struct SecureChannel: HTTPChannelHandler {
    struct Value: ServerChildChannelValue {
        let negotiated: EventLoopFuture<Negotiated>
        let channel: any Channel
    }

    enum Negotiated: Sendable {
        case http1(LookupChannel.Value)
        case http2(HTTP2Channel.Value)
    }

    private let certificates: TLSCertificates
    private let http1: LookupChannel
    private let http2: HTTP2Channel

    var responder: HTTPChannelHandler.Responder { http1.responder }

    /// - Parameter http1: The channel of those who do not speak HTTP/2.
    init(_ certificates: TLSCertificates, http1: LookupChannel) {
        self.certificates = certificates
        self.http1 = http1
        let limits = http1.limits
        let idle = TimeAmount.seconds(Int64(limits.idleSeconds))
        http2 = HTTP2Channel(
            responder: http1.responder,
            configuration: .init(
                idleTimeout: .seconds(limits.idleSeconds), gracefulCloseTimeout: .seconds(5),
                streamConfiguration: .init(additionalChannelHandlers: [StreamGuard(limits: limits)], idleTimeout: idle))
        )
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let ring = http1.caches.cache(on: channel.eventLoop).ring
            try pipeline.addHandler(
                ConnectionGate(site: http1.site, limits: http1.limits, limiter: http1.limiter, ring: ring))
            guard let context = try certificates.context() else {
                // There is nothing to say without one; it may come at any moment.
                try pipeline.addHandler(ClosingHandler())
                return Value(negotiated: channel.eventLoop.makeFailedFuture(NoCertificate()), channel: channel)
            }
            try pipeline.addHandler(NIOSSLServerHandler(context: context))
            let negotiation = NIOTypedApplicationProtocolNegotiationHandler<Negotiated> { result in
                negotiated(result, channel, logger)
            }
            try pipeline.addHandler(negotiation)
            return Value(negotiated: negotiation.protocolNegotiationResult, channel: channel)
        }
    }

    /// The handshake is done: sets up what both sides agreed on (RFC 7301); who names nothing speaks HTTP/1.
    private func negotiated(
        _ result: ALPNResult, _ channel: any Channel, _ logger: Logger
    ) -> EventLoopFuture<Negotiated> {
        let gate = try? channel.pipeline.syncOperations.handler(type: ConnectionGate.self)
        if result == .negotiated("h2") {
            gate?.progressed()
            return http2.setup(channel: channel, logger: logger).map { .http2($0) }
        }
        gate?.handOver()
        return http1.setup(channel: channel, logger: logger).map { .http1($0) }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1(let connection): await http1.handle(value: connection, logger: logger)
            case .http2(let connection): await http2.handle(value: connection, logger: logger)
            }
        } catch {
            // No handshake came about: a scanner, or a client that does not trust the certificate.
            logger.debug("\(error)")
        }
    }
}

/// HTTPS has no certificate that can be used.
private struct NoCertificate: Error {}

/// Ends a connection as soon as it is there.
private final class ClosingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { context.close(promise: nil) }
    }

    func channelActive(context: ChannelHandlerContext) { context.close(promise: nil) }
}
