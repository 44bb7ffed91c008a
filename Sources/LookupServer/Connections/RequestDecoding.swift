internal import NIOCore
internal import NIOHTTP1

/// NIO's decoder, with one thing told apart that it reports alike: a target too long for it, and a header field too long
/// for it (414 and 431, RFC 9110 §15.5.15 and RFC 6585 §5).
struct RequestDecoding: ByteToMessageDecoder {
    typealias InboundOut = HTTPServerRequestPart

    /// A request's first line is longer than the decoder reads.
    struct TargetOverflow: Error {}

    private let decoder: HTTPRequestDecoder
    /// Whether the line that is being read is a request's first.
    private var isFirstLine = true

    init(limits: NIOHTTPDecoderLimitConfiguration) {
        decoder = HTTPRequestDecoder(
            leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits)
    }

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        // As it was before these bytes: they are fewer than the decoder's limit, so a line that is over it began earlier.
        let wasFirstLine = isFirstLine
        noteLines(of: buffer)
        do {
            return try decoder.decode(context: context, buffer: &buffer)
        } catch HTTPParserError.headerOverflow where wasFirstLine {
            throw TargetOverflow()
        }
    }

    mutating func decodeLast(context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool) throws -> DecodingState {
        try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
    }

    func decoderAdded(context: ChannelHandlerContext) { decoder.decoderAdded(context: context) }

    func decoderRemoved(context: ChannelHandlerContext) { decoder.decoderRemoved(context: context) }

    /// A line after an empty one is a request's first. Looked for from the end, where most reads end a request.
    private mutating func noteLines(of buffer: ByteBuffer) {
        let bytes = buffer.readableBytesView
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
        var before = bytes[..<end]
        if before.last == UInt8(ascii: "\r") { before = before.dropLast() }
        isFirstLine = before.last == UInt8(ascii: "\n")
    }
}
