internal import Guides
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Answers every request that the hot path leaves, from the snapshot that is current when it comes.
struct LookupResponder: HTTPResponder {
    typealias Context = ClientRequestContext

    static let allowedMethods = "GET, HEAD, OPTIONS"

    let site: LiveSite
    /// Whether answers go out over TLS, and may demand it for the future.
    let isSecure: Bool
    let limits: ServerLimits
    let limiter: ClientLimiter
    /// For `serve --preview`.
    var preview: Preview?

    func respond(to request: Request, context: Context) async throws -> Response {
        // Requests of HTTP/1 the hot path has let through already.
        let refused = context.isStream ? refusal(of: request, context) : nil
        var response = refused?.response ?? preview?.respond(to: request, by: answer) ?? answer(request)
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        site.metrics.count(response.status.code)
        return response
    }

    /// Why a request of HTTP/2 is not answered.
    private func refusal(of request: Request, _ context: Context) -> Refusal? {
        let forwarded = request.headers[values: .xForwardedFor]
        let client = ClientAddress.behindProxies(context.peer, forwarded: forwarded, trusting: limits.trustedProxies)
        guard limiter.allowance(of: client).take() else { return .tooManyRequests }
        if (request.head.path ?? "").utf8.count > limits.targetLength { return .targetTooLong }
        // RFC 9113 §8.3.1: a request names its host.
        return request.head.authority == nil ? .malformed : nil
    }

    private func answer(_ request: Request) -> Response {
        let snapshot = site.snapshot
        guard request.method == .get || request.method == .head || request.method == .options else {
            var headers = HTTPFields.site
            headers[.allow] = Self.allowedMethods
            headers[.cacheControl] = "no-store"
            return Response(status: .methodNotAllowed, headers: headers)
        }
        guard let target = try? RequestTarget(request.head.path ?? "/") else {
            return snapshot.malformed.response(to: request)
        }
        if request.method == .options { return Response(status: .noContent, headers: .preflight) }
        let path = target.normalPath
        if let typed = PageAddress.typedCode(in: path) {
            return CodeAnswering(site: site, snapshot: snapshot).answer(String(typed), target, request)
        }
        switch path {
        case PageAddress.codeForm: return form(target, snapshot, request)
        case "/healthz":
            return ReadyResponse(Array("ok\n".utf8), contentType: MediaType.text, cacheControl: "no-store").response(
                to: request)
        case "/readyz": return site.readiness.response(to: request)
        case "/metrics":
            return ReadyResponse(
                Array(site.metricsText.utf8), contentType: MediaType.metrics, cacheControl: "no-store"
            ).response(to: request)
        default:
            let compressing = Negotiation.acceptsGzip(request.headers[.acceptEncoding])
            let page = snapshot.variant(of: path, target, compressing: compressing) ?? snapshot.page(at: path)
            return (page ?? snapshot.missing(target)).response(to: request)
        }
    }

    /// A code typed into the box: on to its own address, which can be shared and kept.
    private func form(_ target: RequestTarget, _ snapshot: SiteSnapshot, _ request: Request) -> Response {
        let typed = target.value(of: "code") ?? ""
        guard let code = try? ShortCode(reading: typed) else {
            return CodeAnswering(site: site, snapshot: snapshot).answer(typed, target, request)
        }
        return .redirect(
            to: "\(PageAddress.code(code).link)\(target.asksForLargePrint ? "?size=large" : "")", status: .seeOther)
    }
}

/// What Hummingbird knows of a request's connection.
struct ClientRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is connected: the client or a proxy.
    let peer: SocketAddress?
    /// Whether it came as a stream of HTTP/2.
    let isStream: Bool

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        // A stream of HTTP/2 is a channel within the connection, which is one within the listening socket's.
        peer = source.channel.remoteAddress ?? source.channel.parent?.remoteAddress
        isStream = source.channel.parent?.parent != nil
    }
}

extension Response {
    static func redirect(to address: String, status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields.site
        headers[.location] = address
        headers[.cacheControl] = "no-cache"
        return Response(status: status, headers: headers)
    }
}
