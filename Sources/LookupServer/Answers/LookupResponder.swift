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
    let files: PublicFolder
    /// For `serve --preview`.
    var preview: Preview?

    func respond(to request: Request, context: Context) async throws -> Response {
        var response = answered(request, context)
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        site.metrics.count(response.status.code)
        return response
    }

    private func answered(_ request: Request, _ context: Context) -> Response {
        let forwarded = request.headers[values: .xForwardedFor]
        func allowance() -> ClientLimiter.Allowance {
            limiter.allowance(of: limiter.client(context.peer, forwarded: forwarded))
        }
        func charge(_ cost: AnswerCost) throws(Refusal) {
            guard allowance().takeRest(of: cost) else { throw .tooManyRequests }
        }
        func answer(_ request: Request) -> Response {
            do throws(Refusal) { return try self.answer(request, charge: charge) } catch { return error.response }
        }
        // Requests of HTTP/1 the hot path has let through already.
        if context.isStream {
            guard allowance().take() else { return Refusal.tooManyRequests.response }
            if let refusal = refusal(of: request) { return refusal.response }
        }
        return preview?.respond(to: request, by: answer) ?? answer(request)
    }

    /// Why a request of HTTP/2 is not answered.
    private func refusal(of request: Request) -> Refusal? {
        if (request.head.path ?? "").utf8.count > limits.targetLength { return .targetTooLong }
        // RFC 9113 §8.3.1: a request names its host.
        return request.head.authority == nil ? .malformed : nil
    }

    private func answer(_ request: Request, charge: @escaping AnswerCharge) throws(Refusal) -> Response {
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
            return try CodeAnswering(site: site, snapshot: snapshot, charge: charge).answer(
                String(typed), target, request)
        }
        guard target.isReadable else { return snapshot.malformed.response(to: request) }
        switch path {
        case PageAddress.codeForm: return try form(target, snapshot, request, charge)
        case "/healthz":
            return ReadyResponse(Array("ok\n".utf8), contentType: MediaType.text, cacheControl: "no-store").response(
                to: request)
        case "/readyz": return site.readiness.response(to: request)
        case "/metrics":
            return ReadyResponse(
                Array(site.metricsText.utf8), contentType: MediaType.metrics, cacheControl: "no-store"
            ).response(to: request)
        default:
            let page = try snapshot.variant(of: path, target, charge: charge) ?? snapshot.page(at: path)
            return (page ?? files.answer(at: path) ?? snapshot.missing(target)).response(to: request)
        }
    }

    /// A code typed into the box: on to its own address, which can be shared and kept.
    private func form(
        _ target: RequestTarget, _ snapshot: SiteSnapshot, _ request: Request, _ charge: @escaping AnswerCharge
    ) throws(Refusal) -> Response {
        let typed = target.value(of: "code") ?? ""
        guard let code = (try? ShortCode(reading: typed)) ?? ShortCode(leading: typed) else {
            return try CodeAnswering(site: site, snapshot: snapshot, charge: charge).answer(typed, target, request)
        }
        return .redirect(to: code, target)
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
    /// On to a code's own address.
    static func redirect(to code: ShortCode, _ target: RequestTarget) -> Response {
        let size = target.asksForLargePrint ? "?size=large" : ""
        return redirect(to: PageAddress.code(code).link + size, status: .seeOther)
    }

    static func redirect(to address: String, status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields.site
        headers[.location] = address
        headers[.cacheControl] = "no-cache"
        return Response(status: status, headers: headers)
    }
}
