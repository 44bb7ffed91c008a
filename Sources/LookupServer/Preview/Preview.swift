internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Pages
internal import Publication
internal import ScanRecords

/// `serve --preview`: pages as they will be, for those who write them.
///
/// Each page reloads itself when a new state is served, and says what keeps the newest files from being served.
///
/// Only for the machine that it runs on: what it shows of the files is nobody else's business.
struct Preview: Sendable {
    private static let statePath = "/preview/state"
    private static let scriptPath = "/preview/script.js"
    private static let tag = "<script src=\"\(scriptPath)\"></script>"
    /// The pages' policy, and besides it the one script, which may ask for the state.
    private static let policy =
        Page.contentSecurityPolicy.replacing("script-src ", with: "script-src 'self' ") + "; connect-src 'self'"

    private let site: LiveSite
    /// Tells this run from the one before, whose numbers were the same.
    private let run: String
    private let script: ReadyResponse

    init(site: LiveSite) {
        self.site = site
        run = "\(getpid())-\(ChinaTime.unixSeconds)"
        script = ReadyResponse(
            Array(PreviewScript.text.utf8), contentType: "text/javascript; charset=utf-8", cacheControl: "no-store")
    }

    /// - Parameter answer: What the site answers.
    func respond(to request: Request, by answer: (Request) -> Response) -> Response {
        var response = made(request, answer)
        // What is not published is read by no other site's script.
        response.headers[.accessControlAllowOrigin] = nil
        return response
    }

    private func made(_ request: Request, _ answer: (Request) -> Response) -> Response {
        // A page elsewhere that makes its name lead here must not read what stands here (DNS rebinding).
        guard Preview.isLocal(request.head.authority) else {
            return Response(
                status: .misdirectedRequest, headers: .site,
                body: ResponseBody(byteBuffer: ByteBuffer(string: "预览只在本机打开。\n")))
        }
        switch request.head.path {
        case Preview.statePath: return state.response(to: request)
        case Preview.scriptPath: return script.response(to: request)
        default: return withScript(answer(Preview.unconditional(request)))
        }
    }

    /// The number of the state served, and the errors of a newer one.
    private var state: ReadyResponse {
        let json = JSONText.object([
            ("state", .string("\(run)-\(site.generation)")),
            ("problems", .array(site.problems.prefix(100).map { $0.json })),
        ])
        return ReadyResponse(json.bytes, contentType: MediaType.json, cacheControl: "no-store", compressing: false)
    }

    /// The same request for a page as it stands, neither compressed nor kept from last time.
    private static func unconditional(_ request: Request) -> Request {
        var head = request.head
        for name in [HTTPField.Name.acceptEncoding, .ifNoneMatch, .ifMatch] { head.headerFields[name] = nil }
        return Request(head: head, body: request.body)
    }

    private func withScript(_ response: Response) -> Response {
        guard response.headers[.contentType] == MediaType.html else { return response }
        var response = response
        let length = response.headers[.contentLength].flatMap { Int($0) }
        response.body = response.body.map { page in
            let html = String(buffer: page)
            let end = html.firstRange(of: "</body>")?.lowerBound ?? html.endIndex
            return ByteBuffer(string: "\(html[..<end])\(Preview.tag)\(html[end...])")
        }
        response.headers[.contentLength] = length.map { String($0 + Preview.tag.utf8.count) }
        response.headers[.contentSecurityPolicy] = Preview.policy
        response.headers[.cacheControl] = "no-store"
        response.headers[.eTag] = nil
        return response
    }

    /// Whether a `Host` is this machine, with or without a port.
    private static func isLocal(_ authority: String?) -> Bool {
        guard let authority else { return false }
        return authority.lowercased().wholeMatch(of: /(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?/) != nil
    }
}
