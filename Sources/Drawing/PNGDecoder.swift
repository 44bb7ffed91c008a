internal import PNGShims

/// Reads PNG files, every checksum verified.
package enum PNGDecoder {
    /// The longest side of a picture that is read, in pixels: A3 at 1200 dpi is 19843.
    private static let longestSide: UInt32 = 20_000

    /// The picture in a PNG file; transparency is dropped, 16 bits become 8.
    ///
    /// - Throws: `DrawingError.pngNotRead` where the file is damaged, cut short, too large, or not a PNG.
    package static func decode(_ file: [UInt8]) throws(DrawingError) -> Picture {
        var memory: UnsafeMutablePointer<UInt8>?
        var width: UInt32 = 0, height: UInt32 = 0
        var message = [CChar](repeating: 0, count: 200)
        let capacity = message.count
        let result = file.withUnsafeBufferPointer { bytes in
            onecard_png_read(
                bytes.baseAddress, bytes.count, longestSide, &memory, &width, &height, &message, capacity)
        }
        guard result == 0, let memory else { throw .pngNotRead(message.asString) }
        defer { onecard_png_free(memory) }
        let count = Int(width) * Int(height)
        let pixels = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                let sample = memory + 3 * index
                buffer[index] = UInt32(sample[0]) << 16 | UInt32(sample[1]) << 8 | UInt32(sample[2])
            }
            initialized = count
        }
        return Picture(width: Int(width), height: Int(height), pixels: pixels)
    }
}
