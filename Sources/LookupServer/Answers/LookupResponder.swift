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
    let pools: WorkPools
    /// Whether operators' programs on this machine are answered here too.
    let answersOperators: Bool
    /// For `serve --preview`.
    var preview: Preview?

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answered(request, context)
        site.metrics.answered(in: ContinuousClock.now - start)
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        site.metrics.count(response.status.code)
        return response
    }

    private func answered(_ request: Request, _ context: Context) async -> Response {
        // Requests of HTTP/1 the hot path has let through already.
        if context.isStream {
            guard limiter.allowance(of: client(of: request, context)).take() else {
                return Refusal.tooManyRequests.response
            }
            if let refusal = refusal(of: request) { return refusal.response }
        }
        if let preview {
            // Its one client is the machine's own.
            let permit = WorkPermit.all { limiter.allowance(of: client(of: request, context)) }
            return preview.respond(to: request) { request in
                do throws(Deferral) { return try answer(request, from: context.peer, permit) } catch {
                    return error.refusal.response
                }
            }
        }
        do throws(Deferral) {
            return try answer(request, from: context.peer, .none)
        } catch {
            return await answeredByWork(request, context, error)
        }
    }

    /// The answer where it takes work: made on a thread for that, and on another where the first finds that it takes
    /// dearer work still.
    private func answeredByWork(_ request: Request, _ context: Context, _ first: Deferral) async -> Response {
        let client = client(of: request, context)
        let allowance = limiter.allowance(of: client)
        var deferral = first
        while case .work(let cost) = deferral {
            guard allowance.takeRest(of: cost) else { return Refusal.tooManyRequests.response }
            let job = WorkJob(for: client, isScan: cost.isScan) { job in
                // What the client has had done meanwhile counts.
                guard cost.isScan || allowance.mayWork() else { return .failure(.refused(.tooManyRequests)) }
                return allowance.spending { () -> WorkJob.Outcome in
                    do throws(Deferral) {
                        return .success(try answer(request, from: context.peer, .within(cost, of: allowance, for: job)))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            context.channel.triggerUserOutboundEvent(WorkBegun(job: job), promise: nil)
            switch await pools.pool(for: cost).run(job) {
            case .success(let response): return response
            case .failure(let next): deferral = next
            }
        }
        return deferral.refusal.response
    }

    private func client(of request: Request, _ context: Context) -> ClientAddress {
        limiter.client(context.peer, forwarded: request.headers[values: .xForwardedFor])
    }

    /// Why a request of HTTP/2 is not answered.
    private func refusal(of request: Request) -> Refusal? {
        if (request.head.path ?? "").utf8.count > limits.targetLength { return .targetTooLong }
        // RFC 9113 §8.3.1: a request names its host.
        return request.head.authority == nil ? .malformed : nil
    }

    private func answer(
        _ request: Request, from peer: SocketAddress?, _ permit: WorkPermit
    ) throws(Deferral) -> Response {
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
            return try CodeAnswering(site: site, snapshot: snapshot, permit: permit).answer(
                String(typed), target, request)
        }
        guard target.isReadable else { return snapshot.malformed.response(to: request) }
        switch path {
        case PageAddress.codeForm: return try form(target, snapshot, request, permit)
        case HealthAnswer.path: return HealthAnswer.response.response(to: request)
        case OperationsAnswers.readiness, OperationsAnswers.metrics:
            guard answersOperators, OperationsAnswers.isOfThisMachine(request, peer),
                let answer = OperationsAnswers(site: site).response(at: path, to: request)
            else { return snapshot.missing(target).response(to: request) }
            return answer
        default:
            if let page = try snapshot.variant(of: path, target, permit: permit) { return page.response(to: request) }
            if let page = try snapshot.page(at: path, charge: permit.take) { return page.response(to: request) }
            return (files.answer(at: path) ?? snapshot.missing(target)).response(to: request)
        }
    }

    /// A code typed into the box: on to its own address, which can be shared and kept.
    private func form(
        _ target: RequestTarget, _ snapshot: SiteSnapshot, _ request: Request, _ permit: WorkPermit
    ) throws(Deferral) -> Response {
        let typed = target.value(of: "code") ?? ""
        guard let code = (try? ShortCode(reading: typed)) ?? ShortCode(leading: typed) else {
            return try CodeAnswering(site: site, snapshot: snapshot, permit: permit).answer(typed, target, request)
        }
        return .redirect(to: code, target)
    }
}

/// What Hummingbird knows of a request's connection.
struct ClientRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is connected: the client or a proxy.
    let peer: SocketAddress?
    /// The connection, or the stream of HTTP/2.
    let channel: any Channel
    /// Whether it came as a stream of HTTP/2.
    let isStream: Bool

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
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
