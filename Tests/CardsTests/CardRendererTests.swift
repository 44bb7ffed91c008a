import BarcodeReading
import Cards
import Drawing
import QRSymbols
import Testing

@Suite("Card renderer")
struct CardRendererTests {
    @Test("A card is scanned from its file, at every resolution", arguments: [150, 203, 300, 600, 1200])
    func scans(dotsPerInch: Int) throws {
        let card = try CardRenderer().render(sampleCard(), design: shippedDesign(), dotsPerInch: dotsPerInch)
        let picture = try PNGDecoder.decode(card.front)
        let grey = GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness)
        #expect(try BarcodeReader().texts(in: grey) == ["https://yikatong.example/c/4K7MX"])
        #expect(card.address == "https://yikatong.example/c/4K7MX")
        #expect(card.moduleSize >= 0.5)
        let back = try PNGDecoder.decode(card.back)
        let greyBack = GreyPicture(width: back.width, height: back.height, pixels: back.brightness)
        #expect(try BarcodeReader().texts(in: greyBack) == [])
    }

    @Test("The symbol is as large as its box allows, pure black on white")
    func symbol() throws {
        let card = try CardRenderer().render(sampleCard(), design: shippedDesign())
        #expect(card.symbol.version == 3)
        #expect(card.symbol.errorCorrection == .quartile)
        #expect(card.placement.modulePixels == 11)
        let picture = try PNGDecoder.decode(card.front)
        let area = card.placement.withQuietZone
        var colours: Set<UInt32> = []
        for y in area.y..<area.y + area.height {
            for x in area.x..<area.x + area.width { colours.insert(picture[x, y]) }
        }
        #expect(colours == [0x000000, 0xFFFFFF])
    }

    @Test(
        "Pictures have the size of the card, with and without bleed",
        arguments: [
            (300, false, [1011, 638], 11811), (300, true, [1082, 708], 11811),
            (600, false, [2022, 1275], 23622), (150, true, [541, 354], 5906), (151, false, [509, 321], 5945),
            (1199, false, [4041, 2548], 47205), (1200, false, [4044, 2550], 47244),
        ])
    func size(dotsPerInch: Int, bleed: Bool, pixels: [Int], perMetre: Int) throws {
        let card = try CardRenderer().render(
            sampleCard(), design: shippedDesign(), dotsPerInch: dotsPerInch, bleed: bleed)
        for side in [card.front, card.back] {
            let chunks = PNGChunks(side)
            #expect(chunks.size == pixels)
            #expect(chunks.physicalSize == [perMetre, perMetre, 1])
            #expect(
                chunks.texts == [
                    "Title": "房地产开发", "Source": "https://yikatong.example/c/4K7MX",
                    "Description": "口袋卡 2026年11月版", "Software": "onecard",
                ])
            #expect(chunks.all.first?.name == "IHDR" && chunks.all.last?.name == "IEND")
        }
    }

    @Test("The same card gives the same bytes, from one renderer or another")
    func deterministic() throws {
        let renderer = try CardRenderer()
        let first = try renderer.render(sampleCard(), design: shippedDesign())
        let design = try shippedDesign()
        _ = try renderer.render(sampleCard(title: "现代物流", accent: "#00695C"), design: design, bleed: true)
        // In the same colour, so that what was drawn for this one must be taken away again.
        _ = try renderer.render(sampleCard(title: "投资项目服务一卡通", code: "4K7MY"), design: design)
        #expect(try renderer.render(sampleCard(), design: shippedDesign()) == first)
        #expect(try CardRenderer().render(sampleCard(), design: shippedDesign()) == first)
        #expect(try renderer.render(sampleCard(code: "4K7MY"), design: design) != first)
    }

    @Test("What was drawn for one card leaves no trace on the next")
    func traces() throws {
        let renderer = try CardRenderer(), design = try shippedDesign()
        // High and deep letters, marks without much ink, and lines of every length and size.
        for title in ["房地产开发", "ÅÇỆ", "gjpqy", "（", "一", "、", "现代物流", "龘", "投资项目服务一卡通总览", "Éç 1"] {
            let code = title.utf8.count.isMultiple(of: 2) ? "4K7MX" : "4K7MY"
            let card = sampleCard(title: title, code: code)
            #expect(try renderer.render(card, design: design) == CardRenderer().render(card, design: design))
        }
    }

    @Test("Nothing but the band comes near the edge", arguments: [false, true])
    func safeArea(bleed: Bool) throws {
        var face = sampleCard(title: "投资项目服务一卡通", host: "192.168.100.200:8080")
        face.isTrial = true
        let card = try CardRenderer().render(face, design: shippedDesign(), bleed: bleed)
        let front = try PNGDecoder.decode(card.front), back = try PNGDecoder.decode(card.back)
        let scale = card.resolution.pixelsPerMillimetre
        let margin = Int(((3.5 + (bleed ? 3.0 : 0)) * scale).rounded(.down))
        let band = Int(((2.4 + (bleed ? 3.0 : 0)) * scale).rounded(.up))
        let columns = margin..<front.width - margin, rows = margin..<front.height - margin
        var strays: [String] = []
        for y in 0..<front.height {
            for x in 0..<front.width where !rows.contains(y) || !columns.contains(x) {
                if x > band, front[x, y] != 0xFFFFFF { strays.append("front \(x) \(y)") }
                if back[x, y] != 0xA3322B { strays.append("back \(x) \(y)") }
            }
        }
        #expect(strays == [])
        #expect(front[0, 0] == 0xA3322B && front[0, front.height - 1] == 0xA3322B)
    }

    @Test("Every field's colour carries white text, also the quiet one", arguments: FieldColours.all.map(\.field))
    func colours(field: String) throws {
        let name = try #require(FieldColours.colour(of: field))
        let accent = try Colour(hex: name)
        #expect(accent.contrast(with: .white) >= 5.5)
        #expect(Colour.white.over(accent, opacity: 0.88).contrast(with: accent) >= 4.5)
        let card = try CardRenderer().render(sampleCard(title: field, accent: name), design: shippedDesign())
        #expect(try PNGDecoder.decode(card.back)[0, 0] == accent.rgb)
    }

    @Test("Files are small: palettes, not true colour")
    func fileKind() throws {
        let card = try CardRenderer().render(sampleCard(), design: shippedDesign())
        #expect(card.front[25] == 3 && card.back[25] == 3)
        #expect(card.front[24] == 4 && card.back[24] == 4)
        #expect(card.front.count < 40_000)
    }
}
