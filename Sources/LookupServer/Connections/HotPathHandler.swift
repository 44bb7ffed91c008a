internal import NIOCore
internal import NIOHTTP1
internal import ScanRecords

/// Answers requests for known codes on the event loop, with bytes made ahead, and passes everything else on to
/// Hummingbird; refuses what breaks the protocol or a limit, and ends connections that only hold a place.
///
/// It stands between NIO's decoder, which alone says what is malformed, and NIO's encoder, past which it writes. Answers
/// keep the order of their requests: while Hummingbird owes one, everything that follows goes to Hummingbird too.
final class HotPathHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// What becomes of the parts of the request that is being read.
    private enum Reading {
        case skip, forward
    }

    private let connection: ClientConnection
    private let cache: LoopCache
    private let usesHotPages: Bool

    private var reading = Reading.skip
    private var bodyLength = 0
    /// Answers that Hummingbird owes.
    private var owed = 0
    /// What is said once Hummingbird owes nothing more.
    private var refusal: (Refusal, isHead: Bool)?
    /// Whether the answer that Hummingbird writes now is the connection's last.
    var isLast: Bool { connection.isClosing && owed == 1 && refusal == nil }
    private var hold = ReadHold()
    private var awaited = AwaitedWork()
    private var needsFlush = false

    init(_ connection: ClientConnection, usesHotPages: Bool) {
        self.connection = connection
        cache = connection.cache
        self.usesHotPages = usesHotPages
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): read(head, data, context)
        case .body(let bytes):
            guard reading == .forward else { return }
            bodyLength += bytes.readableBytes
            if bodyLength > connection.limits.bodyLength {
                reading = .skip
                // The answer may be under way already; the connection is no use to anybody.
                context.close(promise: nil)
            } else {
                context.fireChannelRead(data)
            }
        case .end: if reading == .forward { context.fireChannelRead(data) }
        }
    }

    private func read(_ head: HTTPRequestHead, _ data: NIOAny, _ context: ChannelHandlerContext) {
        reading = .skip
        guard !connection.isClosing else { return }
        connection.progressed()
        bodyLength = 0
        let isHead = head.method == .HEAD
        let request = RequestReading(head, limits: connection.limits)
        if let refusal = request.refusal { return refuse(refusal, isHead: isHead) }
        guard connection.allows(forwarded: request.forwarded) else { return refuse(.tooManyRequests, isHead: isHead) }
        if !request.keepsConnection { connection.isClosing = true }
        if owed == 0, request.isPlain, usesHotPages, let key = CodeKey(target: head.uri) {
            cache.tick()
            if let page = cache.entry(key) { return answer(page, request, isHead: isHead, context) }
        }
        if owed == 0, request.isPlain, usesHotPages, request.ifNoneMatch == nil, head.uri == HealthAnswer.path {
            return answerHealth(isHead: isHead, context)
        }
        reading = .forward
        owed += 1
        connection.isIdle = false
        context.fireChannelRead(data)
    }

    private func answer(
        _ page: LoopCache.Entry, _ request: RequestReading, isHead: Bool, _ context: ChannelHandlerContext
    ) {
        let isGzipped = request.acceptEncoding.map { cache.acceptsGzip($0.utf8.span) } ?? false
        let coding = page.page.coding(isGzipped: isGzipped)
        let isNotModified = request.ifNoneMatch.map { cache.matches($0.utf8.span, coding) } ?? false
        let variant = HotPage.Variant(isGzipped: isGzipped, isNotModified: isNotModified)
        guard let bytes = cache.answer(page, variant, isHead: isHead) else {
            return refuse(.outOfMemory, isHead: isHead)
        }
        send(bytes, headLength: page.page.answer(variant).headLength, context)
    }

    private func answerHealth(isHead: Bool, _ context: ChannelHandlerContext) {
        cache.tick()
        guard var bytes = HealthAnswer.bytes.dated(cache.date) else { return refuse(.outOfMemory, isHead: isHead) }
        if isHead { bytes = bytes.getSlice(at: 0, length: HealthAnswer.bytes.headLength) ?? bytes }
        connection.site.metrics.count(200)
        send(bytes, headLength: HealthAnswer.bytes.headLength, context)
    }

    private func send(_ answer: ByteBuffer, headLength: Int, _ context: ChannelHandlerContext) {
        let bytes = connection.isClosing ? Self.withClose(answer, headLength: headLength) : answer
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
        needsFlush = true
        if connection.isClosing { connection.finish() }
    }

    /// The same answer with `Connection: close`.
    private static func withClose(_ bytes: ByteBuffer, headLength: Int) -> ByteBuffer {
        guard let head = bytes.getSlice(at: bytes.readerIndex, length: headLength - 2),
            let rest = bytes.getSlice(
                at: bytes.readerIndex + headLength - 2, length: bytes.readableBytes - headLength + 2)
        else { return bytes }
        var closing = head
        closing.writeString("connection: close\r\n")
        closing.writeImmutableBuffer(rest)
        return closing
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if needsFlush {
            needsFlush = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    // MARK: Refusals and the end

    /// What the decoder could not read, and what broke inside.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let refusal: Refusal
        switch error {
        case is RequestDecoding.TargetOverflow: refusal = .targetTooLong
        case HTTPParserError.headerOverflow: refusal = .headerTooLong
        case is HTTPParserError: refusal = .malformed
        // More bytes behind what could not be read: the last answer is on its way already, and goes out.
        case ByteToMessageDecoderError.dataReceivedInErrorState: return
        default: return context.close(promise: nil)
        }
        guard !connection.isClosing else { return }
        refuse(refusal, isHead: false)
    }

    private func refuse(_ refusal: Refusal, isHead: Bool) {
        connection.isClosing = true
        reading = .skip
        if owed == 0 {
            connection.end(with: refusal, isHead: isHead)
        } else {
            self.refusal = (refusal, isHead)
        }
    }

    /// Hummingbird has written one of its answers to the end.
    func answerEnded() {
        owed -= 1
        connection.isIdle = owed == 0
        awaited.ended()
        connection.progressed()
        guard owed == 0, connection.isClosing else { return }
        if let (refusal, isHead) = refusal {
            self.refusal = nil
            connection.end(with: refusal, isHead: isHead)
        } else {
            connection.finish()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            connection.isClosing = true
            if owed == 0 { connection.finish() }
        case ChannelEvent.inputClosed:
            awaited.inputClosed()
            connection.inputClosed(isOwed: owed > 0)
            context.fireUserInboundEventTriggered(event)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard awaited.note(event) else { return context.triggerUserOutboundEvent(event, promise: promise) }
        promise?.succeed()
        // It may have gone while the event was on its way.
        if !context.channel.isActive { awaited.closed() }
    }

    // MARK: Beginning and end

    func channelActive(context: ChannelHandlerContext) {
        connection.enter(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        connection.enter(context)
        hold.look(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        awaited.closed()
        connection.leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        awaited.closed()
        connection.leave()
    }

    func read(context: ChannelHandlerContext) { hold.read(context) }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        hold.look(context)
        context.fireChannelWritabilityChanged()
    }
}
