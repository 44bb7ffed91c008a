import Cards
import Drawing
import QRSymbols
import Testing

@Suite("Cards that are refused")
struct CardRefusalTests {
    private func problem(_ content: CardContent, dotsPerInch: Int = 300) throws -> CardError {
        let renderer = try CardRenderer(), design = try shippedDesign()
        return try #require(throws: CardError.self) {
            try renderer.render(content, design: design, dotsPerInch: dotsPerInch)
        }
    }

    @Test("A missing glyph, by character, text and name")
    func missingGlyph() throws {
        var card = sampleCard()
        card[.subtitle] = "微信扫一扫\u{10FFFD}"
        let error = try problem(card)
        #expect(error.card == "房地产开发")
        #expect(
            error.problem
                == .drawing(.missingGlyph(character: "\u{10FFFD}", text: "微信扫一扫\u{10FFFD}", name: "副题")))
        #expect("\(error)".contains("U+10FFFD"))
    }

    @Test(
        "A text that does not fit, by name",
        arguments: [Placeholder.title, .site, .subtitle, .entry2, .note4, .authority, .field3, .promise, .office])
    func overflow(place: Placeholder) throws {
        let text = String(repeating: "投资项目服务一卡通", count: 3)
        var card = sampleCard()
        card[place] = text
        let error = try problem(card)
        guard case .drawing(.textTooWide(text, place.rawValue, let excess)) = error.problem else {
            Issue.record("\(place.rawValue): \(error)")
            return
        }
        #expect(excess > 0)
        #expect("\(error)".hasSuffix("毫米，请缩短"))
    }

    @Test("Words beside the symbol that lead elsewhere")
    func addressDiffers() throws {
        var card = sampleCard()
        card[.code] = "4K7M-Y"
        guard case .addressDiffers = try problem(card).problem else {
            Issue.record("another code")
            return
        }
        card = sampleCard()
        card[.host] = "yikatong.exam"
        guard case .addressDiffers = try problem(card).problem else {
            Issue.record("another host")
            return
        }
    }

    @Test("A colour that is none, or too light for white text")
    func accent() throws {
        #expect(try problem(sampleCard(accent: "red")).problem == .drawing(.invalidColour("red")))
        guard case .accentTooLight("#F0A000", let contrast) = try problem(sampleCard(accent: "#F0A000")).problem else {
            Issue.record("a light colour")
            return
        }
        #expect(contrast < 4.5)
    }

    @Test("A resolution out of range", arguments: [0, -300, 149, 1201])
    func resolution(dotsPerInch: Int) throws {
        #expect(try problem(sampleCard(), dotsPerInch: dotsPerInch).problem == .resolution(dotsPerInch))
    }

    @Test("An address too long for modules of half a millimetre, with how much shorter it must be")
    func tooFine() throws {
        var card = sampleCard()
        func address(_ length: Int) -> String {
            let rest = "https://yikatong.example//4K7MX".utf8.count
            return "https://yikatong.example/\(String(repeating: "c", count: length - rest))/4K7MX"
        }
        card.address = address(250)
        guard case .symbolTooFine(_, let fewer) = try problem(card).problem else {
            Issue.record("not refused")
            return
        }
        let design = try shippedDesign()
        card.address = address(250 - fewer)
        #expect(try CardRenderer().render(card, design: design).moduleSize >= 0.5)
        card.address = address(250 - fewer + 1)
        #expect(throws: CardError.self) { try CardRenderer().render(card, design: design) }
        card.address = address(3000)
        #expect(try problem(card).problem == .symbol(.tooLong(needed: 3000, limit: 2331)))
    }
}
