internal import Drawing
internal import QRSymbols

/// Makes cards: sets, draws and encodes the sides of a design, and proves the result.
///
/// The same card gives the same bytes. Not `Sendable`: fonts and reader belong to one thread. One renderer makes any
/// number of cards in constant memory; the first costs about 50 ms more than the others.
package final class CardRenderer {
    /// Dots per inch that a card can have.
    package static let resolutions = 150...1200
    /// zlib's: level 1 is three times as fast as 6; in four bits to a pixel the files are small all the same.
    package static let compressionLevel = 1
    /// The most pixels that painters may keep between cards; one of 600 dpi and A4 has 35 million.
    private static let keptPixels = 40_000_000

    private let typesetter: Typesetter
    private let prover: SharedProver
    /// Gives the flowcharts that designs show.
    var flowcharts: (any FlowchartSource)?
    /// Few: compared one by one.
    private var painters: [(key: PainterKey, painter: SidePainter)] = []
    private var pixels = 0

    /// - Parameter flowcharts: See `flowcharts`.
    /// - Throws: `CardError` where the typeface is not installed or the barcode reader does not work.
    package init(flowcharts: (any FlowchartSource)? = nil) throws(CardError) {
        do { typesetter = try Typesetter() } catch { throw CardError(card: nil, problem: .drawing(error)) }
        prover = SharedProver(try CardProver())
        self.flowcharts = flowcharts
    }

    /// Loads what the first text needs.
    func loadTypeface() { typesetter.loadTypeface() }

    /// The finished card.
    ///
    /// - Parameters:
    ///   - dotsPerInch: 150…1200.
    ///   - bleed: Whether the design's bleed is drawn too.
    ///   - isAlone: Whether another core has time to prove one side while the other is drawn.
    /// - Throws: `CardError`, which names the card and says what to change. A card that fails yields no bytes.
    package func render(
        _ content: CardContent, design: CardDesign, dotsPerInch: Int = 300, bleed: Bool = false, isAlone: Bool = false
    ) throws(CardError) -> PrintedCard {
        var aside: Aside<Result<CardProof, CardProofFailure>>?
        let drawn = try draw(content, design: design, dotsPerInch: dotsPerInch, bleed: bleed) { [prover] drawn in
            if isAlone, design.sides.count > 1 { aside = Aside { prover.prove(drawn, saying: content.address) } }
        }
        let proof: CardProof
        do {
            let found = aside?.finish() ?? prover.prove(drawn.proved, saying: content.address)
            proof = try found.get()
        } catch {
            throw content.error(.proof(error))
        }
        return PrintedCard(sides: drawn.sides, proof: proof, resolution: Resolution(dotsPerInch: dotsPerInch))
    }

    /// A card that is drawn and not proved; it cannot leave the program.
    struct Drawn {
        var sides: [PrintedCard.Side]
        /// The side with the symbol.
        var proved: SharedProver.Side

        var symbol: QRSymbol { proved.symbol }
        var placement: SymbolPlacement { proved.placement }
    }

    /// - Parameter whenReady: Called with the side that has the symbol as soon as it is drawn.
    func draw(
        _ content: CardContent, design: CardDesign, dotsPerInch: Int, bleed: Bool,
        whenReady: (SharedProver.Side) -> Void = { _ in }
    ) throws(CardError) -> Drawn {
        let accent = try content.checked()
        guard Self.resolutions.contains(dotsPerInch) else { throw content.error(.resolution(dotsPerInch)) }
        guard let place = design.symbol else { throw content.error(.design("版式“\(design.stem)”没有二维码")) }
        let resolution = Resolution(dotsPerInch: dotsPerInch)
        let symbol: QRSymbol
        do { symbol = try QREncoder.symbol(for: content.address) } catch { throw content.error(.symbol(error)) }
        let distance = bleed ? design.bleed : 0
        let placement = try self.place(symbol, of: content, in: place.element.box, resolution, bleed: distance)
        var sides: [PrintedCard.Side] = []
        var proved = SharedProver.Side(
            png: [], symbol: symbol, placement: placement,
            hasPictures: design.sides[place.side].elements.contains { $0.kind.isPicture })
        do throws(DrawingError) {
            for (number, side) in design.sides.enumerated() {
                let painter = try painter(number, design, content, accent, resolution, bleed: distance)
                let png = try painter.png(
                    content, symbol: number == place.side ? (symbol, placement) : nil, resolution: resolution,
                    annotations: [
                        .init("Title", content.title), .init("Source", content.address),
                        .init(
                            "Description",
                            [design.stem, content[.edition]].filter { !$0.isEmpty }.joined(separator: " ")),
                        .init("Software", "onecard"),
                    ])
                sides.append(.init(name: side.name, png: png))
                if number == place.side {
                    proved.png = png
                    whenReady(proved)
                }
            }
        } catch {
            throw content.error(.drawing(error))
        }
        return Drawn(sides: sides, proved: proved)
    }

    private func place(
        _ symbol: QRSymbol, of content: CardContent, in box: Box, _ resolution: Resolution, bleed: Double
    ) throws(CardError) -> SymbolPlacement {
        var box = box
        box.x += bleed
        box.y += bleed
        if let placement = SymbolPlacement(side: symbol.side, in: box, resolution: resolution) { return placement }
        let capacity = SymbolPlacement.capacity(of: box, resolution: resolution)
        throw content.error(
            .symbolTooFine(address: content.address, fewer: content.address.utf8.count - capacity))
    }

    private struct PainterKey: Equatable {
        var side: Int
        var design: String
        var accent: Colour
        var resolution: Resolution
        var bleed: Double
        var isTrial: Bool
        var shared: [String]
    }

    private func painter(
        _ number: Int, _ design: CardDesign, _ content: CardContent, _ accent: Colour, _ resolution: Resolution,
        bleed: Double
    ) throws(DrawingError) -> SidePainter {
        let key = PainterKey(
            side: number, design: design.path, accent: accent, resolution: resolution, bleed: bleed,
            isTrial: content.isTrial, shared: Placeholder.allCases.filter(\.isOfSite).map { content[$0] })
        if let known = painters.first(where: { $0.key == key }) { return known.painter }
        let painter = try SidePainter(
            design.sides[number], of: design, as: content, accent: accent, resolution: resolution, bleed: bleed,
            typesetter: typesetter, flowcharts: flowcharts)
        let size = design.size.outset(by: bleed)
        let count = resolution.wholePixels(size.width) * resolution.wholePixels(size.height)
        if pixels + count > Self.keptPixels {
            painters = []
            pixels = 0
        }
        painters.append((key, painter))
        pixels += count
        return painter
    }
}

extension CardDesign.Kind {
    fileprivate var isPicture: Bool { if case .picture = self { true } else { false } }
}
