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
    private let prover: CardProver
    /// Gives the flowcharts that designs show.
    var flowcharts: (any FlowchartSource)?
    /// Few: compared one by one.
    private var painters: [(key: PainterKey, painter: SidePainter)] = []
    private var pixels = 0

    /// - Parameter flowcharts: See `flowcharts`.
    /// - Throws: `CardError` where the typeface is not installed or the barcode reader does not work.
    package init(flowcharts: (any FlowchartSource)? = nil) throws(CardError) {
        do { typesetter = try Typesetter() } catch { throw CardError(card: nil, problem: .drawing(error)) }
        prover = try CardProver()
        self.flowcharts = flowcharts
    }

    /// Loads what the first text needs.
    func loadTypeface() { typesetter.loadTypeface() }

    /// The finished card.
    ///
    /// - Parameters:
    ///   - dotsPerInch: 150…1200.
    ///   - bleed: Whether the design's bleed is drawn too.
    ///   - companion: Draws the sides without a symbol on another core meanwhile; nil where all cores are busy anyway.
    /// - Throws: `CardError`, which names the card and says what to change. A card that fails yields no bytes.
    package func render(
        _ content: CardContent, design: CardDesign, dotsPerInch: Int = 300, bleed: Bool = false,
        companion: CompanionRenderer? = nil
    ) throws(CardError) -> PrintedCard {
        let plan = try Plan(content, design: design, dotsPerInch: dotsPerInch, bleed: bleed)
        let others = design.sides.indices.filter { $0 != plan.symbolSide }
        let aside =
            others.isEmpty
            ? nil
            : companion.map { [flowcharts] companion in
                Aside { companion.sides(others, of: plan, flowcharts: flowcharts) }
            }
        var sides = [plan.symbolSide: try side(plan.symbolSide, of: plan)]
        let proof: CardProof
        do {
            proof = try prover.prove(
                png: sides[plan.symbolSide]?.png ?? [], shows: plan.symbol, at: plan.placement, saying: content.address,
                alone: design.sides[plan.symbolSide].elements.contains { $0.kind.isPicture })
        } catch {
            throw content.error(.proof(error))
        }
        if let found = aside?.finish() {
            sides.merge(try found.get()) { own, _ in own }
        } else {
            for number in others { sides[number] = try side(number, of: plan) }
        }
        return PrintedCard(
            sides: design.sides.indices.compactMap { sides[$0] }, proof: proof, resolution: plan.resolution)
    }

    /// A card that is drawn and not proved; it cannot leave the program.
    struct Drawn {
        var sides: [PrintedCard.Side]
        var symbol: QRSymbol
        var placement: SymbolPlacement
    }

    func draw(
        _ content: CardContent, design: CardDesign, dotsPerInch: Int, bleed: Bool
    ) throws(CardError) -> Drawn {
        let plan = try Plan(content, design: design, dotsPerInch: dotsPerInch, bleed: bleed)
        var sides: [PrintedCard.Side] = []
        for number in design.sides.indices { sides.append(try side(number, of: plan)) }
        return Drawn(sides: sides, symbol: plan.symbol, placement: plan.placement)
    }

    /// What is settled before a side is drawn.
    struct Plan: Sendable {
        let content: CardContent
        let design: CardDesign
        let accent: Colour
        let resolution: Resolution
        /// How far beyond the edges is drawn, in millimetres.
        let bleed: Double
        let symbolSide: Int
        let symbol: QRSymbol
        let placement: SymbolPlacement

        init(_ content: CardContent, design: CardDesign, dotsPerInch: Int, bleed: Bool) throws(CardError) {
            accent = try content.checked()
            guard CardRenderer.resolutions.contains(dotsPerInch) else {
                throw content.error(.resolution(dotsPerInch))
            }
            guard let place = design.symbol else { throw content.error(.design("版式“\(design.stem)”没有二维码")) }
            do { symbol = try QREncoder.symbol(for: content.address) } catch { throw content.error(.symbol(error)) }
            self.content = content
            self.design = design
            resolution = Resolution(dotsPerInch: dotsPerInch)
            self.bleed = bleed ? design.bleed : 0
            symbolSide = place.side
            var box = place.element.box
            box.x += self.bleed
            box.y += self.bleed
            guard let placement = SymbolPlacement(side: symbol.side, in: box, resolution: resolution) else {
                let capacity = SymbolPlacement.capacity(of: box, resolution: resolution)
                throw content.error(
                    .symbolTooFine(address: content.address, fewer: content.address.utf8.count - capacity))
            }
            self.placement = placement
        }
    }

    /// One side, as a PNG file.
    func side(_ number: Int, of plan: Plan) throws(CardError) -> PrintedCard.Side {
        let (content, design) = (plan.content, plan.design)
        do throws(DrawingError) {
            let png = try painter(number, of: plan).png(
                content, symbol: number == plan.symbolSide ? (plan.symbol, plan.placement) : nil,
                resolution: plan.resolution,
                annotations: [
                    .init("Title", content.title), .init("Source", content.address),
                    .init(
                        "Description", [design.stem, content[.edition]].filter { !$0.isEmpty }.joined(separator: " ")),
                    .init("Software", "onecard"),
                ])
            return PrintedCard.Side(name: design.sides[number].name, png: png)
        } catch {
            throw content.error(.drawing(error))
        }
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

    private func painter(_ number: Int, of plan: Plan) throws(DrawingError) -> SidePainter {
        let (content, design, resolution, bleed) = (plan.content, plan.design, plan.resolution, plan.bleed)
        let key = PainterKey(
            side: number, design: design.path, accent: plan.accent, resolution: resolution, bleed: bleed,
            isTrial: content.isTrial, shared: Placeholder.allCases.filter(\.isOfSite).map { content[$0] })
        if let known = painters.first(where: { $0.key == key }) { return known.painter }
        let painter = try SidePainter(
            design.sides[number], of: design, as: content, accent: plan.accent, resolution: resolution, bleed: bleed,
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
