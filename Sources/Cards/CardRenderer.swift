internal import Drawing
internal import QRSymbols

/// Makes cards: sets, draws and encodes both sides, and proves the result.
///
/// The same card gives the same bytes. Not `Sendable`: fonts and reader belong to one thread. One renderer makes any
/// number of cards; the first costs about 50 ms more than the others.
package final class CardRenderer {
    private let typesetter: Typesetter
    private let prover: CardProver
    private let encoder = PNGEncoder()

    /// - Throws: `CardError` where the typeface is not installed or the barcode reader does not work.
    package init() throws(CardError) {
        do { typesetter = try Typesetter() } catch { throw CardError(card: nil, problem: .drawing(error)) }
        prover = try CardProver()
    }

    /// The finished card.
    ///
    /// - Parameters:
    ///   - dotsPerInch: 150…1200.
    ///   - bleed: What is drawn beyond the edge.
    /// - Throws: `CardError`, which names the card and says what to change. A card that fails yields no bytes.
    package func render(
        _ face: CardFace, dotsPerInch: Int = 300, bleed: CardLayout.Bleed = .none
    ) throws(CardError) -> PrintedCard {
        let accent = try face.checked()
        guard CardLayout.resolutions.contains(dotsPerInch) else { throw face.error(.resolution(dotsPerInch)) }
        let resolution = Resolution(dotsPerInch: dotsPerInch)
        let style = CardStyle(accent: accent)
        let symbol: QRSymbol
        do { symbol = try QREncoder.symbol(for: face.address) } catch { throw face.error(.symbol(error)) }
        let placement = try place(symbol, of: face, resolution: resolution, bleed: bleed)

        let front: [UInt8]
        let back: [UInt8]
        do throws(DrawingError) {
            let sheet = Sheet(resolution: resolution, bleed: bleed)
            let frontDrawing = FrontDrawing(
                face: face, style: style, symbol: symbol, placement: placement, bleed: bleed)
            front = try encode(sheet, of: face, palette: FrontDrawing.palette(style)) { canvas throws(DrawingError) in
                try frontDrawing.draw(on: canvas, typesetter: typesetter)
            }
            let backDrawing = BackDrawing(face: face, style: style, bleed: bleed)
            back = try encode(sheet, of: face, palette: BackDrawing.palette(style)) { canvas throws(DrawingError) in
                try backDrawing.draw(on: canvas, typesetter: typesetter)
            }
        } catch {
            throw face.error(.drawing(error))
        }

        let proof: CardProof
        do {
            proof = try prover.prove(png: front, shows: symbol, at: placement, saying: face.address)
        } catch {
            throw face.error(.proof(error))
        }
        return PrintedCard(front: proof, back: back, resolution: resolution)
    }

    private func place(
        _ symbol: QRSymbol, of face: CardFace, resolution: Resolution, bleed: CardLayout.Bleed
    ) throws(CardError) -> SymbolPlacement {
        var box = CardLayout.Front.symbol
        box.x += bleed.millimetres
        box.y += bleed.millimetres
        guard let placement = SymbolPlacement(side: symbol.side, in: box, resolution: resolution) else {
            let capacity = SymbolPlacement.capacity(of: box, resolution: resolution)
            throw face.error(.symbolTooFine(address: face.address, fewer: face.address.utf8.count - capacity))
        }
        return placement
    }

    private func encode(
        _ sheet: Sheet, of face: CardFace, palette: CardPalette, draw: (Canvas) throws(DrawingError) -> Void
    ) throws(DrawingError) -> [UInt8] {
        let size = CardLayout.card.outset(by: sheet.bleed.millimetres)
        let surface = try ImageSurface(
            width: sheet.resolution.wholePixels(size.width), height: sheet.resolution.wholePixels(size.height))
        try draw(
            Canvas(
                surface: surface, resolution: sheet.resolution, origin: sheet.bleed.millimetres,
                typesetter: typesetter))
        let picture = try surface.picture().limited(
            to: palette.ramps, shades: CardPalette.shades, and: palette.flat)
        return try encoder.encode(
            picture, resolution: sheet.resolution,
            annotations: [
                .init("Title", face.title), .init("Source", face.address), .init("Software", "onecard"),
            ])
    }

    /// What both sides of one card have in common.
    private struct Sheet {
        var resolution: Resolution
        var bleed: CardLayout.Bleed
    }
}
