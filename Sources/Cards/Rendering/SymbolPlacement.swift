package import Drawing
internal import QRSymbols

/// Where a symbol is in a picture, in whole pixels.
package struct SymbolPlacement: Sendable, Equatable {
    /// The narrowest module that a phone reads reliably after ten years in a pocket, in millimetres.
    package static let narrowestModule = 0.5

    /// The left edge of the first module.
    package let x: Int
    /// The top edge of the first module.
    package let y: Int
    /// The side of one module.
    package let modulePixels: Int
    /// Modules along one side of the symbol.
    package let side: Int

    /// The modules along one side of the symbol that fills its box: one of version 3, of an address of 27 characters.
    ///
    /// A shorter address has fewer modules. Were they as large as the box allows, the quiet zone would be wider than any
    /// that the design leaves room for: the shorter the address, the worse.
    private static let fillingSide = QRSymbol.side(ofVersion: 3)

    /// Puts a symbol into the middle of a box, its modules as large as the box allows and no larger than those of a
    /// symbol of version 3, unless they have to be in order to be read.
    ///
    /// - Parameters:
    ///   - side: Modules along one side.
    ///   - box: For the dark modules, without the quiet zone; in millimetres from the edge of the picture.
    /// - Returns: nil if a module would be narrower than `narrowestModule`.
    init?(side: Int, in box: Box, resolution: Resolution) {
        let length = Self.pixels(along: box, resolution), fewest = Self.fewestPixels(resolution)
        let modulePixels = min(length / side, max(length / Self.fillingSide, fewest))
        guard modulePixels >= fewest else { return nil }
        self.side = side
        self.modulePixels = modulePixels
        let margin = (length - modulePixels * side) / 2
        x = resolution.wholePixels(box.x) + margin
        y = resolution.wholePixels(box.y) + margin
    }

    /// A symbol whose modules have so many pixels, alone in its picture.
    ///
    /// - Returns: nil if a module would be narrower than `narrowestModule`.
    init?(alone side: Int, modulePixels: Int, resolution: Resolution) {
        guard modulePixels >= Self.fewestPixels(resolution) else { return nil }
        (self.side, self.modulePixels) = (side, modulePixels)
        x = QRSymbol.quietZone * modulePixels
        y = x
    }

    /// The side of one module in a box, in millimetres; under `narrowestModule` where the symbol is too fine for it.
    static func module(side: Int, in box: Box) -> Double {
        min(box.width / Double(side), max(box.width / Double(fillingSide), narrowestModule))
    }

    /// Where the dark modules of a symbol lie in a box, on paper without pixels.
    static func square(side: Int, in box: Box) -> Box {
        box.outset(by: (module(side: side, in: box) * Double(side) - box.width) / 2)
    }

    /// What a box and the quiet zone around it take, whatever address the symbol says: as much as the symbol that takes
    /// most.
    static func room(of box: Box) -> Box {
        let widest = (1...3).map { version in
            let side = QRSymbol.side(ofVersion: version)
            return module(side: side, in: box) * Double(side + 2 * QRSymbol.quietZone)
        }.max()
        return box.outset(by: ((widest ?? box.width) - box.width) / 2)
    }

    /// How long a text may be, in bytes, for its symbol to have modules that are wide enough in a box; 0 where even
    /// the smallest symbol is too fine.
    static func capacity(of box: Box, resolution: Resolution) -> Int {
        let modules = pixels(along: box, resolution) / fewestPixels(resolution)
        let version = QREncoder.versions.last { QRSymbol.side(ofVersion: $0) <= modules }
        return version.map { QREncoder.capacity(ofVersion: $0) } ?? 0
    }

    /// The symbol with its quiet zone.
    package var withQuietZone: PixelBox {
        let quiet = QRSymbol.quietZone * modulePixels
        let length = modulePixels * side + 2 * quiet
        return PixelBox(x: x - quiet, y: y - quiet, width: length, height: length)
    }

    /// The dark modules, neighbours in a row in one piece.
    func darkPixels(of symbol: QRSymbol) -> [PixelBox] {
        symbol.darkRuns.map { run in
            PixelBox(
                x: x + run.x * modulePixels, y: y + run.y * modulePixels, width: run.count * modulePixels,
                height: modulePixels)
        }
    }

    private static func pixels(along box: Box, _ resolution: Resolution) -> Int {
        Int((min(box.width, box.height) * resolution.pixelsPerMillimetre).rounded(.down))
    }

    private static func fewestPixels(_ resolution: Resolution) -> Int {
        Int((narrowestModule * resolution.pixelsPerMillimetre).rounded(.up))
    }
}
