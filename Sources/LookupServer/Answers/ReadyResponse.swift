internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Pages
internal import Publication

/// A response whose bytes were made before anybody asked: plain and gzipped, each with its own strong ETag.
struct ReadyResponse: Sendable {
    /// One of the codings of an answer.
    struct Representation: Sendable {
        private let stored: ByteBuffer
        /// Where the bytes are not kept themselves but in their gzip.
        private let expanded: ExpandedBody?
        let tag: String
        let isGzipped: Bool

        init(_ bytes: [UInt8], tag: String, isGzipped: Bool) {
            (stored, expanded) = (ByteBuffer(bytes: bytes), nil)
            (self.tag, self.isGzipped) = (tag, isGzipped)
        }

        /// The bytes that were gzipped.
        ///
        /// Few ask for them, and they are four times as many: they are not kept.
        init(behind gzipped: Representation, length: Int, tag: String) {
            (stored, expanded) = (gzipped.stored, ExpandedBody(behind: gzipped.stored, length: length))
            (self.tag, isGzipped) = (tag, false)
        }

        /// Nil where there is no memory to expand it: nobody must take an empty body for the page.
        var body: ByteBuffer? { expanded.map(\.bytes) ?? stored }

        /// How many bytes the body has.
        var length: Int { expanded?.length ?? stored.readableBytes }

        /// The body as bytes; nil where there is no memory to expand it.
        var bytes: [UInt8]? { body.map { Array($0.readableBytesView) } }

        /// How many bytes are kept for it.
        fileprivate var storedLength: Int { stored.readableBytes }
    }

    let status: HTTPResponse.Status
    let plain: Representation
    /// Nil where gzip would save nothing.
    let gzipped: Representation?
    private let contentType: String
    private let link: String?
    private let vary: String
    private let cacheControl: String

    init(_ page: Page, status: HTTPResponse.Status = .ok, link: String? = nil, older: ReadyResponse? = nil) {
        self.init(
            Array(page.html.utf8), contentType: MediaType.html, status: status, link: link,
            vary: link == nil ? "Accept-Encoding" : "Accept, Accept-Encoding", older: older)
    }

    /// - Parameters:
    ///   - link: The `Link` header (RFC 8288).
    ///   - vary: What the answer was chosen by.
    ///   - compressing: False for answers made for one request that takes no gzip.
    ///   - older: An earlier answer at the same address; its compressed bytes are taken over where nothing changed.
    init(
        _ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok, link: String? = nil,
        vary: String = "Accept-Encoding", cacheControl: String = "no-cache", compressing: Bool = true,
        older: ReadyResponse? = nil
    ) {
        self.status = status
        self.contentType = contentType
        self.link = link
        self.vary = vary
        self.cacheControl = cacheControl
        let hash = ContentHash.text(of: bytes)
        if let older, older.plain.tag == "\"\(hash)\"" {
            (plain, gzipped) = (older.plain, older.gzipped)
            return
        }
        let gzipped =
            (compressing ? Gzip.compress(bytes) : nil).flatMap { compressed in
                guard compressed.count < bytes.count else { return nil }
                return Representation(compressed, tag: "\"\(hash)-gz\"", isGzipped: true)
            } as Representation?
        self.gzipped = gzipped
        plain =
            gzipped.map { Representation(behind: $0, length: bytes.count, tag: "\"\(hash)\"") }
            ?? Representation(bytes, tag: "\"\(hash)\"", isGzipped: false)
    }

    /// How many bytes are kept for it, about.
    var storedBytes: Int { (gzipped ?? plain).storedLength + 1024 }

    /// The representation that a request accepts.
    func representation(acceptEncoding: String?) -> Representation {
        guard let gzipped, Negotiation.acceptsGzip(acceptEncoding) else { return plain }
        return gzipped
    }

    /// The header fields of an answer, but for `Date` and `Content-Length`.
    func fields(of representation: Representation, notModified: Bool = false) -> HTTPFields {
        var fields = HTTPFields.site
        fields[.vary] = vary
        fields[.eTag] = representation.tag
        // A printed address cannot change, and WeChat keeps pages hard: always ask again.
        fields[.cacheControl] = cacheControl
        // Who has the page has its links and its type too (RFC 9110 §15.4.5).
        guard !notModified else { return fields }
        // Whoever revises a guide is at it now.
        if status == .serviceUnavailable { fields[.retryAfter] = "600" }
        fields[.link] = link
        fields[.contentType] = contentType
        if representation.isGzipped { fields[.contentEncoding] = "gzip" }
        return fields
    }

    /// The answer to one request: the representation it accepts, or 304 where it has that already (RFC 9110 §13.2).
    func response(to request: Request) -> Response {
        let representation = representation(acceptEncoding: request.headers[.acceptEncoding])
        if status == .ok {
            if let wanted = request.headers[.ifMatch], !Negotiation.matchesStrongly(wanted, representation.tag) {
                return Response(status: .preconditionFailed, headers: .site)
            }
            if Negotiation.matchesWeakly(request.headers[.ifNoneMatch], representation.tag) {
                return Response(status: .notModified, headers: fields(of: representation, notModified: true))
                    .withoutLength
            }
        }
        guard let body = representation.body else { return Refusal.outOfMemory.response }
        let response = Response(
            status: status, headers: fields(of: representation), body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }
}

/// FNV-1a over 64 bits, with the length: enough to tell two versions of one page apart, and the same on every machine.
enum ContentHash {
    static func text(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36) + "-" + String(bytes.count, radix: 36)
    }
}

extension Response {
    /// Without `Content-Length: 0`, which in a 304 would speak of the page (RFC 9110 §8.6).
    fileprivate var withoutLength: Response {
        var response = self
        response.headers[.contentLength] = nil
        return response
    }
}
