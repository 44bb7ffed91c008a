internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1

/// A connection of HTTP/1: NIO's decoder, the hot path, and behind it Hummingbird's own way.
struct LookupChannel: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let site: LiveSite
    let limits: ServerLimits
    let limiter: ClientLimiter
    let caches: LoopCaches
    /// Behind TLS the gate counts connections; answers then carry more than the hot path's bytes.
    var isSecure = false
    /// Whether known pages are answered by the hot path.
    var usesHotPages = true

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let options = channel.syncOptions
            // Small reads bound how many answers a client who sends many requests at once can pile up.
            try options?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
            try options?.setOption(.tcpOption(.tcp_nodelay), value: 1)
            var decoding = NIOHTTPDecoderLimitConfiguration()
            // Beyond these the decoder gives up; below, the refusal says what was too long.
            decoding.maxHeaderFieldSize = 64 << 10
            decoding.maxHeaderListSize = 64 << 10
            decoding.maxHeaderFieldCount = 200
            let hotPath = HotPathHandler(
                site: site, cache: caches.cache(on: channel.eventLoop), limits: limits, limiter: limiter,
                isCounted: isSecure, usesHotPages: usesHotPages && !isSecure)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(ByteToMessageHandler(RequestDecoding(limits: decoding)))
            try pipeline.addHandler(hotPath, name: "hot path")
            try pipeline.addHandler(HTTPResponseEncoder())
            try pipeline.addHandler(AnswerEndHandler(hotPath: hotPath))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async {
        await handleHTTP(asyncChannel: value, logger: logger)
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
            if let below = try? context.pipeline.syncOperations.context(handler: hotPath) {
                hotPath.answerEnded(context: below)
            }
        default: context.write(data, promise: promise)
        }
    }
}
