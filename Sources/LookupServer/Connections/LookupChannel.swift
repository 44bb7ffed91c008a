internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1

/// How far known pages go past Hummingbird.
package enum Shortcut: Sendable {
    /// Not at all: every answer is made for its request, as previews and TLS need it.
    case none
    /// As far as NIO's decoder, which reads every request.
    case decoded
    /// The plainest requests are read from their bytes.
    case plain
}

/// A connection of HTTP/1: plain requests for known pages first, all others by NIO's decoder, the hot path, and behind
/// it Hummingbird's own way.
struct LookupChannel: HTTPChannelHandler {
    /// What Hummingbird takes part in.
    typealias Conversation = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    struct Value: ServerChildChannelValue {
        /// Nil where the connection ended without it.
        let conversation: EventLoopFuture<Conversation?>
        let channel: any Channel
    }

    let responder: HTTPChannelHandler.Responder
    let site: LiveSite
    let limits: ServerLimits
    let limiter: ClientLimiter
    let caches: LoopCaches
    /// Behind TLS the gate counts connections; answers then carry more than the hot path's bytes.
    var isSecure = false
    var shortcut = Shortcut.plain

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let options = channel.syncOptions
            // Small reads bound how many answers a client who sends many requests at once can pile up.
            try options?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
            try options?.setOption(.tcpOption(.tcp_nodelay), value: 1)
            let connection = ClientConnection(
                site: site, cache: caches.cache(on: channel.eventLoop), limits: limits, limiter: limiter,
                isCounted: isSecure)
            // Behind proxies it takes all fields to know the client.
            guard shortcut == .plain, !isSecure, limits.trustedProxies.isEmpty else {
                let conversation = try converse(connection, on: channel)
                return Value(conversation: channel.eventLoop.makeSucceededFuture(conversation), channel: channel)
            }
            let promise = channel.eventLoop.makePromise(of: Conversation?.self)
            let plain = PlainHandler(connection, rest: promise) { try converse(connection, on: $0) }
            try channel.pipeline.syncOperations.addHandler(plain)
            return Value(conversation: promise.futureResult, channel: channel)
        }
    }

    /// Puts what reads every request into the pipeline.
    private func converse(_ connection: ClientConnection, on channel: any Channel) throws -> Conversation {
        var decoding = NIOHTTPDecoderLimitConfiguration()
        // Beyond these the decoder gives up; below, the refusal says what was too long.
        decoding.maxHeaderFieldSize = 64 << 10
        decoding.maxHeaderListSize = 64 << 10
        decoding.maxHeaderFieldCount = 200
        let hotPath = HotPathHandler(connection, usesHotPages: shortcut != .none && !isSecure)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(ByteToMessageHandler(RequestDecoding(limits: decoding)))
        try pipeline.addHandler(hotPath, name: "hot path")
        try pipeline.addHandler(HTTPResponseEncoder())
        try pipeline.addHandler(AnswerEndHandler(hotPath: hotPath))
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
        return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    func handle(value: Value, logger: Logger) async {
        // Until there is something to converse about, the end of everything is the connection's too.
        let conversation = await withTaskCancellationHandler {
            try? await value.conversation.get()
        } onCancel: {
            value.channel.close(mode: .input, promise: nil)
        }
        guard let conversation else { return }
        await handleHTTP(asyncChannel: conversation, logger: logger)
    }
}

/// Tells the hot path when Hummingbird has ended an answer, and marks the last answer of a connection as such.
private final class AnswerEndHandler: ChannelOutboundHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let hotPath: HotPathHandler

    init(hotPath: HotPathHandler) { self.hotPath = hotPath }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where hotPath.isLast:
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            context.write(data, promise: promise)
            hotPath.answerEnded()
        default: context.write(data, promise: promise)
        }
    }
}
