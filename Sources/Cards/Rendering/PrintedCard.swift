package import Drawing
package import QRSymbols

/// A card that is ready for the printer, and is known to scan.
package struct PrintedCard: Sendable, Equatable {
    package struct Side: Sendable, Equatable {
        /// 正面, 背面.
        package let name: String
        package let png: [UInt8]
    }

    /// The sides as PNG files, in the design's order.
    package let sides: [Side]
    /// The proof of the side with the symbol.
    package let proof: CardProof
    package let resolution: Resolution

    package var symbol: QRSymbol { proof.symbol }
    /// Where the symbol is.
    package var placement: SymbolPlacement { proof.placement }
    /// What the card says when scanned.
    package var address: String { proof.address }
    /// The worst that the symbol survived.
    package var margin: ProofMargin { proof.margin }

    /// The side with this proof is one of `sides`: only proved bytes leave the program.
    init(sides: [Side], proof: CardProof, resolution: Resolution) {
        precondition(sides.contains { $0.png == proof.png }, "the proved side is printed")
        self.sides = sides
        self.proof = proof
        self.resolution = resolution
    }

    /// The side of one module of the symbol, in millimetres.
    package var moduleSize: Double { Double(placement.modulePixels) / resolution.pixelsPerMillimetre }
}
