package import Drawing
internal import Flowcharts
internal import Foundation

/// Draws the elements of one side, all but the symbol, which is drawn last so that nothing can lie on it.
struct ElementDrawing {
    let side: CardDesign.Side
    let accent: Colour
    let typesetter: Typesetter
    let flowcharts: (any FlowchartSource)?

    var ground: Colour { side.ground.resolved(accent: accent, over: .white) }

    /// Draws an element; returns the room that it took, nil where there was nothing to draw.
    @discardableResult
    func draw(
        _ element: CardDesign.Element, of content: CardContent, on canvas: Canvas
    ) throws(DrawingError) -> Box? {
        if element.isTrialOnly, !content.isTrial { return nil }
        switch element.kind {
        case .text(let text):
            guard let block = try block(text, of: content) else { return nil }
            canvas.draw(block)
            return block.inkBounds
        case .area(let colour):
            canvas.fill(element.box, with: resolved(colour))
        case .frame(let colour, let thickness):
            canvas.frame(element.box, thickness: thickness, with: resolved(colour))
        case .picture(let path):
            guard let data = FileManager.default.contents(atPath: path) else { throw .pngNotRead(path) }
            canvas.draw(try ImageSurface(PNGDecoder.decode(Array(data))), in: element.box)
        case .flowchart(let columns):
            try flowcharts?.draw(guide: content.guide, in: element.box, columns: columns, accent: accent, on: canvas)
        case .symbol: return nil
        }
        return element.box
    }

    /// The text set into its place; nil where there are no words.
    func block(_ text: CardDesign.Text, of content: CardContent) throws(DrawingError) -> TextBlock? {
        let words = text.content.filled(from: content)
        guard !words.isEmpty else { return nil }
        let isBold = text.isBoldInOwnField && words == content[.field]
        let style = TextStyle(
            size: text.size, weight: isBold ? .bold : text.weight, colour: resolved(text.colour),
            tracking: text.tracking, leading: text.leading)
        func set(_ words: String) throws(DrawingError) -> TextBlock {
            try typesetter.set(words, named: text.name, style: style, in: text.frame, smallest: text.smallest)
        }
        do throws(DrawingError) {
            return try set(words)
        } catch {
            guard text.isShortened, case .textTooHigh = error, let block = try ShortenedList(words)?.longest(set) else {
                throw error
            }
            return block
        }
    }

    func resolved(_ colour: DesignColour) -> Colour { colour.resolved(accent: accent, over: ground) }

    /// The colours of the side: every ink with the ground that it stands on.
    func palette() -> ShadePalette {
        var ramps: [ShadeRamp] = [], flat: [Colour] = [ground, .white]
        for (index, element) in side.elements.enumerated() {
            switch element.kind {
            case .area(let colour): flat.append(resolved(colour))
            case .frame(let colour, _): flat.append(resolved(colour))
            case .text(let text): ramps.append(ShadeRamp(from: self.ground(under: index), to: resolved(text.colour)))
            case .symbol: flat += [.black, .white]
            case .flowchart:
                ramps += FlowchartInks(accent: accent).ramps
            case .picture:
                // Unknown colours: an even cube, as old screens had it.
                for red in 0..<6 {
                    for green in 0..<6 {
                        for blue in 0..<5 {
                            flat.append(
                                Colour(red: UInt8(red * 51), green: UInt8(green * 51), blue: UInt8(min(255, blue * 64)))
                            )
                        }
                    }
                }
            }
        }
        return ShadePalette(ramps: ramps, flat: flat)
    }

    /// The colour of the topmost area below an element that holds all of it.
    private func ground(under index: Int) -> Colour {
        for lower in side.elements[..<index].reversed() {
            if case .area(let colour) = lower.kind, lower.box.contains(side.elements[index].box) {
                return resolved(colour)
            }
        }
        return ground
    }
}

/// What gives a design the flowchart of a guide.
package protocol FlowchartSource: Sendable {
    /// Draws the flowchart as large as it fits into a box; nothing for a guide without one.
    func draw(guide: String, in box: Box, columns: Int, accent: Colour, on canvas: Canvas) throws(DrawingError)
}

extension CardDesign.Text {
    /// What the text is, for messages: its placeholders, or its words.
    var name: String {
        let placeholders = content.parts.compactMap { part in
            if case .placeholder(let placeholder) = part { placeholder.rawValue } else { nil }
        }
        return placeholders.isEmpty ? "文字" : placeholders.joined(separator: "、")
    }
}

extension CardDesign.Element {
    /// Whether it looks the same on all cards of a site in one colour.
    var isStatic: Bool {
        switch kind {
        case .text(let text): text.content.isStatic && !text.isBoldInOwnField
        case .area, .frame, .picture: true
        case .symbol, .flowchart: false
        }
    }
}
