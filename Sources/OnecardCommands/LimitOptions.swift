internal import ArgumentParser
internal import Glibc
internal import LookupServer

/// What one client may ask of the daemon.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Requests a second from one address over time, a search counting as 10; 0 for no limit.", valueName: "n"))
    var rateLimit = ServerLimits().requestsPerSecond

    @Option(help: ArgumentHelp("Connections at the same time.", valueName: "n"))
    var maxConnections = ServerLimits().connections

    @Option(help: ArgumentHelp("Seconds after which a connection that completes nothing is closed.", valueName: "s"))
    var idleTimeout = ServerLimits().idleSeconds

    @Option(
        name: .customLong("trusted-proxy"),
        help: ArgumentHelp(
            """
            An address or network (10.0.0.0/8) whose X-Forwarded-For is believed, with or without ports in it; may be \
            repeated. Other fields, as Forwarded and X-Real-IP, are never read.
            """, valueName: "net"))
    var trustedProxies: [String] = []

    func validate() throws {
        guard (0...1_000_000).contains(rateLimit) else {
            throw ValidationError("--rate-limit 应当在0到1000000之间，这里是\(rateLimit)")
        }
        guard (1...1_000_000).contains(maxConnections) else {
            throw ValidationError("--max-connections 应当在1到1000000之间，这里是\(maxConnections)")
        }
        guard (1...3600).contains(idleTimeout) else {
            throw ValidationError("--idle-timeout 应当在1到3600之间，这里是\(idleTimeout)")
        }
        for text in trustedProxies where NetworkRange(text) == nil {
            throw ValidationError("--trusted-proxy 应当是地址或网段，如 10.0.0.0/8，这里是“\(text)”")
        }
    }

    var limits: ServerLimits {
        var limits = ServerLimits()
        limits.requestsPerSecond = rateLimit
        limits.burst = max(1, Int(rateLimit * 4))
        limits.connections = maxConnections
        // Who sets no limit for one address, as behind a proxy that sets its own, means its connections too.
        limits.connectionsPerClient =
            rateLimit > 0 ? max(1, min(limits.connectionsPerClient, maxConnections / 4)) : maxConnections
        limits.idleSeconds = idleTimeout
        limits.trustedProxies = trustedProxies.compactMap { NetworkRange($0) }
        return limits
    }
}

/// The number of files and connections that the process may have open.
enum OpenFiles {
    /// As many as the system allows: a connection is a file.
    static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
