internal import Drawing
internal import QRSymbols

/// What stands where on the side of a card that has the symbol, in plain numbers: so that a benchmark's peer draws the
/// same card from the same design.
package struct CardOutline: Encodable {
    package struct Line: Encodable {
        var text: String
        /// Where `anchor` stands, in millimetres.
        var x: Double
        var baseline: Double
        /// In points, after shrinking to fit.
        var points: Double
        var bold: Bool
        /// 0 black … 255 white.
        var grey: Int
        /// left, centre or right.
        var anchor: String
    }

    package struct Area: Encodable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
        var grey: Int
    }

    package struct Symbol: Encodable {
        /// In pixels.
        var x: Int
        var y: Int
        var modulePixels: Int
        var level: String
    }

    var title: String
    var address: String
    /// In pixels.
    var width: Int
    var height: Int
    var areas: [Area] = []
    var lines: [Line] = []
    var symbol: Symbol

    /// - Throws: `CardError` where the card could not be printed either.
    package init(_ content: CardContent, design: CardDesign, dotsPerInch: Int) throws(CardError) {
        let drawn = try CardRenderer().draw(content, design: design, dotsPerInch: dotsPerInch, bleed: false)
        let resolution = Resolution(dotsPerInch: dotsPerInch), accent = try content.checked()
        title = content.title
        address = content.address
        width = resolution.wholePixels(design.size.width)
        height = resolution.wholePixels(design.size.height)
        symbol = Symbol(
            x: drawn.placement.x, y: drawn.placement.y, modulePixels: drawn.placement.modulePixels,
            level: drawn.symbol.errorCorrection.letter)
        let side = design.sides[design.symbol?.side ?? 0], ground = side.ground.resolved(accent: accent, over: .white)
        do throws(DrawingError) {
            let typesetter = try Typesetter()
            for element in side.elements where !element.isTrialOnly {
                switch element.kind {
                case .area(let colour):
                    let box = element.box
                    areas.append(
                        Area(
                            x: box.x, y: box.y, width: box.width, height: box.height,
                            grey: colour.resolved(accent: accent, over: ground).grey))
                case .text(let text):
                    let words = text.content.filled(from: content)
                    guard !words.isEmpty else { continue }
                    let style = TextStyle(
                        size: text.size, weight: text.weight, tracking: text.tracking, leading: text.leading)
                    let block = try typesetter.set(
                        words, named: text.name, style: style, in: text.frame, smallest: text.smallest)
                    let grey = text.colour.resolved(accent: accent, over: ground).grey
                    lines += block.lines.map { Line($0, of: block, in: text.frame, grey: grey) }
                case .symbol, .frame, .picture, .flowchart: continue
                }
            }
        } catch {
            throw content.error(.drawing(error))
        }
    }
}

extension CardOutline.Line {
    fileprivate init(_ line: TextBlock.Line, of block: TextBlock, in frame: TextFrame, grey: Int) {
        text = line.text
        baseline = line.baseline
        points = block.style.size
        bold = block.style.weight == .bold
        self.grey = grey
        switch frame.alignment {
        case .left: (x, anchor) = (frame.x, "left")
        case .centre: (x, anchor) = (frame.x + frame.width / 2, "centre")
        case .right: (x, anchor) = (frame.maxX, "right")
        }
    }
}

extension Colour {
    /// Brightness, 0…255 (ITU-R BT.601).
    fileprivate var grey: Int { (Int(red) * 299 + Int(green) * 587 + Int(blue) * 114 + 500) / 1000 }
}
