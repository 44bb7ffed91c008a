import Cards
import Drawing
import QRSymbols
import Testing

@Suite("Card proof")
struct CardProofTests {
    private let card: PrintedCard
    private let prover: CardProver

    init() throws {
        card = try CardRenderer().render(sampleCard(), design: shippedDesign())
        prover = try CardProver()
    }

    private func prove(
        _ png: [UInt8], symbol: QRSymbol? = nil, saying address: String = "https://yikatong.example/c/4K7MX"
    ) throws(CardProofFailure) -> CardProof {
        try prover.prove(png: png, shows: symbol ?? card.symbol, at: card.placement, saying: address)
    }

    /// The card's front with some pixels changed.
    private func changed(_ change: (inout Picture) -> Void) throws -> [UInt8] {
        var picture = try PNGDecoder.decode(card.front)
        change(&picture)
        return try PNGEncoder().encode(picture, resolution: card.resolution)
    }

    @Test("The finished file passes, as it is")
    func passes() throws {
        let proof = try prove(card.front)
        #expect(proof.png == card.front)
        #expect(proof.address == card.address)
    }

    @Test("Another address is refused")
    func wrongAddress() {
        for address in ["https://yikatong.example/c/4K7MY", "https://yikatong.example/c/4k7mx", ""] {
            #expect(throws: CardProofFailure.otherText(read: card.address, expected: address)) {
                try prove(card.front, saying: address)
            }
        }
    }

    @Test("Another symbol in the picture is refused, though it could be read")
    func wrongSymbol() throws {
        let other = try QREncoder.symbol(for: "https://yikatong.example/c/4K7MY")
        let failure = #expect(throws: CardProofFailure.self) { try prove(card.front, symbol: other) }
        guard case .moduleDiffers = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("One pixel that is off is refused, in a module or in the quiet zone, though every reader would forgive it")
    func onePixel() throws {
        let place = card.placement
        let dark = try changed { $0[place.x + 5, place.y + 5] = 0x101010 }
        #expect(throws: CardProofFailure.moduleDiffers(x: 0, y: 0)) { try prove(dark) }
        let quiet = try changed { $0[place.x - 1, place.y] = 0xFEFEFE }
        #expect(throws: CardProofFailure.moduleDiffers(x: -1, y: 0)) { try prove(quiet) }
        let corner = place.withQuietZone
        let below = try changed { $0[corner.x + corner.width - 1, corner.y + corner.height - 1] = 0 }
        #expect(throws: CardProofFailure.moduleDiffers(x: 32, y: 32)) { try prove(below) }
    }

    @Test("A second symbol is refused")
    func secondSymbol() throws {
        let other = try QREncoder.symbol(for: "https://evil.example/")
        let two = try changed { picture in
            for y in 0..<(other.side + 8) * 5 {
                for x in 0..<(other.side + 8) * 5 {
                    let column = x / 5 - 4, row = y / 5 - 4
                    let inside = (0..<other.side).contains(column) && (0..<other.side).contains(row)
                    picture[100 + x, 200 + y] = inside && other[column, row] ? 0 : 0xFFFFFF
                }
            }
        }
        let failure = #expect(throws: CardProofFailure.self) { try prove(two) }
        guard case .severalSymbols(let texts) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(Set(texts) == [card.address, "https://evil.example/"])
    }

    @Test("A damaged or shortened file is refused")
    func damaged() {
        for place in stride(from: 40, to: card.front.count, by: 997) {
            var png = card.front
            png[place] ^= 1
            #expect(throws: CardProofFailure.self, "byte \(place)") { try prove(png) }
        }
        #expect(throws: CardProofFailure.self) { try prove(Array(card.front.dropLast(20))) }
        #expect(throws: CardProofFailure.self) { try prove([]) }
    }

    @Test("The back is no front")
    func back() {
        #expect(throws: CardProofFailure.moduleDiffers(x: -4, y: -4)) { try prove(card.back) }
    }

    @Test("Only the symbol's place is looked at where nothing else can bring a symbol")
    func window() throws {
        #expect(
            try prover.prove(
                png: card.front, shows: card.symbol, at: card.placement, saying: card.address, alone: false
            ).margin == card.margin)
    }

    @Test("A card survives far more than the bar, in every field's colour", arguments: FieldColours.all.map(\.colour))
    func margin(accent: String) throws {
        let card = try CardRenderer().render(sampleCard(accent: accent), design: shippedDesign())
        #expect(card.margin >= ProofMargin.bar)
        #expect(card.margin.grade <= ProofMargin.worst.grade)
    }

    @Test("A symbol that is read as it is, but not when shown as badly as the bar asks for, is refused")
    func marginTooSmall() throws {
        // The pocket card survives a lot, and not the worst.
        #expect(card.margin >= .bar && card.margin < .worst)
        let strict = try CardProver(bar: .worst)
        let failure = #expect(throws: CardProofFailure.self) {
            try strict.prove(png: card.front, shows: card.symbol, at: card.placement, saying: card.address)
        }
        #expect(failure == .marginTooSmall(card.margin))
        #expect(failure?.description.contains("请提高分辨率或放大二维码") == true)
        let fitting = try CardProver(bar: card.margin)
        #expect(
            try fitting.prove(png: card.front, shows: card.symbol, at: card.placement, saying: card.address).margin
                == card.margin)
    }

    @Test("A symbol whose modules would be under half a millimetre is not even drawn")
    func tooFine() throws {
        let design = try #require(DesignReading(text: tinySymbol, stem: "小", path: "小.yaml").design)
        let error = #expect(throws: CardError.self) {
            try CardRenderer().render(sampleCard(), design: design, dotsPerInch: 150)
        }
        guard case .symbolTooFine = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private let tinySymbol = """
        说明: 太小
        宽: 30
        高: 30
        出血: 0
        安全边: 1
        分面:
          - 名称: 正面
            元素:
              - 二维码: {左: 8, 上: 8, 边长: 10}
        """

    @Test("A picture too small for the symbol is refused")
    func outside() throws {
        let small = Picture(width: 100, height: 100, pixels: [UInt32](repeating: 0xFFFFFF, count: 10_000))
        let png = try PNGEncoder().encode(small, resolution: card.resolution)
        #expect(throws: CardProofFailure.symbolOutside) { try prove(png) }
    }
}
