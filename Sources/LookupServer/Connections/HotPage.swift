internal import Guides
internal import HTTPTypes
internal import NIOCore

/// A page as the bytes that go on the wire, header and body serialised ahead, all but the `Date`.
final class HotPage: Sendable {
    /// One answer's bytes.
    struct Answer: Sendable {
        /// Stands for the date until it is written in.
        private static let noDate = "Thu, 01 Jan 1970 00:00:00 GMT"

        private let head: ByteBuffer
        private let representation: ReadyResponse.Representation?
        /// Where the 29 characters of the date stand.
        private let dateOffset: Int
        /// The length of the header with the empty line: all of a HEAD's answer.
        var headLength: Int { head.readableBytes }

        init(_ status: HTTPResponse.Status, _ fields: HTTPFields, body representation: ReadyResponse.Representation?) {
            let start = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: "
            dateOffset = start.utf8.count
            var head = start + Answer.noDate + "\r\n"
            for field in fields { head += "\(field.name.canonicalName): \(field.value)\r\n" }
            if let representation { head += "content-length: \(representation.length)\r\n" }
            head += "\r\n"
            self.head = ByteBuffer(string: head)
            self.representation = representation
        }

        /// The whole answer with a date of RFC 9110 §5.6.7 in its place; nil where there is no memory for its body.
        func dated(_ date: String) -> ByteBuffer? {
            let body = representation?.body
            guard representation == nil || body != nil else { return nil }
            var bytes = ByteBuffer()
            bytes.reserveCapacity(head.readableBytes + (body?.readableBytes ?? 0))
            bytes.writeImmutableBuffer(head)
            bytes.setString(date, at: dateOffset)
            if let body { bytes.writeImmutableBuffer(body) }
            return bytes
        }
    }

    /// One coding of the page: in full, and as 304 for those who have it.
    ///
    /// A class, because looking at it is all that most requests need.
    final class Coding: Sendable {
        let tag: String
        /// The tag as it stands in a request.
        let tagBytes: [UInt8]
        let full: Answer
        let notModified: Answer

        init(_ response: ReadyResponse, _ representation: ReadyResponse.Representation) {
            tag = representation.tag
            tagBytes = Array(tag.utf8)
            full = Answer(.ok, response.fields(of: representation), body: representation)
            notModified = Answer(.notModified, response.fields(of: representation, notModified: true), body: nil)
        }
    }

    /// The code, as it is counted.
    let codeText: String
    let plain: Coding
    let gzipped: Coding

    /// Which of its answers goes out.
    struct Variant {
        let isGzipped: Bool
        let isNotModified: Bool

        static let count = 4
        /// From 0.
        var number: Int { (isGzipped ? 2 : 0) + (isNotModified ? 1 : 0) }
    }

    init(code: ShortCode, _ response: ReadyResponse) {
        codeText = code.text
        plain = Coding(response, response.plain)
        gzipped = response.gzipped.map { Coding(response, $0) } ?? plain
    }

    func coding(isGzipped: Bool) -> Coding { isGzipped ? gzipped : plain }

    func answer(_ variant: Variant) -> Answer {
        let coding = coding(isGzipped: variant.isGzipped)
        return variant.isNotModified ? coding.notModified : coding.full
    }
}
