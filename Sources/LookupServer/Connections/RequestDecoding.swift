internal import NIOCore
internal import NIOHTTP1

/// NIO's decoder, with one thing told apart that it reports alike: a target too long for it, and a header field too long
/// for it (414 and 431, RFC 9110 §15.5.15 and RFC 6585 §5); and with one thing read that it refuses: a target in raw UTF-8
/// or GBK, as browsers and programs in China still send it behind a printed address.
struct RequestDecoding: ByteToMessageDecoder {
    typealias InboundOut = HTTPServerRequestPart

    /// A request's first line is longer than the decoder reads.
    struct TargetOverflow: Error {}

    private let decoder: HTTPRequestDecoder
    /// What the decoder takes of one line, in bytes.
    private let limit: Int
    /// Whether the line that is being read is a request's first, and how much of it has come.
    private var isFirstLine = true
    private var length = 0

    init(limits: NIOHTTPDecoderLimitConfiguration) {
        limit = limits.maxHeaderFieldSize
        decoder = HTTPRequestDecoder(
            leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits)
    }

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        if isFirstLine, length == 0 { RequestDecoding.escapeTarget(in: &buffer) }
        // As it was before these bytes: which line is over the limit shows by where the first one ends in them.
        let (wasFirstLine, before, bytes) = (isFirstLine, length, buffer)
        noteLines(of: buffer)
        do {
            return try decoder.decode(context: context, buffer: &buffer)
        } catch HTTPParserError.headerOverflow where wasFirstLine {
            let rest = bytes.readableBytesView.firstIndex(of: UInt8(ascii: "\n")).map { $0 - bytes.readerIndex }
            throw before + (rest ?? bytes.readableBytes) > limit ? TargetOverflow() : HTTPParserError.headerOverflow
        }
    }

    /// Percent-encodes what is not ASCII in the request line that the bytes begin with (RFC 3986 §2.1).
    ///
    /// Only of requests without a body: else a body might be taken for a request, and would change its length.
    private static func escapeTarget(in buffer: inout ByteBuffer) {
        let bytes = buffer.readableBytesView
        let line = bytes[..<(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)]
        guard line.contains(where: { $0 >= 0x80 }), line.starts(with: "GET ".utf8) || line.starts(with: "HEAD ".utf8)
        else { return }
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped = ByteBuffer()
        for byte in line {
            if byte < 0x80 {
                escaped.writeInteger(byte)
            } else {
                escaped.writeBytes([UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        escaped.writeBytes(bytes[line.endIndex...])
        buffer = escaped
    }

    mutating func decodeLast(context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool) throws
        -> DecodingState
    {
        try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
    }

    func decoderAdded(context: ChannelHandlerContext) { decoder.decoderAdded(context: context) }

    func decoderRemoved(context: ChannelHandlerContext) { decoder.decoderRemoved(context: context) }

    /// A line after an empty one is a request's first.
    ///
    /// Looked for from the end, where most reads end a request.
    private mutating func noteLines(of buffer: ByteBuffer) {
        let bytes = buffer.readableBytesView
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return length += bytes.count }
        length = bytes.endIndex - end - 1
        var before = bytes[..<end]
        if before.last == UInt8(ascii: "\r") { before = before.dropLast() }
        isFirstLine = before.last == UInt8(ascii: "\n")
    }
}
