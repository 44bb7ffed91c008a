internal import Drawing
internal import QRSymbols

/// The kinds of files for paper and designers, by the file name's ending.
package enum PaperFormat: String, CaseIterable, Sendable {
    case svg, png, pdf

    /// Nil for another ending.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    }
}

/// The bare symbol with its quiet zone, for designers.
package enum SymbolFile {
    /// The file's bytes, proved where they are a picture.
    ///
    /// - Parameters:
    ///   - size: The side of the symbol with its quiet zone, in millimetres.
    ///   - dotsPerInch: For PNG; each module has a whole number of pixels, so the symbol may come out smaller than `size`.
    /// - Throws: `CardError`.
    package static func bytes(
        of address: String, as format: PaperFormat, size: Double, dotsPerInch: Int
    ) throws(CardError) -> [UInt8] {
        let symbol: QRSymbol
        do { symbol = try QREncoder.symbol(for: address) } catch { throw CardError(card: nil, problem: .symbol(error)) }
        let least = leastSize(of: symbol, as: format, dotsPerInch: dotsPerInch)
        guard size >= least else {
            throw CardError(card: nil, problem: .design("边长\(size)毫米时，二维码的方块会小于0.5毫米，扫不出来，请用 --size \(least) 或更大"))
        }
        switch format {
        case .svg: return Array(svg(symbol, size: size, address: address).utf8)
        case .pdf:
            do { return try pdf(symbol, size: size, address: address) } catch {
                throw CardError(card: nil, problem: .drawing(error))
            }
        case .png: return try png(symbol, size: size, dotsPerInch: dotsPerInch, address: address)
        }
    }

    /// The side of the largest PNG, in pixels: some 250 MB while it is made.
    private static let widestPicture = 8000

    /// The side with the quiet zone at which modules are just wide enough, rounded up to tenths of a millimetre.
    private static func leastSize(of symbol: QRSymbol, as format: PaperFormat, dotsPerInch: Int) -> Double {
        var module = SymbolPlacement.narrowestModule
        if format == .png {
            // Whole pixels.
            let pixels = Resolution(dotsPerInch: dotsPerInch).pixelsPerMillimetre
            module = (module * pixels).rounded(.up) / pixels
        }
        return (Double(symbol.side + 2 * QRSymbol.quietZone) * module * 10).rounded(.up) / 10
    }

    private static func svg(_ symbol: QRSymbol, size: Double, address: String) -> String {
        let quiet = QRSymbol.quietZone, side = symbol.side + 2 * quiet
        let path = symbol.darkRuns.map { "M\($0.x + quiet) \($0.y + quiet)h\($0.count)v1h-\($0.count)z" }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(size)mm" height="\(size)mm" viewBox="0 0 \(side) \(side)" role="img">\
            <title>\(SVGSurface.escaped(address))</title><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000" shape-rendering="crispEdges" d="\(path)"/></svg>

            """
    }

    private static func pdf(_ symbol: QRSymbol, size: Double, address: String) throws(DrawingError) -> [UInt8] {
        let surface = try PDFSurface(title: address, subject: "QR code")
        surface.beginPage(width: size, height: size)
        let canvas = try Canvas(surface, typesetter: Typesetter())
        let quiet = size * Double(QRSymbol.quietZone) / Double(symbol.side + 2 * QRSymbol.quietZone)
        canvas.draw(symbol, in: Box(x: 0, y: 0, width: size, height: size).outset(by: -quiet))
        return try surface.finish()
    }

    private static func png(
        _ symbol: QRSymbol, size: Double, dotsPerInch: Int, address: String
    ) throws(CardError) -> [UInt8] {
        let resolution = Resolution(dotsPerInch: dotsPerInch)
        let side = symbol.side + 2 * QRSymbol.quietZone
        let module = resolution.wholePixels(size) / side
        guard side * module <= widestPicture else {
            let most = (Double(widestPicture) / resolution.pixelsPerMillimetre).rounded(.down)
            let words = "边长\(size)毫米、每英寸\(dotsPerInch)点的PNG太大，请用 --size \(Int(most)) 或更小，或减小 --dpi，或写成 .svg、.pdf"
            throw CardError(card: nil, problem: .design(words))
        }
        guard let placement = SymbolPlacement(alone: symbol.side, modulePixels: module, resolution: resolution) else {
            throw CardError(card: nil, problem: .symbolTooFine(address: address, fewer: 1))
        }
        var pixels = [UInt32](repeating: 0xFFFFFF, count: side * module * side * module)
        for run in placement.darkPixels(of: symbol) {
            for y in run.y..<run.y + run.height {
                for x in run.x..<run.x + run.width { pixels[y * side * module + x] = 0 }
            }
        }
        let png: [UInt8]
        do {
            png = try PNGEncoder().encode(
                Picture(width: side * module, height: side * module, pixels: pixels), resolution: resolution,
                annotations: [.init("Source", address), .init("Software", "onecard")])
        } catch {
            throw CardError(card: nil, problem: .drawing(error))
        }
        let prover = try CardProver()
        do {
            return try prover.prove(png: png, shows: symbol, at: placement, saying: address).png
        } catch {
            throw CardError(card: nil, problem: .proof(error))
        }
    }
}
