internal import Glibc

/// A picture as PNG stores it, two or more pixels to a byte, in the colours of a palette.
///
/// We pack ourselves: libpng's own packing costs more than compressing the packed rows. And what does not change
/// from one card to the next is packed once: `repack` brings only some areas up to date.
package struct PackedPicture: Sendable, Equatable {
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
    /// Bits to a pixel: 4 or 8.
    package let bits: Int
    /// 0xRRGGBB each.
    package let palette: [UInt32]
    /// Bytes to a row.
    package let stride: Int
    package private(set) var bytes: [UInt8]

    /// Whether the palette is all the greys that a grey PNG of so many bits has, so that an index is its sample.
    var isGrey: Bool {
        let last = (1 << bits) - 1
        return palette.count == last + 1 && palette.enumerated().allSatisfy { $1 == UInt32($0 * 255 / last) * 0x010101 }
    }

    /// All of a surface in the nearest colours of a palette.
    package init(_ surface: ImageSurface, in palette: ShadePalette) throws(DrawingError) {
        width = surface.width
        height = surface.height
        bits = palette.bits > 4 ? 8 : 4
        self.palette = palette.colours
        stride = (width * bits + 7) / 8
        bytes = [UInt8](repeating: 0, count: stride * height)
        try repack([PixelBox(x: 0, y: 0, width: width, height: height)], from: surface, in: palette)
    }

    /// Brings some areas up to date.
    package mutating func repack(
        _ areas: [PixelBox], from surface: ImageSurface, in palette: ShadePalette
    ) throws(DrawingError) {
        precondition(surface.width == width && surface.height == height, "a surface of the same size")
        let (bits, stride, columns, rows) = (self.bits, self.stride, self.width, self.height)
        let clipped = areas.map { $0.clipped(width: columns, height: rows) }.filter { $0.width > 0 }
        try surface.withRows { row in
            bytes.withUnsafeMutableBufferPointer { bytes in
                for area in clipped {
                    // Whole bytes: an even pixel and the odd one beside it.
                    let start = area.x & ~1, end = min(columns, (area.x + area.width + 1) & ~1)
                    for y in area.y..<area.y + area.height {
                        let pixels = row(y), target = bytes.baseAddress.map { $0 + y * stride }
                        guard let target else { continue }
                        // A symbol's modules are many rows high, and ground is the same for long.
                        if y > area.y, memcmp(row(y - 1) + start, pixels + start, 4 * (end - start)) == 0 {
                            let first = start * bits / 8, count = (end * bits + 7) / 8 - first
                            (target + first).update(from: target - stride + first, count: count)
                            continue
                        }
                        if bits == 8 {
                            Self.pack8(pixels, start..<end, into: target, palette)
                        } else {
                            Self.pack4(pixels, start..<end, into: target, palette)
                        }
                    }
                }
            }
        }
    }

    private static func pack8(
        _ pixels: UnsafeMutablePointer<UInt32>, _ columns: Range<Int>, into row: UnsafeMutablePointer<UInt8>,
        _ palette: ShadePalette
    ) {
        var last = pixels[columns.lowerBound] & 0xFFFFFF, value = palette.index(of: last)
        for x in columns {
            let pixel = pixels[x] & 0xFFFFFF
            if pixel != last { (last, value) = (pixel, palette.index(of: pixel)) }
            row[x] = value
        }
    }

    private static func pack4(
        _ pixels: UnsafeMutablePointer<UInt32>, _ columns: Range<Int>, into row: UnsafeMutablePointer<UInt8>,
        _ palette: ShadePalette
    ) {
        var last = pixels[columns.lowerBound] & 0xFFFFFF, value = palette.index(of: last)
        func index(_ pixel: UInt32) -> UInt8 {
            // Neighbours are mostly equal.
            if pixel != last { (last, value) = (pixel, palette.index(of: pixel)) }
            return value
        }
        var x = columns.lowerBound
        while x + 1 < columns.upperBound {
            let left = index(pixels[x] & 0xFFFFFF)
            row[x >> 1] = left << 4 | index(pixels[x + 1] & 0xFFFFFF)
            x += 2
        }
        if x < columns.upperBound { row[x >> 1] = index(pixels[x] & 0xFFFFFF) << 4 }
    }
}
