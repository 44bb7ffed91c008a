internal import Logging
internal import NIOCore
internal import Synchronization

/// Says in the log, once each, that clients behind a proxy cannot be told apart: they all share one allowance, and nobody
/// would know why.
final class ProxyWarnings: Sendable {
    private let logger: Logger
    private let saidUntrusted = Atomic<Bool>(false)
    private let saidUnreadable = Atomic<Bool>(false)

    init(_ logger: Logger) { self.logger = logger }

    /// Requests come with `X-Forwarded-For`, and no proxy is trusted.
    ///
    /// Anybody may send the field; a machine of the own network that does is a proxy.
    func untrusted(_ peer: SocketAddress?) {
        guard !saidUntrusted.load(ordering: .relaxed), let peer, let address = IPBytes(peer),
            NetworkRange.own.contains(where: { $0.contains(address) }), isFirst(saidUntrusted)
        else { return }
        logger.warning(
            "请求经过代理\(peer.ipAddress ?? "")转来，所有人合用一份访问限额；请加上 --trusted-proxy \(peer.ipAddress ?? "代理的地址")，让每个人各用各的")
    }

    /// A trusted proxy's field holds something that is no address.
    func unreadable(_ element: String) {
        guard isFirst(saidUnreadable) else { return }
        logger.warning(
            "代理送来的X-Forwarded-For里“\(element.prefix(60))”不是地址，经它转来的人合用一份访问限额；请让代理写上客户的IP地址")
    }

    private func isFirst(_ said: borrowing Atomic<Bool>) -> Bool {
        !said.load(ordering: .relaxed)
            && said.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    }
}

extension NetworkRange {
    /// This machine and networks that are not of the internet (RFC 1918, RFC 4193).
    static let own = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7"].compactMap {
        NetworkRange($0)
    }
}
