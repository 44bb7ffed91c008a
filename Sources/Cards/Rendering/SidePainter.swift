internal import Drawing
internal import QRSymbols

/// Paints one side of a design for card after card.
///
/// What all of them share is drawn and packed once.
final class SidePainter {
    private let drawing: ElementDrawing
    private let palette: ShadePalette
    /// What changes from card to card, in the design's order.
    private let changing: [CardDesign.Element]
    private let base: ImageSurface
    /// What is drawn on; looks like `base` but for what is shown and left over.
    private let live: ImageSurface
    private let canvas: Canvas
    /// As `live` looks, with the symbol over it.
    private var packed: PackedPicture
    /// The symbol's place in `packed`, with its quiet zone.
    private var covered: PixelBox?
    private let compressor: StripeCompressor
    /// By element of `changing`, what it shows; nil where `live` does not show it.
    private var shown: [Shown?]
    /// Places of `live` that are to be as in `base` again.
    private var leftover: [PixelBox] = []

    private struct Shown {
        var words: String
        /// Nil where nothing was drawn.
        var area: PixelBox?
    }

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
        shown = Array(repeating: nil, count: changing.count)
        packed = try PackedPicture(base, in: palette)
        try live.restore([PixelBox(x: 0, y: 0, width: width, height: height)], from: base)
        let canvas = try Canvas(live, origin: (bleed, bleed), typesetter: typesetter)
        let places = changing.map { canvas.pixels(covering: $0.box) }
        let symbol = side.elements.first(where: \.kind.isSymbol).map { canvas.pixels(covering: $0.box) }
        compressor = try StripeCompressor(
            level: CardRenderer.compressionLevel, cuts: Self.cuts(around: places, symbol: symbol))
        self.canvas = canvas
    }

    /// The rows at which what changes begins and ends: the symbol, which always does, and above and below it the texts,
    /// those that nearly touch as one.
    private static func cuts(around places: [PixelBox], symbol: PixelBox?) -> [Int] {
        var cuts = symbol.map { [$0.y, $0.y + $0.height] } ?? []
        var ranges: [Range<Int>] = []
        for place in places.sorted(by: { $0.y < $1.y }) {
            let range = place.y..<place.y + place.height
            if let last = ranges.last, range.lowerBound < last.upperBound + 16 {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        for edge in ranges.flatMap({ [$0.lowerBound, $0.upperBound] })
        where !cuts.contains(where: { abs($0 - edge) < 16 }) {
            if let symbol, edge > symbol.y, edge < symbol.y + symbol.height { continue }
            cuts.append(edge)
        }
        return cuts.sorted()
    }

    /// The side for a card, as a PNG file.
    ///
    /// - Parameter symbol: The symbol and its place, on the side that has it.
    func png(
        _ content: CardContent, symbol: (QRSymbol, SymbolPlacement)?, resolution: Resolution,
        annotations: [PNGEncoder.Annotation]
    ) throws(DrawingError) -> [UInt8] {
        try paint(content, symbol: symbol)
        return try PNGEncoder().encode(packed, resolution: resolution, annotations: annotations, by: compressor)
    }

    /// Brings the picture up to date.
    private func paint(_ content: CardContent, symbol: (QRSymbol, SymbolPlacement)?) throws(DrawingError) {
        let words = changing.map { $0.words(of: content) }
        // What says the same as on the card before stays, unless something that goes lies on it.
        var kept = changing.indices.filter { shown[$0] != nil && shown[$0]?.words == words[$0] }
        var stale = leftover + changing.indices.filter { !kept.contains($0) }.compactMap { shown[$0]?.area }
        if kept.contains(where: { overlaps($0, stale) }) {
            stale += kept.compactMap { shown[$0]?.area }
            kept = []
        }
        // Should a text not fit, all that is not as it was is made anew for the next card.
        leftover = stale
        var fresh = shown
        for index in changing.indices where !kept.contains(index) { shown[index] = nil }
        try live.restore(stale, from: base)
        var drawn: [PixelBox] = []
        for (index, element) in changing.enumerated() where !kept.contains(index) {
            let area = try drawing.draw(element, of: content, on: canvas).map { canvas.pixels(covering: $0) }
            fresh[index] = Shown(words: words[index], area: area)
            if let area { drawn.append(area) }
            leftover = stale + drawn
        }
        if kept.contains(where: { overlaps($0, drawn) }) {
            // Which of the two lies above is the design's order: all of it again.
            leftover += kept.compactMap { shown[$0]?.area }
            shown = Array(repeating: nil, count: changing.count)
            try paint(content, symbol: symbol)
            return
        }
        let uncovered = covered.map { $0 == symbol?.1.withQuietZone ? [] : [$0] } ?? []
        try packed.repack((stale + drawn + uncovered).disjoint(), from: live, in: palette)
        shown = fresh
        leftover = []
        // The symbol is drawn last, over whatever is there.
        covered = symbol?.1.withQuietZone
        if let (symbol, placement) = symbol {
            packed.fill([placement.withQuietZone], with: .white, in: palette)
            packed.fill(placement.darkPixels(of: symbol), with: .black, in: palette)
        }
    }

    private func overlaps(_ index: Int, _ areas: [PixelBox]) -> Bool {
        guard let area = shown[index]?.area else { return false }
        return areas.contains { $0.overlaps(area) }
    }
}

extension CardDesign.Element {
    /// What makes the element look different on one card and on another.
    fileprivate func words(of content: CardContent) -> String {
        switch kind {
        case .text(let text): text.content.filled(from: content) + "\n" + content[.field]
        case .flowchart: content.guide
        case .area, .frame, .picture, .symbol: ""
        }
    }
}
