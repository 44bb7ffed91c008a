/// A picture's rows as PNG stores them, of the smallest kind that loses nothing.
///
/// We pack them ourselves: libpng's own packing costs more than compressing the packed rows.
struct PackedRows {
    enum Kind: Equatable {
        case grey(bits: Int)
        case palette(bits: Int)
        case rgb

        var bitDepth: Int {
            switch self {
            case .grey(let bits), .palette(let bits): bits
            case .rgb: 8
            }
        }
    }

    let kind: Kind
    /// Bytes to a row.
    let stride: Int
    let bytes: [UInt8]
    /// Red, green, blue of each entry; empty unless the kind is palette.
    let palette: [UInt8]

    init(_ picture: Picture) {
        let colours = Self.colours(of: picture)
        if let colours, colours.allSatisfy(Self.isGrey) {
            let levels = colours.map { Int($0 & 0xFF) }
            let bits =
                [1, 2, 4].first { bits in
                    levels.allSatisfy { $0.isMultiple(of: 255 / ((1 << bits) - 1)) }
                } ?? 8
            let step = 255 / ((1 << bits) - 1)
            kind = .grey(bits: bits)
            palette = []
            (bytes, stride) = Self.packed(picture, bits: bits) { UInt8(Int($0 & 0xFF) / step) }
        } else if let colours {
            // Sorted, so that the bytes do not depend on a hash's order.
            let sorted = colours.sorted()
            let bits = [1, 2, 4].first { sorted.count <= 1 << $0 } ?? 8
            let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt8($0)) })
            kind = .palette(bits: bits)
            palette = sorted.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
            (bytes, stride) = Self.packed(picture, bits: bits) { index[$0] ?? 0 }
        } else {
            kind = .rgb
            palette = []
            stride = 3 * picture.width
            bytes = picture.pixels.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
        }
    }

    private static func isGrey(_ pixel: UInt32) -> Bool {
        pixel >> 16 == pixel & 0xFF && pixel >> 8 & 0xFF == pixel & 0xFF
    }

    /// The colours of a picture, nil if there are more than 256.
    private static func colours(of picture: Picture) -> Set<UInt32>? {
        var colours: Set<UInt32> = []
        var last: UInt32?
        for pixel in picture.pixels where pixel != last {
            last = pixel
            if colours.insert(pixel).inserted, colours.count > 256 { return nil }
        }
        return colours
    }

    private static func packed(
        _ picture: Picture, bits: Int, sample: (UInt32) -> UInt8
    ) -> (bytes: [UInt8], stride: Int) {
        let stride = (picture.width * bits + 7) / 8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stride * picture.height)
        // Neighbours are mostly equal: look up a colour only when it changes.
        var last = picture.pixels[0], value = sample(last)
        for y in 0..<picture.height {
            var byte: UInt8 = 0, free = 8
            for pixel in picture.pixels[y * picture.width..<(y + 1) * picture.width] {
                if pixel != last {
                    last = pixel
                    value = sample(pixel)
                }
                free -= bits
                byte |= value << UInt8(free)
                if free == 0 {
                    bytes.append(byte)
                    byte = 0
                    free = 8
                }
            }
            if free < 8 { bytes.append(byte) }
        }
        return (bytes, stride)
    }
}
