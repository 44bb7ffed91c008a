internal import Drawing
internal import QRSymbols

/// Paints sides of designs on pages, as lines and letters: the same elements in the same order as on pictures.
struct PagePainter {
    let typesetter: Typesetter
    let flowcharts: (any FlowchartSource)?

    /// Paints a side; its top left corner after cutting is the canvas's origin.
    ///
    /// - Parameter bleed: How far beyond the cut is drawn, in millimetres.
    func paint(
        _ side: CardDesign.Side, of design: CardDesign, _ content: CardContent, accent: Colour, symbol: QRSymbol,
        bleed: Double, on canvas: Canvas
    ) throws(DrawingError) {
        let drawing = ElementDrawing(side: side, accent: accent, typesetter: typesetter, flowcharts: flowcharts)
        let all = design.size.outset(by: bleed)
        try canvas.clipped(to: all) { () throws(DrawingError) in
            canvas.fill(all, with: drawing.ground)
            for element in side.elements { try drawing.draw(element, of: content, on: canvas) }
            // Last, so that nothing can lie on it.
            if let element = side.elements.first(where: \.kind.isSymbol) {
                canvas.draw(symbol, in: SymbolPlacement.square(side: symbol.side, in: element.box))
            }
        }
    }
}

extension Canvas {
    /// Draws a symbol in black on its own white, quiet zone included.
    ///
    /// - Parameter box: For the dark modules, without the quiet zone: a square.
    func draw(_ symbol: QRSymbol, in box: Box) {
        let module = box.width / Double(symbol.side)
        fill([box.outset(by: Double(QRSymbol.quietZone) * module)], with: .white)
        fill(
            symbol.darkRuns.map { run in
                Box(
                    x: box.x + Double(run.x) * module, y: box.y + Double(run.y) * module,
                    width: Double(run.count) * module, height: module)
            }, with: .black)
    }
}
