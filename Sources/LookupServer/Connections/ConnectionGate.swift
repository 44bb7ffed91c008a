internal import NIOCore

/// Lets connections of HTTPS in and ends those that only hold a place: one in front of TLS, where no handshake is needed
/// to be counted.
///
/// Over plain HTTP, and over TLS once HTTP/1.1 is agreed on, the hot path watches progress by itself.
final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let site: LiveSite
    private let limits: ServerLimits
    private let limiter: ClientLimiter
    private var allowance: ClientLimiter.Allowance?
    /// Whether the handshake or a request was completed since the last look.
    private var hasProgressed = true
    private var timer: RepeatedTask?

    init(site: LiveSite, limits: ServerLimits, limiter: ClientLimiter) {
        self.site = site
        self.limits = limits
        self.limiter = limiter
    }

    /// Something was completed: a handshake, or a request of HTTP/2.
    func progressed() { hasProgressed = true }

    /// Somebody behind it watches progress from now on.
    func handOver() {
        timer?.cancel()
        timer = nil
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
        guard all <= limits.connections, mine <= limits.connectionsPerClient || !limits.trustedProxies.isEmpty else {
            site.metrics.connectionRefused()
            // Without a handshake there is no way to say why.
            return context.close(promise: nil)
        }
        let span = TimeAmount.seconds(Int64(limits.idleSeconds))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: span, delay: span) { _ in
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
        guard let allowance else { return }
        self.allowance = nil
        allowance.leave()
        site.metrics.connectionClosed()
    }
}
