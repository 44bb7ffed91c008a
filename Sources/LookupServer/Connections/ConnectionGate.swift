internal import NIOCore

/// Lets connections of HTTPS in and ends those that only hold a place: one in front of TLS, where no handshake is needed
/// to be counted.
///
/// Over plain HTTP, and over TLS once HTTP/1.1 is agreed on, the hot path watches progress by itself.
final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler, GivesWay {
    typealias InboundIn = ByteBuffer

    private let site: LiveSite
    private let limits: ServerLimits
    private let limiter: ClientLimiter
    private let ring: ConnectionRing
    private var context: ChannelHandlerContext?
    var ringPlace: Int?
    var wasUsed = false
    /// Streams of HTTP/2 that are open.
    private var streams = 0
    /// Bytes of answers that wait for the client to read.
    private var unsent = 0
    private var isOverfull = false
    private var allowance: ClientLimiter.Allowance?
    /// Whether the handshake or a request was completed since the last look.
    private var hasProgressed = false
    private var timer: RepeatedTask?

    init(site: LiveSite, limits: ServerLimits, limiter: ClientLimiter, ring: ConnectionRing) {
        self.site = site
        self.ring = ring
        self.limits = limits
        self.limiter = limiter
    }

    /// Something was completed: a handshake, or a request of HTTP/2.
    func progressed() {
        hasProgressed = true
        wasUsed = true
    }

    var isIdle: Bool { streams == 0 }

    /// Another connection needs the place.
    func giveWay() {
        site.metrics.connectionGaveWay()
        context?.close(promise: nil)
    }

    // MARK: Streams of HTTP/2

    func streamOpened() { streams += 1 }

    func streamClosed() { streams -= 1 }

    /// Takes note of so many bytes more that wait for the client to read; false where that is too much, and the
    /// connection ends.
    func queue(_ count: Int) -> Bool {
        let isTight = site.metrics.unsentBytes > limits.unsent / 2
        guard unsent + count <= (isTight ? limits.unsentUnderPressure : limits.unsentPerConnection) else {
            // Its other streams may still bring answers while it goes.
            if !isOverfull { site.metrics.connectionOverfull() }
            isOverfull = true
            context?.close(promise: nil)
            return false
        }
        unsent += count
        site.metrics.unsent(count)
        return true
    }

    /// So many bytes are sent, or given up.
    func dequeue(_ count: Int) {
        unsent -= count
        site.metrics.unsent(-count)
    }

    /// Somebody behind it watches progress from now on.
    func handOver() {
        timer?.cancel()
        timer = nil
        ring.leave(self)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    private func start(_ context: ChannelHandlerContext) {
        guard allowance == nil else { return }
        let allowance = limiter.allowance(of: ClientAddress(context.remoteAddress))
        self.allowance = allowance
        let mine = allowance.enter()
        let all = site.metrics.connectionOpened()
        self.context = context
        let isProxy = limits.trusts(context.remoteAddress)
        guard isProxy || (allowance.mayConnect() && mine <= limits.connectionsPerClient),
            all <= limits.connections || ring.makeRoom()
        else {
            site.metrics.connectionRefused()
            // Without a handshake there is no way to say why.
            return context.close(promise: nil)
        }
        ring.enter(self)
        let span = TimeAmount.seconds(Int64(limits.idleSeconds))
        let first = TimeAmount.seconds(Int64(min(limits.firstRequestSeconds, limits.idleSeconds)))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: first, delay: span) { _ in
            bound.value.0.checkProgress(bound.value.1)
        }
    }

    private func checkProgress(_ context: ChannelHandlerContext) {
        guard !hasProgressed else {
            hasProgressed = false
            return
        }
        site.metrics.connectionTimedOut()
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func leave() {
        handOver()
        context = nil
        guard let allowance else { return }
        self.allowance = nil
        allowance.leave()
        site.metrics.connectionClosed()
    }
}
