package import Drawing
package import QRSymbols

/// A card that is ready for the printer, and is known to scan.
package struct PrintedCard: Sendable, Equatable {
    /// The front as a PNG file.
    package let front: [UInt8]
    /// The back as a PNG file.
    package let back: [UInt8]
    /// The symbol on the front.
    package let symbol: QRSymbol
    /// Where the symbol is on the front.
    package let placement: SymbolPlacement
    /// What the front says when scanned.
    package let address: String
    package let resolution: Resolution

    init(front: CardProof, back: [UInt8], resolution: Resolution) {
        self.front = front.png
        self.back = back
        symbol = front.symbol
        placement = front.placement
        address = front.address
        self.resolution = resolution
    }

    /// The side of one module of the symbol, in millimetres.
    package var moduleSize: Double { Double(placement.modulePixels) / resolution.pixelsPerMillimetre }
}
