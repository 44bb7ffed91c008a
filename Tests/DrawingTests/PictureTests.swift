import Drawing
import Testing

@Suite("Pictures")
struct PictureTests {
    private let dpi300 = Resolution(dotsPerInch: 300)

    /// Bit depth and colour type of IHDR (ISO/IEC 15948 §11.2.2).
    private func kind(_ png: [UInt8]) -> [UInt8] { Array(png[24...25]) }

    private func picture(_ width: Int, _ height: Int, _ colour: (Int, Int) -> UInt32) -> Picture {
        Picture(
            width: width, height: height,
            pixels: (0..<width * height).map { colour($0 % width, $0 / width) })
    }

    @Test("Each picture is written in the smallest kind that loses nothing, and comes back")
    func kinds() throws {
        let cases: [(Picture, [UInt8])] = [
            (picture(13, 5) { x, y in (x + y).isMultiple(of: 2) ? 0 : 0xFFFFFF }, [1, 0]),
            (picture(13, 5) { x, _ in UInt32(x % 4) * 0x555555 }, [2, 0]),
            (picture(17, 3) { x, _ in UInt32(x % 16) * 0x111111 }, [4, 0]),
            (picture(256, 2) { x, _ in UInt32(x) * 0x010101 }, [8, 0]),
            (picture(9, 9) { x, _ in x < 4 ? 0xA3322B : 0xFFFFFF }, [1, 3]),
            (picture(9, 9) { x, _ in [0xA3322B, 0xFFFFFF, 0x000000][x % 3] }, [2, 3]),
            (picture(16, 3) { x, _ in UInt32(x) * 0x100001 }, [4, 3]),
            (picture(256, 2) { x, _ in UInt32(x) * 0x010001 }, [8, 3]),
            (picture(257, 2) { x, _ in UInt32(x) * 0x000101 + UInt32(x % 2) }, [8, 2]),
            (picture(1, 1) { _, _ in 0x123456 }, [1, 3]),
        ]
        for (picture, expected) in cases {
            let png = try PNGEncoder().encode(picture, resolution: dpi300)
            #expect(kind(png) == expected)
            #expect(try PNGDecoder.decode(png) == picture)
            #expect(try PNGEncoder().encode(picture, resolution: dpi300) == png)
        }
    }

    @Test("A damaged file is refused, wherever the damage is")
    func damaged() throws {
        let png = try PNGEncoder().encode(
            picture(40, 40) { x, y in UInt32(x * y) }, resolution: dpi300, annotations: [.init("Title", "卡")])
        for place in stride(from: 0, to: png.count, by: 7) {
            var damaged = png
            damaged[place] ^= 0x10
            #expect(throws: DrawingError.self, "byte \(place)") { try PNGDecoder.decode(damaged) }
        }
        for length in [0, 1, 8, 20, png.count / 2, png.count - 1] {
            #expect(throws: DrawingError.self) { try PNGDecoder.decode(Array(png.prefix(length))) }
        }
    }

    @Test("A picture that is too large is an error, not a crash")
    func tooLarge() {
        #expect(throws: DrawingError.self) { try ImageSurface(width: 40_000, height: 10, resolution: dpi300) }
        #expect(throws: DrawingError.self) { try ImageSurface(width: 10, height: 1 << 40, resolution: dpi300) }
    }

    @Test("Boxes lie on whole pixels, rules are equally thick everywhere")
    func boxes() throws {
        let surface = try ImageSurface(width: 300, height: 300, resolution: dpi300)
        let canvas = try Canvas(surface, typesetter: Typesetter())
        let red = Colour(rgb: 0xA3322B)
        for number in 0..<10 {
            canvas.fill(Box(x: 1, y: 1 + Double(number) * 2.37, width: 5, height: 0.12), with: red)
        }
        let picture = try surface.picture()
        #expect(Set(picture.pixels) == [0xFFFFFF, red.rgb])
        #expect((0..<300).filter { picture[30, $0] == red.rgb }.count == 10)
    }

    @Test("Ink stays within the bounds that were measured")
    func ink() throws {
        let typesetter = try Typesetter()
        let surface = try ImageSurface(width: 500, height: 200, resolution: dpi300)
        let canvas = try Canvas(surface, typesetter: typesetter)
        let block = try typesetter.set(
            "房地产开发", named: "标题", style: TextStyle(size: 20, weight: .bold),
            in: TextFrame(x: 2, width: 38, baseline: 10))
        canvas.draw(block)
        let picture = try surface.picture()
        let columns = (0..<500).filter { x in (0..<200).contains { picture[x, $0] < 0x808080 } }
        let first = try #require(columns.first), last = try #require(columns.last)
        #expect(abs(Double(first) / dpi300.pixelsPerMillimetre - block.bounds.x) < 0.15)
        #expect(abs(Double(last + 1) / dpi300.pixelsPerMillimetre - block.bounds.maxX) < 0.15)
        let rows = (0..<200).filter { y in (0..<500).contains { picture[$0, y] < 0x808080 } }
        #expect(Double(try #require(rows.first)) / dpi300.pixelsPerMillimetre >= block.bounds.y)
        #expect(Double(try #require(rows.last)) / dpi300.pixelsPerMillimetre <= block.bounds.maxY)
    }

