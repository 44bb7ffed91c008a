internal import Drawing
internal import QRSymbols

/// Paints one side of a design for card after card.
///
/// What all of them share is drawn and packed once.
final class SidePainter {
    private let ground: Ground
    private let palette: ShadePalette
    /// What changes from card to card, in the design's order.
    private let changing: [CardDesign.Element]
    /// The ground alone, from the second card on: many prints are of one.
    private var base: ImageSurface?
    /// What is drawn on; looks like the ground but for what is shown and left over.
    private let live: ImageSurface
    private let canvas: Canvas
    /// As `live` looks, with the symbol over it; nil before the first card.
    private var packed: PackedPicture?
    /// The symbol's place in `packed`, with its quiet zone.
    private var covered: PixelBox?
    private let compressor: StripeCompressor
    /// By element of `changing`, what it shows; nil where `live` does not show it.
    private var shown: [Shown?]
    /// Places of `live` that are to be as the ground again.
    private var leftover: [PixelBox] = []

    /// What all cards share.
    private struct Ground {
        let drawing: ElementDrawing
        let elements: [CardDesign.Element]
        /// A card, for the values that all cards share.
        let content: CardContent
        let size: Box
        let bleed: Double

        /// Draws it on white.
        func draw(on surface: ImageSurface) throws(DrawingError) {
            let canvas = try Canvas(surface, origin: (bleed, bleed), typesetter: drawing.typesetter)
            canvas.fill(size.outset(by: bleed), with: drawing.ground)
            for element in elements { try drawing.draw(element, of: content, on: canvas) }
        }
    }

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
        let drawing = ElementDrawing(side: side, accent: accent, typesetter: typesetter, flowcharts: flowcharts)
        palette = drawing.palette()
        var shared: [CardDesign.Element] = [], changing: [CardDesign.Element] = []
        for element in side.elements {
            // What lies over something that changes has to be drawn after it.
            if element.isStatic, !changing.contains(where: { $0.box.overlaps(element.box) }) {
                shared.append(element)
            } else {
                changing.append(element)
            }
        }
        self.changing = changing
        shown = Array(repeating: nil, count: changing.count)
        ground = Ground(drawing: drawing, elements: shared, content: content, size: design.size, bleed: bleed)
        live = try ImageSurface(
            width: resolution.wholePixels(design.size.width + 2 * bleed),
            height: resolution.wholePixels(design.size.height + 2 * bleed), resolution: resolution)
        try ground.draw(on: live)
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
        let packed = try paint(content, symbol: symbol, resolution)
        return try PNGEncoder().encode(packed, resolution: resolution, annotations: annotations, by: compressor)
    }

    /// Brings the picture up to date.
    private func paint(
        _ content: CardContent, symbol: (QRSymbol, SymbolPlacement)?, _ resolution: Resolution
    ) throws(DrawingError) -> PackedPicture {
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
        try restore(stale, resolution)
        var drawn: [PixelBox] = []
        for (index, element) in changing.enumerated() where !kept.contains(index) {
            let area = try ground.drawing.draw(element, of: content, on: canvas).map { canvas.pixels(covering: $0) }
            fresh[index] = Shown(words: words[index], area: area)
            if let area { drawn.append(area) }
            leftover = stale + drawn
        }
        if kept.contains(where: { overlaps($0, drawn) }) {
            // Which of the two lies above is the design's order: all of it again.
            leftover += kept.compactMap { shown[$0]?.area }
            shown = Array(repeating: nil, count: changing.count)
            return try paint(content, symbol: symbol, resolution)
        }
        var picture: PackedPicture
        // Taken out, so that it is changed in place.
        if let earlier = packed.take() {
            picture = earlier
            let uncovered = covered.map { $0 == symbol?.1.withQuietZone ? [] : [$0] } ?? []
            try picture.repack((stale + drawn + uncovered).disjoint(), from: live, in: palette)
        } else {
            picture = try PackedPicture(live, in: palette)
        }
        shown = fresh
        leftover = []
        // The symbol is drawn last, over whatever is there.
        covered = symbol?.1.withQuietZone
        if let (symbol, placement) = symbol {
            picture.fill([placement.withQuietZone], with: .white, in: palette)
            picture.fill(placement.darkPixels(of: symbol), with: .black, in: palette)
        }
        packed = picture
        return picture
    }

    /// Makes places of `live` look again as the ground does.
    private func restore(_ places: [PixelBox], _ resolution: Resolution) throws(DrawingError) {
        guard !places.isEmpty else { return }
        if base == nil {
            let surface = try ImageSurface(width: live.width, height: live.height, resolution: resolution)
            try ground.draw(on: surface)
            base = surface
        }
        if let base { try live.restore(places, from: base) }
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
