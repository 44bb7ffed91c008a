internal import Hummingbird
internal import NIOCore
internal import Publication

/// What operators ask for: whether the newest files are served, and numbers for their monitoring.
///
/// It names files that are not published, so that no script of another site may read it.
struct OperationsAnswers: Sendable {
    static let readiness = "/readyz"
    static let metrics = "/metrics"

    let site: LiveSite

    /// The answer at a path; nil where there is none.
    func response(at path: String, to request: Request) -> Response? {
        let answer: ReadyResponse
        switch path {
        case HealthAnswer.path: answer = HealthAnswer.response
        case OperationsAnswers.readiness: answer = site.readiness
        case OperationsAnswers.metrics:
            answer = ReadyResponse(
                Array(site.metricsText.utf8), contentType: MediaType.metrics, cacheControl: "no-store")
        default: return nil
        }
        var response = answer.response(to: request)
        response.headers[.accessControlAllowOrigin] = nil
        return response
    }

    /// Whether a request at the public address comes from a program on this machine, and through no proxy that says so.
    ///
    /// - Parameter peer: Who is connected.
    static func isOfThisMachine(_ request: Request, _ peer: SocketAddress?) -> Bool {
        guard let bytes = peer.flatMap(IPBytes.init), NetworkRange.loopback.contains(where: { $0.contains(bytes) })
        else { return false }
        return [.xForwardedFor, .xRealIP, .forwarded, .via].allSatisfy { request.headers[$0] == nil }
    }
}

extension NetworkRange {
    /// This machine.
    static let loopback = ["127.0.0.0/8", "::1"].compactMap { NetworkRange($0) }
}
