@testable internal import LookupServer

extension ServerLimits {
    /// For one asker who asks for everything at once, on a machine that may be busy.
    static var unlimited: ServerLimits {
        var limits = ServerLimits()
        limits.requestsPerSecond = 0
        limits.workShare = 1000
        limits.workSeconds = 1000
        return limits
    }
}
