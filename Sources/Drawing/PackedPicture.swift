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
    /// Bytes to a row, the first of them PNG's filter byte: 0, no filter.
    package let stride: Int
    /// Row by row.
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
        stride = 1 + (width * bits + 7) / 8
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
                        let pixels = row(y), target = bytes.baseAddress.map { $0 + y * stride + 1 }
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

    /// Fills whole pixels with the colour of the palette that is nearest.
    package mutating func fill(_ boxes: [PixelBox], with colour: Colour, in palette: ShadePalette) {
        let value = palette.index(of: colour.rgb), both = bits == 8 ? value : value << 4 | value
        let (bits, stride, columns, rows) = (self.bits, self.stride, self.width, self.height)
        bytes.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            for box in boxes.map({ $0.clipped(width: columns, height: rows) }) where box.width > 0 {
                let first = box.x, end = box.x + box.width
                // Whole bytes in between; with two pixels to a byte, half a one at each end.
                let whole = bits == 8 ? first..<end : (first + 1) / 2..<max((first + 1) / 2, end / 2)
                for y in box.y..<box.y + box.height {
                    let row = start + y * stride + 1
                    (row + whole.lowerBound).update(repeating: both, count: whole.count)
                    if bits == 4, first % 2 == 1 { row[first / 2] = row[first / 2] & 0xF0 | value }
                    if bits == 4, end % 2 == 1 { row[end / 2] = row[end / 2] & 0x0F | value << 4 }
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
        var x = columns.lowerBound
        while x + 8 <= columns.upperBound {
            let start = pixels + x, target = UnsafeMutableRawPointer(row + (x >> 1))
            // Ground and the inside of strokes are of one colour for long.
            if isFilled(start, with: last) {
                target.storeBytes(of: UInt32(value) &* 0x1111_1111, as: UInt32.self)
            } else {
                var four: UInt32 = 0
                for place in 0..<4 {
                    let pair = pack(start[2 * place], start[2 * place + 1], palette)
                    four |= UInt32(pair) << UInt32(8 * place)
                }
                target.storeBytes(of: four.littleEndian, as: UInt32.self)
                last = start[7] & 0xFFFFFF
                value = UInt8(truncatingIfNeeded: four >> 24) & 0xF
            }
            x += 8
        }
        while x < columns.upperBound {
            row[x >> 1] = pack(pixels[x], x + 1 < columns.upperBound ? pixels[x + 1] : 0, palette)
            x += 2
        }
        // A last pixel without a neighbour leaves half a byte unused.
        if columns.upperBound % 2 == 1 { row[columns.upperBound >> 1] &= 0xF0 }
    }

    private static func pack(_ left: UInt32, _ right: UInt32, _ palette: ShadePalette) -> UInt8 {
        palette.index(of: left & 0xFFFFFF) << 4 | palette.index(of: right & 0xFFFFFF)
    }

    /// Whether eight pixels have one colour.
    private static func isFilled(_ pixels: UnsafeMutablePointer<UInt32>, with colour: UInt32) -> Bool {
        let pair = UInt64(colour) << 32 | UInt64(colour), raw = UnsafeRawPointer(pixels)
        var differences: UInt64 = 0
        for place in 0..<4 { differences |= raw.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self) ^ pair }
        return differences & 0x00FF_FFFF_00FF_FFFF == 0
    }
}
