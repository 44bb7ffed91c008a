internal import Drawing
internal import QRSymbols

/// Paints one side of a design for card after card. What all of them share is drawn and packed once.
final class SidePainter {
    private let drawing: ElementDrawing
    private let palette: ShadePalette
    /// What changes from card to card, in the design's order.
    private let changing: [CardDesign.Element]
    private let base: ImageSurface
    private let basePacked: PackedPicture
    /// What is drawn on; looks like `base` but for the places in `touched`.
    private let live: ImageSurface
    private let canvas: Canvas
    private var touched: [PixelBox] = []

    /// - Parameter content: A card, for the values that all cards share.
    init(
        _ side: CardDesign.Side, of design: CardDesign, as content: CardContent, accent: Colour, resolution: Resolution,
        bleed: Double, typesetter: Typesetter, flowcharts: (any FlowchartSource)?
    ) throws(DrawingError) {
        drawing = ElementDrawing(side: side, accent: accent, typesetter: typesetter, flowcharts: flowcharts)
        palette = drawing.palette()
        let width = resolution.wholePixels(design.size.width + 2 * bleed)
        let height = resolution.wholePixels(design.size.height + 2 * bleed)
        base = try ImageSurface(width: width, height: height, resolution: resolution)
        live = try ImageSurface(width: width, height: height, resolution: resolution)
        let baseCanvas = try Canvas(base, origin: (bleed, bleed), typesetter: typesetter)
        baseCanvas.fill(design.size.outset(by: bleed), with: drawing.ground)
        var changing: [CardDesign.Element] = []
        for element in side.elements {
            // What lies over something that changes has to be drawn after it.
            if element.isStatic, !changing.contains(where: { $0.box.overlaps(element.box) }) {
                try drawing.draw(element, of: content, on: baseCanvas)
            } else {
                changing.append(element)
            }
        }
        self.changing = changing
        basePacked = try PackedPicture(base, in: palette)
        try live.restore([PixelBox(x: 0, y: 0, width: width, height: height)], from: base)
        canvas = try Canvas(live, origin: (bleed, bleed), typesetter: typesetter)
    }

    /// The side for a card.
    ///
    /// - Parameter symbol: The symbol and its place, on the side that has it.
    func paint(
        _ content: CardContent, symbol: (QRSymbol, SymbolPlacement)?
    ) throws(DrawingError) -> PackedPicture {
        try live.restore(touched, from: base)
        touched = []
        for element in changing {
            guard let box = try drawing.draw(element, of: content, on: canvas) else { continue }
            touched.append(canvas.pixels(covering: box))
        }
        if let (symbol, placement) = symbol {
            canvas.fill([placement.withQuietZone], with: .white)
            canvas.fill(placement.darkPixels(of: symbol), with: .black)
            touched.append(placement.withQuietZone)
        }
        var packed = basePacked
        try packed.repack(touched, from: live, in: palette)
        return packed
    }
}
