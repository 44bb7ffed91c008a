internal import NIOCore
internal import NIOHTTPTypes

/// Watches one stream of HTTP/2: bounds its body and what of its answer waits to be read, and tells the connection's gate
/// when its answer is out.
final class StreamGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServerLimits
    private var bodyLength = 0
    private var awaited = AwaitedWork()
    private var gate: ConnectionGate?

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
        switch unwrapOutboundIn(data) {
        case .head: context.write(data, promise: promise)
        case .body(let bytes):
            let count = bytes.readableBytes
            guard gate?.queue(count) ?? true else {
                promise?.fail(ChannelError.eof)
                return
            }
            write(data, promise, context) { $0?.dequeue(count) }
        case .end:
            awaited.ended()
            // Handed to the socket, not only queued: who opens no window makes no progress.
            write(data, promise, context) { $0?.progressed() }
        }
    }

    private func write(
        _ data: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext,
        _ completed: @escaping (ConnectionGate?) -> Void
    ) {
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        let gate = gate
        promise.futureResult.assumeIsolated().whenComplete { _ in completed(gate) }
        context.write(data, promise: promise)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        gate = try? context.channel.parent?.pipeline.syncOperations.handler(type: ConnectionGate.self)
        gate?.streamOpened()
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

    func handlerRemoved(context: ChannelHandlerContext) {
        awaited.closed()
        gate?.streamClosed()
        gate = nil
    }
}
