internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Pages

/// A response whose bytes were made before anybody asked: plain and gzipped, each with its own strong ETag.
struct ReadyResponse: Sendable {
    private struct Representation: Sendable {
        let body: ByteBuffer
        let tag: String
    }

    private let status: HTTPResponse.Status
    private let contentType: String
    private let plain: Representation
    private let gzipped: Representation?

    init(_ page: Page, status: HTTPResponse.Status = .ok) {
        self.init(Array(page.html.utf8), contentType: "text/html; charset=utf-8", status: status)
    }

    init(_ bytes: [UInt8], contentType: String, status: HTTPResponse.Status) {
        self.status = status
        self.contentType = contentType
        let hash = ReadyResponse.hash(bytes)
        plain = Representation(body: ByteBuffer(bytes: bytes), tag: "\"\(hash)\"")
        gzipped = Gzip.compress(bytes).map { Representation(body: ByteBuffer(bytes: $0), tag: "\"\(hash)-gz\"") }
    }

    /// The answer to one request: the representation it accepts, or 304 where it has that already.
    func response(to request: Request) -> Response {
        var representation = plain
        var headers = HTTPFields.site
        headers[.contentType] = contentType
        headers[.vary] = "Accept-Encoding"
        if let gzipped, Negotiation.acceptsGzip(request.headers[.acceptEncoding]) {
            representation = gzipped
            headers[.contentEncoding] = "gzip"
        }
        headers[.eTag] = representation.tag
        // A printed address cannot change, and WeChat keeps pages hard: always ask again.
        headers[.cacheControl] = "no-cache"
        if status == .ok, Negotiation.matches(request.headers[.ifNoneMatch], representation.tag) {
            headers[.contentType] = nil
            headers[.contentEncoding] = nil
            return Response(status: .notModified, headers: headers)
        }
        guard request.method != .head else {
            headers[.contentLength] = String(representation.body.readableBytes)
            return Response(status: status, headers: headers)
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: representation.body))
    }

    /// FNV-1a over 64 bits: enough to tell two versions of one page apart, and the same on every machine.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36) + "-" + String(bytes.count, radix: 36)
    }
}

extension HTTPFields {
    /// What every answer carries: nothing from elsewhere is loaded, nothing is guessed, nobody frames the page.
    static let site: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { fields[name] = "no-referrer" }
        return fields
    }()
}
