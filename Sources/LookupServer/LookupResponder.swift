internal import Foundation
internal import Guides
internal import HTTPTypes
internal import Hummingbird

/// Answers every request from a snapshot.
struct LookupResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let snapshot: SiteSnapshot

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            var headers = HTTPFields.site
            headers[.allow] = "GET, HEAD"
            return Response(status: .methodNotAllowed, headers: headers)
        }
        guard let path = request.uri.path.removingPercentEncoding else {
            return Response(status: .badRequest, headers: .site)
        }
        if path.hasPrefix("/c/") {
            return snapshot.page(ofCode: Self.withoutFinalSlash(path.dropFirst(3))).response(to: request)
        }
        if path == "/c" { return form(request) }
        if path == "/healthz" { return ReadyResponse(Array("ok\n".utf8), contentType: "text/plain; charset=utf-8", status: .ok).response(to: request) }
        let page = snapshot.page(at: path) ?? snapshot.page(at: Self.withoutFinalSlash(path[...]))
        return (page ?? snapshot.missing).response(to: request)
    }

    /// A code typed into the box: on to its own address, which can be shared and kept.
    private func form(_ request: Request) -> Response {
        let typed = request.uri.queryParameters["code"].flatMap { String($0).removingPercentEncoding } ?? ""
        let plain = typed.replacing("+", with: " ")
        guard let code = try? ShortCode(reading: plain) else { return snapshot.page(ofCode: plain).response(to: request) }
        var headers = HTTPFields.site
        headers[.location] = "/c/\(code)"
        headers[.cacheControl] = "no-cache"
        return Response(status: .seeOther, headers: headers)
    }

    private static func withoutFinalSlash(_ path: Substring) -> String {
        String(path.hasSuffix("/") ? path.dropLast() : path)
    }
}
