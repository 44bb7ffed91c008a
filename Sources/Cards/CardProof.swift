internal import BarcodeReading
internal import Drawing
package import QRSymbols

/// Evidence that a finished picture is read as what it should say.
///
/// A value of this type exists only for bytes that passed, and a `PrintedCard` can only be made from one: a card
/// that does not scan has no way out of the program.
package struct CardProof: Sendable, Equatable {
    /// The bytes that were proved.
    package let png: [UInt8]
    package let symbol: QRSymbol
    package let placement: SymbolPlacement
    /// What the picture says when scanned.
    package let address: String

    fileprivate init(png: [UInt8], symbol: QRSymbol, placement: SymbolPlacement, address: String) {
        self.png = png
        self.symbol = symbol
        self.placement = placement
        self.address = address
    }
}

/// Proves finished pictures. Not `Sendable`: the barcode reader belongs to one thread.
package final class CardProver {
    private let reader: BarcodeReader

    package init() throws(CardError) {
        do { reader = try BarcodeReader() } catch { throw CardError(card: nil, problem: .reader(error)) }
    }

    /// Decodes a PNG file anew and looks at it twice: as a phone does, and module by module.
    ///
    /// - Parameters:
    ///   - png: The finished file.
    ///   - symbol: The symbol that the picture must show.
    ///   - placement: Where it must show it.
    ///   - address: What the reader must read, and nothing else.
    /// - Throws: `CardProofFailure`.
    package func prove(
        png: [UInt8], shows symbol: QRSymbol, at placement: SymbolPlacement, saying address: String
    ) throws(CardProofFailure) -> CardProof {
        let picture: Picture
        do {
            picture = try PNGDecoder.decode(png)
        } catch {
            throw .unreadable(error.reason)
        }
        try compare(picture, with: symbol, at: placement)

        let grey = GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness)
        let texts: [String]
        // Bytes that are no text are not the address either: as good as unread.
        do { texts = try reader.texts(in: grey) } catch { throw .noSymbol }
        guard let text = texts.first else { throw .noSymbol }
        guard texts.count == 1 else { throw .severalSymbols(texts) }
        // Compared as bytes: Swift takes different spellings of an accented letter for equal, a server does not.
        guard text.utf8.elementsEqual(address.utf8) else { throw .otherText(read: text, expected: address) }
        return CardProof(png: png, symbol: symbol, placement: placement, address: address)
    }

    /// Every pixel of every module must be pure black or white, and all of the quiet zone white.
    ///
    /// A reader's error correction forgives a module that is wrong; the ten years of wear are to have all of it.
    private func compare(
        _ picture: Picture, with symbol: QRSymbol, at placement: SymbolPlacement
    ) throws(CardProofFailure) {
        let area = placement.withQuietZone
        guard placement.side == symbol.side, area.x >= 0, area.y >= 0, area.x + area.width <= picture.width,
            area.y + area.height <= picture.height
        else { throw .symbolOutside }
        for row in 0..<area.height {
            for column in 0..<area.width {
                let x = column / placement.modulePixels - QRSymbol.quietZone
                let y = row / placement.modulePixels - QRSymbol.quietZone
                let inside = (0..<symbol.side).contains(x) && (0..<symbol.side).contains(y)
                let expected = inside && symbol[x, y] ? Colour.black : .white
                if picture[area.x + column, area.y + row] != expected.rgb { throw .moduleDiffers(x: x, y: y) }
            }
        }
    }
}

extension DrawingError {
    fileprivate var reason: String {
        if case .pngNotRead(let reason) = self { reason } else { description }
    }
}
