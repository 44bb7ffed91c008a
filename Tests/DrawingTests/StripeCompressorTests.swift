import Drawing
import Testing

@Suite("Pictures packed and compressed piece by piece")
struct StripeCompressorTests {
    private let resolution = Resolution(dotsPerInch: 300)
    private let palettes = [
        ShadePalette(ramps: [ShadeRamp(from: .white, to: .black)]),
        // More colours than sixteen: a byte to a pixel.
        ShadePalette(
            ramps: [
                ShadeRamp(from: .white, to: .black), ShadeRamp(from: .white, to: Colour(rgb: 0xA3322B)),
                ShadeRamp(from: .white, to: Colour(rgb: 0x1D4F91)), ShadeRamp(from: .white, to: Colour(rgb: 0x2B7A3B)),
            ]),
    ]

    /// A picture in the palette's colours that looks different for each seed, in a few of its rows only.
    private func picture(_ width: Int, _ height: Int, seed: Int, _ palette: ShadePalette) -> Picture {
        var random = SplitMix(state: UInt64(seed))
        let changed = Set((0..<height / 3).map { _ in Int(random.next() % UInt64(height)) })
        return Picture(
            width: width, height: height,
            pixels: (0..<width * height).map { place in
                guard changed.contains(place / width) else { return palette.colours[place / width % 3] }
                return palette.colours[Int(random.next() % UInt64(palette.colours.count))]
            })
    }

    @Test("What one compressed before changes nothing, and libpng reads all of it", arguments: [1, 6, 9])
    func history(level: Int) throws {
        for palette in palettes {
            for (width, height, cuts) in [(31, 47, [5, 16, 40]), (64, 20, []), (7, 1, [0, 1, 9]), (300, 200, [199])] {
                let remembering = try StripeCompressor(level: level, cuts: cuts)
                for seed in [1, 2, 1, 1, 3, 2] {
                    let picture = picture(width, height, seed: seed, palette)
                    let packed = try PackedPicture(ImageSurface(picture), in: palette)
                    let png = try PNGEncoder().encode(packed, resolution: resolution, by: remembering)
                    let fresh = try StripeCompressor(level: level, cuts: cuts)
                    #expect(try PNGEncoder().encode(packed, resolution: resolution, by: fresh) == png)
                    #expect(try PNGDecoder.decode(png) == picture)
                }
            }
        }
    }

    @Test("A compressor takes pictures of other sizes too")
    func sizes() throws {
        let compressor = try StripeCompressor(level: 1, cuts: [10])
        for (width, height) in [(20, 30), (20, 31), (60, 10), (20, 30)] {
            let picture = picture(width, height, seed: 4, palettes[0])
            let packed = try PackedPicture(ImageSurface(picture), in: palettes[0])
            let png = try PNGEncoder().encode(packed, resolution: resolution, by: compressor)
            #expect(try PNGDecoder.decode(png) == picture)
        }
    }

    @Test("Boxes are filled to the pixel, at odd places too")
    func filled() throws {
        for palette in palettes {
            let ground = picture(23, 9, seed: 7, palette)
            for box in [
                PixelBox(x: 3, y: 2, width: 1, height: 3), PixelBox(x: 4, y: 0, width: 1, height: 9),
                PixelBox(x: 3, y: 1, width: 2, height: 1), PixelBox(x: 3, y: 1, width: 5, height: 4),
                PixelBox(x: 0, y: 0, width: 23, height: 9), PixelBox(x: 22, y: 8, width: 9, height: 9),
                PixelBox(x: -4, y: -4, width: 7, height: 7), PixelBox(x: 40, y: 2, width: 3, height: 3),
            ] {
                var packed = try PackedPicture(ImageSurface(ground), in: palette)
                packed.fill([box], with: .black, in: palette)
                var expected = ground
                for y in max(0, box.y)..<max(0, min(9, box.y + box.height)) {
                    for x in max(0, box.x)..<max(max(0, box.x), min(23, box.x + box.width)) { expected[x, y] = 0 }
                }
                #expect(try packed == PackedPicture(ImageSurface(expected), in: palette))
            }
        }
    }

    @Test("Rectangles that overlap become one, and none is lost")
    func disjoint() {
        let boxes = [
            PixelBox(x: 0, y: 0, width: 4, height: 4), PixelBox(x: 10, y: 0, width: 4, height: 4),
            PixelBox(x: 20, y: 20, width: 2, height: 2), PixelBox(x: 3, y: 3, width: 8, height: 1),
        ]
        let found = boxes.disjoint()
        #expect(
            Set(found) == [PixelBox(x: 0, y: 0, width: 14, height: 4), PixelBox(x: 20, y: 20, width: 2, height: 2)])
    }
}

/// Random numbers that are the same each time (Steele, Lea and Flood, SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
