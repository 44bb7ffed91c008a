internal import NIOCore
internal import NIOHTTPTypes

/// Watches one stream of HTTP/2: bounds its body, and tells the connection's gate when its answer is out.
final class StreamGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServerLimits
    private var bodyLength = 0
    private var awaited = AwaitedWork()

    init(limits: ServerLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .body(let bytes) = unwrapInboundIn(data) {
            bodyLength += bytes.readableBytes
            // Nothing here takes a body; the answer may be out already.
            guard bodyLength <= limits.bodyLength else { return context.close(promise: nil) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let isEnd = if case .end = unwrapOutboundIn(data) { true } else { false }
        context.write(data, promise: promise)
        if isEnd { awaited.ended() }
        guard isEnd, let connection = context.channel.parent else { return }
        try? connection.pipeline.syncOperations.handler(type: ConnectionGate.self).progressed()
    }

    // A stream whose input has ended is one that waits for its answer: the client leaves by a reset, which closes it.
    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard awaited.note(event) else { return context.triggerUserOutboundEvent(event, promise: promise) }
        promise?.succeed()
        if !context.channel.isActive { awaited.closed() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        awaited.closed()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { awaited.closed() }
}
