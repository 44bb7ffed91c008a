internal import NIOCore

/// A connection of HTTP/1 from its first byte to its last, whoever reads its requests: counted, limited, watched for
/// progress, and ended with a goodbye.
///
/// Only touched on its loop.
final class ClientConnection: GivesWay {
    let site: LiveSite
    let cache: LoopCache
    let limits: ServerLimits
    private let limiter: ClientLimiter
    /// Whether somebody in front counts the connection.
    private let isCounted: Bool
    /// The place in the pipeline of who reads its requests now.
    private var context: ChannelHandlerContext?
    private var peer: SocketAddress?
    private var allowance: ClientLimiter.Allowance?
    private var timer: Scheduled<Void>?
    /// Whether anything was completed since the last look of the idle timer.
    private var hasProgressed = false
    var ringPlace: Int?
    var wasUsed = false
    var isIdle = true
    /// The answers in flight are the last.
    var isClosing = false

    init(site: LiveSite, cache: LoopCache, limits: ServerLimits, limiter: ClientLimiter, isCounted: Bool = false) {
        self.site = site
        self.cache = cache
        self.limits = limits
        self.limiter = limiter
        self.isCounted = isCounted
    }

    /// Somebody reads its requests from now on, the first one as soon as it is open.
    func enter(_ context: ChannelHandlerContext) {
        self.context = context
        guard allowance == nil, context.channel.isActive else { return }
        peer = context.remoteAddress
        let allowance = limiter.allowance(of: ClientAddress(peer))
        self.allowance = allowance
        let mine = isCounted ? 0 : allowance.enter()
        let all = isCounted ? 0 : site.metrics.connectionOpened()
        watch(for: min(limits.firstRequestSeconds, limits.idleSeconds))
        let isProxy = limits.trusts(peer)
        if !isCounted, !isProxy, !allowance.mayConnect() {
            site.metrics.connectionRefused()
            return end(with: .tooManyRequests, isHead: false)
        }
        guard isProxy || mine <= limits.connectionsPerClient, all <= limits.connections || cache.ring.makeRoom() else {
            site.metrics.connectionRefused()
            return end(with: .tooManyConnections, isHead: false)
        }
        cache.ring.enter(self)
    }

    /// Another connection needs the place.
    func giveWay() {
        site.metrics.connectionGaveWay()
        context?.close(promise: nil)
    }

    /// It is over.
    func leave() {
        timer?.cancel()
        timer = nil
        context = nil
        cache.ring.leave(self)
        guard let allowance else { return }
        self.allowance = nil
        guard !isCounted else { return }
        allowance.leave()
        site.metrics.connectionClosed()
    }

    /// Something was completed.
    func progressed() {
        hasProgressed = true
        wasUsed = true
    }

    /// Whether its client may have one more answer.
    func allows() -> Bool { allowance?.take() ?? true }

    /// The same where the client may be behind a proxy.
    ///
    /// - Parameter forwarded: The values of `X-Forwarded-For` in their order.
    func allows(forwarded: [String]) -> Bool {
        let client = limiter.client(peer, forwarded: forwarded)
        return limits.trustedProxies.isEmpty ? allows() : limiter.allowance(of: client).take()
    }

    /// Takes note of a request that names a client behind a proxy.
    func noteForwarded() { limiter.proxies?.untrusted(peer) }

    // MARK: The end

    /// Answers with a refusal, the last thing that is said.
    func end(with refusal: Refusal, isHead: Bool) {
        isClosing = true
        cache.tick()
        context?.write(NIOAny(refusal.bytes(date: cache.date, isHead: isHead)), promise: nil)
        site.metrics.count(refusal.statusCode)
        finish()
    }

    /// Sends what is written, then says goodbye, and waits a moment for the client to read it: closing at once, with
    /// requests still unread, would reset the connection and destroy the answer on its way.
    func finish() {
        isClosing = true
        guard let context else { return }
        context.flush()
        context.close(mode: .output, promise: nil)
        timer?.cancel()
        timer = schedule(.seconds(2)) { $0.context?.close(promise: nil) }
    }

    /// Nothing more comes from the client.
    ///
    /// - Parameter isOwed: Whether an answer is still to come, after which the connection ends.
    func inputClosed(isOwed: Bool) {
        let wasClosing = isClosing
        isClosing = true
        guard !isOwed else { return }
        if wasClosing { context?.close(promise: nil) } else { finish() }
    }

    // MARK: Progress

    /// Ends a connection on which nothing was completed for a whole span, whether it is silent, drips a request byte by
    /// byte or does not read its answer.
    private func watch(for seconds: Int) {
        timer = schedule(.seconds(Int64(seconds))) { connection in
            guard connection.hasProgressed else {
                connection.site.metrics.connectionTimedOut()
                connection.context?.close(promise: nil)
                return
            }
            connection.hasProgressed = false
            connection.watch(for: connection.limits.idleSeconds)
        }
    }

    private func schedule(
        _ delay: TimeAmount, _ action: @escaping @Sendable (ClientConnection) -> Void
    ) -> Scheduled<Void>? {
        guard let loop = context?.eventLoop else { return nil }
        let bound = NIOLoopBound(self, eventLoop: loop)
        return loop.scheduleTask(in: delay) { action(bound.value) }
    }
}
