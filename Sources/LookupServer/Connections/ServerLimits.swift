internal import NIOCore

/// What one client may ask of the daemon.
package struct ServerLimits: Sendable {
    /// Requests a second from one address over time; 0 for no limit.
    ///
    /// A whole hall may share one address.
    package var requestsPerSecond = 100.0
    /// Requests at once after a silence.
    package var burst = 400
    /// Of each second, the share of one core that is worked for one address beyond ready pages, over time.
    ///
    /// Scans are never refused for it.
    package var workShare = 0.25
    /// Seconds of such work that it may have at once after a silence.
    package var workSeconds = 1.0
    /// Answers that wait to be made: those behind scans, and all others.
    package var waitingScans = 1024
    package var waitingWork = 256
    /// Connections at the same time, from everybody and from one address.
    ///
    /// Where there are so many, idle ones give way to new ones. New ones of one address come no faster than its requests
    /// may. A mobile carrier puts thousands of phones behind one address.
    package var connections = 10_000
    package var connectionsPerClient = 2500
    /// Seconds within which a new connection completes its handshake, and then its first request.
    package var firstRequestSeconds = 10
    /// Bytes of answers that a client of HTTP/2 lets wait, on one connection, and all clients together.
    package var unsentPerConnection = 16 << 20
    package var unsent = 256 << 20
    /// The same on one connection while all together are above half of their bound: room for a page.
    package var unsentUnderPressure = 256 << 10
    /// A connection on which no request is completed is closed after one to two such spans.
    package var idleSeconds = 20
    /// Bytes of a target (RFC 9112 recommends at least 8000).
    package var targetLength = 8000
    /// Bytes of all header fields.
    package var headerLength = 16 << 10
    /// Bytes of a body, which nothing here has a use for.
    package var bodyLength = 64 << 10
    /// Whose `X-Forwarded-For` is believed.
    package var trustedProxies: [NetworkRange] = []

    package init() {}

    /// Whether somebody's `X-Forwarded-For` is believed: then the connections are those of many.
    func trusts(_ peer: SocketAddress?) -> Bool {
        guard !trustedProxies.isEmpty, let bytes = peer.flatMap(IPBytes.init) else { return false }
        return trustedProxies.contains { $0.contains(bytes) }
    }
}
