internal import PNGShims

/// Writes pictures as PNG (ISO/IEC 15948): without loss, without a clock, so the same picture gives the same bytes.
package struct PNGEncoder: Sendable {
    /// A text that travels with the picture, as an iTXt chunk.
    package struct Annotation: Sendable, Hashable {
        /// 1…79 printable ASCII characters: Title, Source, Software.
        package let keyword: String
        package let text: String

        /// - Parameter text: Without NUL, which would end it.
        package init(_ keyword: String, _ text: String) {
            // libpng would shorten a longer one without a word.
            precondition(
                (1...79).contains(keyword.utf8.count) && keyword.utf8.allSatisfy { (0x20...0x7E).contains($0) },
                "a PNG keyword is 1 to 79 printable ASCII characters")
            self.keyword = keyword
            self.text = text
        }
    }

    /// zlib's level, 1 (fast) … 9 (small).
    ///
    /// 6 is within a tenth of the smallest at an eighth of the time.
    package var compressionLevel: Int

    package init(compressionLevel: Int = 6) {
        precondition((1...9).contains(compressionLevel), "zlib's levels are 1 to 9")
        self.compressionLevel = compressionLevel
    }

    /// The picture as a PNG file, of the smallest kind that holds its colours: grey with 1, 2, 4 or 8 bits, a
    /// palette of at most 256 colours, or RGB.
    ///
    /// - Parameter resolution: For the pHYs chunk, by which programs know the printed size.
    /// - Throws: `DrawingError.pngNotWritten`.
    package func encode(
        _ picture: Picture, resolution: Resolution, annotations: [Annotation] = []
    ) throws(DrawingError) -> [UInt8] {
        let rows = PackedRows(picture)
        var image = onecard_png_image()
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.colour = rows.kind.shimColour
        image.bit_depth = Int32(rows.kind.bitDepth)
        image.stride = rows.stride
        return try write(image, rows: rows.bytes, palette: rows.palette, resolution, annotations)
    }

    /// A packed picture as a PNG file: grey where its palette is just the greys of its depth, else with the palette.
    ///
    /// - Parameter compressor: What compresses the rows, where somebody has one that remembers, at a level of its own;
    ///   nil for libpng.
    /// - Throws: `DrawingError.pngNotWritten`.
    package func encode(
        _ picture: PackedPicture, resolution: Resolution, annotations: [Annotation] = [],
        by compressor: StripeCompressor? = nil
    ) throws(DrawingError) -> [UInt8] {
        let stream = try compressor?.stream(of: picture)
        let palette =
            picture.isGrey
            ? [] : picture.palette.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
        var image = onecard_png_image()
        image.width = UInt32(picture.width)
        image.height = UInt32(picture.height)
        image.colour = picture.isGrey ? onecard_png_grey : onecard_png_palette
        image.bit_depth = Int32(picture.bits)
        image.stride = picture.stride
        return try write(
            image, rows: picture.bytes, offset: 1, stream: stream, palette: palette, resolution, annotations)
    }

    /// - Parameters:
    ///   - rows: Packed rows, for libpng to compress.
    ///   - offset: Bytes before the first of the row's pixels.
    ///   - stream: Rows that are compressed already, in place of these.
    private func write(
        _ form: onecard_png_image, rows: [UInt8], offset: Int = 0, stream: [UInt8]? = nil, palette: [UInt8],
        _ resolution: Resolution, _ annotations: [Annotation]
    ) throws(DrawingError) -> [UInt8] {
        let texts = CStrings(annotations.flatMap { [$0.keyword, $0.text] })
        let chunks = stride(from: 0, to: texts.pointers.count, by: 2).map { index in
            onecard_png_text(keyword: texts.pointers[index], text: texts.pointers[index + 1])
        }
        let file = Sink()
        file.bytes.reserveCapacity(1 << 16)
        var message = [CChar](repeating: 0, count: 200)
        let capacity = message.count
        let result = (stream ?? rows).withUnsafeBufferPointer { bytes in
            palette.withUnsafeBufferPointer { palette in
                chunks.withUnsafeBufferPointer { chunks in
                    var image = form
                    if stream == nil {
                        image.rows = bytes.baseAddress.map { $0 + offset }
                    } else {
                        image.stream = bytes.baseAddress
                        image.stream_length = bytes.count
                    }
                    image.palette = palette.baseAddress
                    image.palette_count = Int32(palette.count / 3)
                    image.pixels_per_metre = UInt32(resolution.pixelsPerMetre)
                    image.texts = chunks.baseAddress
                    image.text_count = Int32(chunks.count)
                    image.compression_level = Int32(compressionLevel)
                    return onecard_png_write(
                        &image, Sink.append, Unmanaged.passUnretained(file).toOpaque(), &message, capacity)
                }
            }
        }
        // The file and the strings are only reached through pointers above: keep them until here.
        return try withExtendedLifetime((file, texts)) { () throws(DrawingError) -> [UInt8] in
            guard result == 0 else { throw .pngNotWritten(message.asString) }
            return file.bytes
        }
    }
}

/// Collects the bytes that C hands out.
private final class Sink {
    var bytes: [UInt8] = []

    static let append: onecard_png_sink = { context, bytes, count in
        guard let context, let bytes else { return -1 }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 0
    }
}

/// Owner of copies of strings for C.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>]

    init(_ strings: [String]) {
        pointers = strings.map { string in
            let bytes = Array(string.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return UnsafePointer(copy)
        }
    }

    deinit { for pointer in pointers { pointer.deallocate() } }
}

extension PackedRows.Kind {
    fileprivate var shimColour: onecard_png_colour {
        switch self {
        case .grey: onecard_png_grey
        case .palette: onecard_png_palette
        case .rgb: onecard_png_rgb
        }
    }
}

extension [CChar] {
    /// The text up to the first NUL.
    var asString: String {
        String(decoding: prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