    @Test("Sixteen shades keep flat colours exact, and a packed picture comes back as it was")
    func shades() throws {
        let red = Colour(rgb: 0xA3322B)
        let palette = ShadePalette(
            ramps: [ShadeRamp(from: .white, to: .black), ShadeRamp(from: .white, to: red)],
            flat: [Colour(rgb: 0xD4D4D4)])
        #expect(palette.colours.count == 16)
        #expect(Set([0xFFFFFF, 0, red.rgb, 0xD4D4D4]).isSubset(of: palette.colours))
        for width in [31, 32] {
            let picture = picture(width, 7) { x, y in palette.colours[(x + 3 * y) % 16] }
            let packed = try PackedPicture(ImageSurface(picture), in: palette)
            #expect(packed.bits == 4)
            let png = try PNGEncoder(compressionLevel: 1).encode(packed, resolution: dpi300)
            #expect(try PNGDecoder.decode(png) == picture)
            for start in [3, 4] {
                let box = PixelBox(x: start, y: 2, width: 20, height: 5)
                let window = try #require(try PNGDecoder.brightness(of: png, in: box))
                for (index, value) in window.enumerated() {
                    let place = (index / 20 + 2) * width + index % 20 + start
                    let (pixel, expected) = (picture.pixels[place], picture.brightness[place])
                    #expect(value == expected || (abs(Int(value) - Int(expected)) == 1 && pixel != 0))
                    #expect((value == 0) == (pixel == 0) && (value == 255) == (pixel == 0xFFFFFF))
                }
            }
            #expect(try PNGDecoder.brightness(of: png, in: PixelBox(x: 20, y: 2, width: 20, height: 5)) == nil)
            #expect(throws: DrawingError.self) {
                try PNGDecoder.brightness(of: Array(png.dropLast(20)), in: PixelBox(x: 0, y: 0, width: 1, height: 1))
            }
        }
    }

    @Test("Black on white becomes a grey file without a palette, any further colour a palette")
    func greyOrPalette() throws {
        for (ramps, colourType) in [
            ([ShadeRamp(from: .white, to: .black)], UInt8(0)),
            ([ShadeRamp(from: .white, to: .black), ShadeRamp(from: .white, to: Colour(rgb: 0xA3322B))], UInt8(3)),
        ] {
            let palette = ShadePalette(ramps: ramps)
            let picture = picture(33, 9) { x, y in palette.colours[(x + y) % palette.colours.count] }
            let png = try PNGEncoder().encode(PackedPicture(ImageSurface(picture), in: palette), resolution: dpi300)
            #expect(kind(png) == [4, colourType])
            #expect(try PNGDecoder.decode(png) == picture)
            let all = PixelBox(x: 0, y: 0, width: 33, height: 9)
            #expect(try PNGDecoder.brightness(of: png, in: all) == picture.brightness)
        }
    }

    @Test("Only the areas that changed are packed again")
    func repacked() throws {
        let palette = ShadePalette(ramps: [ShadeRamp(from: .white, to: .black)])
        let base = try ImageSurface(picture(33, 9) { _, _ in 0xFFFFFF })
        let live = try ImageSurface(picture(33, 9) { x, y in x == 16 && y == 4 ? 0 : 0xFFFFFF })
        var packed = try PackedPicture(base, in: palette)
        try packed.repack([PixelBox(x: 16, y: 4, width: 1, height: 1)], from: live, in: palette)
        #expect(packed == (try PackedPicture(live, in: palette)))
        try live.restore([PixelBox(x: 10, y: 0, width: 100, height: 100)], from: base)
        #expect(try PackedPicture(live, in: palette) == PackedPicture(base, in: palette))
    }

    @Test("Colours are read and compared as the web does")
    func colours() throws {
        #expect(try Colour(hex: "#A3322b").hex == "#A3322B")
        #expect(try Colour(hex: "#00000f").hex == "#00000F")
        for bad in ["A3322B", "#A3322", "#A3322BB", "#GG0000", "", "#+12345", "＃A3322B"] {
            #expect(throws: DrawingError.invalidColour(bad)) { try Colour(hex: bad) }
        }
        #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.001)
        #expect(abs(try Colour(hex: "#777777").contrast(with: .white) - 4.48) < 0.01)
        #expect(Resolution(dotsPerInch: 300).pixelsPerMetre == 11811)
    }
}
