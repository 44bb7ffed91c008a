internal import NIOCore

/// Answers a connection's requests for known pages from its bytes, for as long as all of them are of the plainest kind.
///
/// With the first byte of anything else the connection gets NIO's decoder with `HotPathHandler` behind it, and keeps
/// them. Until then nothing else stands in its pipeline, so that a scan passes no more code than it needs.
final class PlainHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let connection: ClientConnection
    private let cache: LoopCache
    /// Puts what reads all other requests into the pipeline.
    private let makeRest: (any Channel) throws -> LookupChannel.Conversation
    /// Kept with that, or with nothing when the connection ends before; nil from then on.
    private var rest: EventLoopPromise<LookupChannel.Conversation?>?
    private var needsFlush = false

    init(
        _ connection: ClientConnection, rest: EventLoopPromise<LookupChannel.Conversation?>,
        makeRest: @escaping (any Channel) throws -> LookupChannel.Conversation
    ) {
        self.connection = connection
        cache = connection.cache
        self.rest = rest
        self.makeRest = makeRest
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !connection.isClosing else { return }
        var bytes = unwrapInboundIn(data)
        cache.tick()
        while bytes.readableBytes > 0 {
            guard let length = answer(bytes, context) else { return handOver(bytes, context) }
            bytes.moveReaderIndex(forwardBy: length)
        }
    }

    /// Answers the first request; how long it is, or nil where it is for others to answer.
    private func answer(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) -> Int? {
        let bytes = buffer.readableBytesUInt8Span
        guard let request = PlainRequest(bytes), request.length <= connection.limits.headerLength,
            let page = cache.entry(request.key), connection.allows()
        else { return nil }
        if request.isForwarded { connection.noteForwarded() }
        let isGzipped = request.acceptEncoding.map { cache.acceptsGzip(bytes.extracting($0)) } ?? false
        let coding = page.page.coding(isGzipped: isGzipped)
        let isNotModified = request.ifNoneMatch.map { cache.matches(bytes.extracting($0), coding) } ?? false
        let variant = HotPage.Variant(isGzipped: isGzipped, isNotModified: isNotModified)
        guard let answer = cache.answer(page, variant, isHead: request.isHead) else {
            connection.end(with: .outOfMemory, isHead: request.isHead)
            return buffer.readableBytes
        }
        context.write(wrapOutboundOut(answer), promise: nil)
        needsFlush = true
        connection.progressed()
        return request.length
    }

    func channelReadComplete(context: ChannelHandlerContext) { flush(context) }

    private func flush(_ context: ChannelHandlerContext) {
        guard needsFlush else { return }
        needsFlush = false
        context.flush()
    }

    private func handOver(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        flush(context)
        guard let rest else { return }
        self.rest = nil
        do {
            rest.succeed(try makeRest(context.channel))
        } catch {
            rest.succeed(nil)
            return context.close(promise: nil)
        }
        // From now on HotPathHandler holds reading back.
        try? context.channel.syncOptions?.setOption(.autoRead, value: true)
        context.fireChannelRead(wrapInboundOut(bytes))
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    // MARK: Beginning and end

    func handlerAdded(context: ChannelHandlerContext) { connection.enter(context) }

    func channelActive(context: ChannelHandlerContext) { connection.enter(context) }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func leave() {
        // The connection goes on without this handler.
        guard let rest else { return }
        self.rest = nil
        rest.succeed(nil)
        connection.leave()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: connection.finish()
        case ChannelEvent.inputClosed: connection.inputClosed(isOwed: false)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Nothing more is read from a client that does not read its answers.
    ///
    /// The channel is told so, because a handler that stood in the way of every read would cost every request.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        try? context.channel.syncOptions?.setOption(.autoRead, value: context.channel.isWritable)
        context.fireChannelWritabilityChanged()
    }
}
