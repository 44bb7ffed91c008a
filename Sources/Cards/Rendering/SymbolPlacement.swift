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

    /// Puts a symbol into the middle of a box, its modules as large as the box allows.
    ///
    /// - Parameters:
    ///   - side: Modules along one side.
    ///   - box: For the dark modules, without the quiet zone; in millimetres from the edge of the picture.
    /// - Returns: nil if a module would be narrower than `narrowestModule`.
    init?(side: Int, in box: Box, resolution: Resolution) {
        let length = Self.pixels(along: box, resolution)
        let modulePixels = length / side
        guard modulePixels >= Self.fewestPixels(resolution) else { return nil }
        self.side = side
        self.modulePixels = modulePixels
        let margin = (length - modulePixels * side) / 2
        x = resolution.wholePixels(box.x) + margin
        y = resolution.wholePixels(box.y) + margin
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
