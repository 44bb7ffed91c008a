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

    /// How bright the pixels of a part of a PNG file are, row by row: 0 for nothing but black … 255 for nothing but
    /// white; nil where the part does not lie wholly inside.
    ///
    /// The file is of the kinds that `PNGEncoder` writes. All of it is read and verified.
    ///
    /// - Throws: `DrawingError.pngNotRead` where the file is damaged, cut short, too large, or not such a PNG.
    package static func brightness(of file: [UInt8], in window: PixelBox) throws(DrawingError) -> [UInt8]? {
        guard let x = UInt32(exactly: window.x), let y = UInt32(exactly: window.y), window.width > 0,
            window.height > 0, let width = UInt32(exactly: window.width), let height = UInt32(exactly: window.height),
            width <= longestSide, height <= longestSide
        else { return nil }
        let count = window.width * window.height
        var message = [CChar](repeating: 0, count: 200)
        let capacity = message.count
        var result: Int32 = -1
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            result = file.withUnsafeBufferPointer { bytes in
                onecard_png_read_brightness(
                    bytes.baseAddress, bytes.count, longestSide, x, y, width, height, buffer.baseAddress, &message,
                    capacity)
            }
            initialized = result == 0 ? count : 0
        }
        guard result >= 0 else { throw .pngNotRead(message.asString) }
        return result == 0 ? pixels : nil
    }
}
