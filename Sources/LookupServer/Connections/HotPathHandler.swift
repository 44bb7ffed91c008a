internal import NIOCore
internal import NIOHTTP1
internal import ScanRecords

/// Answers requests for known codes on the event loop, with bytes made ahead, and passes everything else on to
/// Hummingbird; refuses what breaks the protocol or a limit, and ends connections that only hold a place.
///
/// It stands between NIO's decoder, which alone reads HTTP, and NIO's encoder, past which it writes. Answers keep the
/// order of their requests: while Hummingbird owes one, everything that follows goes to Hummingbird too.
final class HotPathHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// What becomes of the parts of the request that is being read.
    private enum Reading {
        case skip, forward
    }

    private let site: LiveSite
    private let cache: LoopCache
    private let limits: ServerLimits
    private let limiter: ClientLimiter
    /// Whether somebody in front counts the connection.
    private let isCounted: Bool
    private let usesHotPages: Bool
    private var peer: SocketAddress?
    private var allowance: ClientLimiter.Allowance?

    private var reading = Reading.skip
    private var bodyLength = 0
    /// Answers that Hummingbird owes.
    private var owed = 0
    /// What is said once Hummingbird owes nothing more.
    private var refusal: (Refusal, isHead: Bool)?
    /// The answers in flight are the last.
    private var isClosing = false
    /// Whether the answer that Hummingbird writes now is the connection's last.
    var isLast: Bool { isClosing && owed == 1 && refusal == nil }
    private var needsFlush = false
    private var isReadHeld = false
    /// Whether anything was completed since the last look of the idle timer.
    private var hasProgressed = true
    private var timer: Scheduled<Void>?

    init(
        site: LiveSite, cache: LoopCache, limits: ServerLimits, limiter: ClientLimiter, isCounted: Bool = false,
        usesHotPages: Bool = true
    ) {
        self.isCounted = isCounted
        self.usesHotPages = usesHotPages
        self.site = site
        self.cache = cache
        self.limits = limits
        self.limiter = limiter
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): read(head, data, context)
        case .body(let bytes):
            guard reading == .forward else { return }
            bodyLength += bytes.readableBytes
            if bodyLength > limits.bodyLength {
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
        guard !isClosing else { return }
        hasProgressed = true
        bodyLength = 0
        let request = RequestReading(head, limits: limits)
        if let refusal = request.refusal { return refuse(refusal, isHead: head.method == .HEAD, context) }
        guard allows(request) else { return refuse(.tooManyRequests, isHead: head.method == .HEAD, context) }
        if !request.keepsConnection { isClosing = true }
        if owed == 0, request.isPlain, usesHotPages {
            cache.tick()
            if let page = cache.page(at: head.uri) {
                return answer(page, request, isHead: head.method == .HEAD, context)
            }
        }
        reading = .forward
        owed += 1
        context.fireChannelRead(data)
    }

    private func allows(_ request: RequestReading) -> Bool {
        guard limits.trustedProxies.isEmpty else {
            let client = ClientAddress.behindProxies(
                peer, forwarded: request.forwarded, trusting: limits.trustedProxies)
            return limiter.allowance(of: client).take()
        }
        return allowance?.take() ?? true
    }

    private func answer(_ page: HotPage, _ request: RequestReading, isHead: Bool, _ context: ChannelHandlerContext) {
        let isGzipped = cache.acceptsGzip(request.acceptEncoding)
        let coding = isGzipped ? page.gzipped : page.plain
        // Most often it is exactly the tag that was sent.
        let isKnown = request.ifNoneMatch.map { $0 == coding.tag || Negotiation.matchesWeakly($0, coding.tag) } ?? false
        let answer = isKnown ? coding.notModified : coding.full
        var bytes = cache.bytes(answer, of: page, variant: (isGzipped ? 2 : 0) + (isKnown ? 1 : 0))
        if isHead, let head = bytes.getSlice(at: bytes.readerIndex, length: answer.headLength) { bytes = head }
        if isClosing { bytes = Self.withClose(bytes, headLength: answer.headLength) }
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
        needsFlush = true
        site.metrics.countHot(isNotModified: isKnown)
        if !isHead { site.scans?.record(page.codeText) }
        if isClosing { finish(context) }
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
        default: return context.close(promise: nil)
        }
        guard !isClosing else { return }
        refuse(refusal, isHead: false, context)
    }

    private func refuse(_ refusal: Refusal, isHead: Bool, _ context: ChannelHandlerContext) {
        isClosing = true
        reading = .skip
        guard owed == 0 else {
            self.refusal = (refusal, isHead)
            return
        }
        cache.tick()
        context.write(wrapOutboundOut(.byteBuffer(refusal.bytes(date: cache.date, isHead: isHead))), promise: nil)
        site.metrics.count(refusal.statusCode)
        finish(context)
    }

    /// Hummingbird has written one of its answers to the end.
    func answerEnded(context: ChannelHandlerContext) {
        owed -= 1
        hasProgressed = true
        guard owed == 0, isClosing else { return }
        if let (refusal, isHead) = refusal {
            self.refusal = nil
            refuse(refusal, isHead: isHead, context)
        } else {
            finish(context)
        }
    }

    /// Sends what is written, then says goodbye, and waits a moment for the client to read it: closing at once, with
    /// requests still unread, would reset the connection and destroy the answer on its way.
    private func finish(_ context: ChannelHandlerContext) {
        context.flush()
        context.close(mode: .output, promise: nil)
        timer?.cancel()
        timer = schedule(.seconds(2), context) { handler, context in handler.end(context) }
    }

    private func end(_ context: ChannelHandlerContext) {
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isClosing = true
            if owed == 0 { finish(context) }
        case ChannelEvent.inputClosed:
            let wasClosing = isClosing
            isClosing = true
            if owed == 0 {
                if wasClosing { context.close(promise: nil) } else { finish(context) }
            }
            context.fireUserInboundEventTriggered(event)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    // MARK: Limits

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    private func start(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        peer = context.remoteAddress
        let allowance = limiter.allowance(of: ClientAddress(peer))
        self.allowance = allowance
        let mine = isCounted ? 0 : allowance.enter()
        let all = isCounted ? 0 : site.metrics.connectionOpened()
        timer = schedule(.seconds(Int64(limits.idleSeconds)), context) { handler, context in
            handler.checkProgress(context)
        }
        let isCrowd = mine > limits.connectionsPerClient && limits.trustedProxies.isEmpty
        guard all <= limits.connections, !isCrowd else {
            site.metrics.connectionRefused()
            return refuse(.tooManyConnections, isHead: false, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func leave() {
        timer?.cancel()
        timer = nil
        guard let allowance else { return }
        self.allowance = nil
        guard !isCounted else { return }
        allowance.leave()
        site.metrics.connectionClosed()
    }

    /// Ends a connection on which nothing was completed for a whole span, whether it is silent, drips a request byte by
    /// byte or does not read its answer.
    private func checkProgress(_ context: ChannelHandlerContext) {
        guard hasProgressed else {
            site.metrics.connectionTimedOut()
            return context.close(promise: nil)
        }
        hasProgressed = false
        timer = schedule(.seconds(Int64(limits.idleSeconds)), context) { handler, context in
            handler.checkProgress(context)
        }
    }

    private func schedule(
        _ delay: TimeAmount, _ context: ChannelHandlerContext,
        _ action: @escaping @Sendable (HotPathHandler, ChannelHandlerContext) -> Void
    ) -> Scheduled<Void> {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: delay) { action(bound.value.0, bound.value.1) }
    }

    /// Nothing more is read from a client that does not read its answers.
    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable { context.read() } else { isReadHeld = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, isReadHeld {
            isReadHeld = false
            context.read()
        }
        context.fireChannelWritabilityChanged()
    }
}
