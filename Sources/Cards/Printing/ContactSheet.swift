internal import Drawing

/// One picture with many cards in many designs: for the eye, at a low resolution, and not for printing.
package struct ContactSheet {
    private static let resolution = Resolution(dotsPerInch: 150)
    /// Between neighbours and around all, in millimetres.
    private static let gap = 6.0
    /// Large designs are shown smaller: so high at most, in millimetres.
    private static let highest = 150.0

    private let flowcharts: (any FlowchartSource)?

    package init(flowcharts: (any FlowchartSource)?) {
        self.flowcharts = flowcharts
    }

    /// A row for each card and design, its sides next to each other.
    ///
    /// - Returns: The picture, and why some cards cannot be printed in some designs.
    package func png(
        of contents: [CardContent], designs: [CardDesign]
    ) throws(CardError) -> (png: [UInt8], refused: [String]) {
        let renderer = try CardRenderer(flowcharts: flowcharts)
        var refused: [String] = []
        var rows: [[(picture: ImageSurface, width: Double, height: Double)]] = []
        do throws(DrawingError) {
            for content in contents {
                for design in designs {
                    let scale = min(1, Self.highest / design.size.height)
                    let drawn: CardRenderer.Drawn
                    do {
                        drawn = try renderer.draw(content, design: design, dotsPerInch: 150, bleed: false)
                    } catch {
                        refused.append("版式“\(design.stem)”：\(error)")
                        continue
                    }
                    var row: [(picture: ImageSurface, width: Double, height: Double)] = []
                    for side in drawn.sides {
                        row.append(
                            (
                                try ImageSurface(PNGDecoder.decode(side.png)), design.size.width * scale,
                                design.size.height * scale
                            ))
                    }
                    rows.append(row)
                }
            }
            return (try sheet(rows), refused)
        } catch {
            throw CardError(card: nil, problem: .drawing(error))
        }
    }

    private func sheet(
        _ rows: [[(picture: ImageSurface, width: Double, height: Double)]]
    ) throws(DrawingError) -> [UInt8] {
        let gap = Self.gap
        let width = (rows.map { $0.reduce(gap) { $0 + $1.width + gap } }.max() ?? 0) + gap
        let height = rows.reduce(gap) { $0 + ($1.map(\.height).max() ?? 0) + gap } + gap
        let surface = try ImageSurface(
            width: Self.resolution.wholePixels(width), height: Self.resolution.wholePixels(height),
            resolution: Self.resolution)
        let canvas = try Canvas(surface, typesetter: Typesetter())
        canvas.fill(Box(x: 0, y: 0, width: width, height: height), with: Colour(rgb: 0xC8CCD0))
        var y = gap
        for row in rows {
            var x = gap
            for item in row {
                canvas.draw(item.picture, in: Box(x: x, y: y, width: item.width, height: item.height))
                x += item.width + gap
            }
            y += (row.map(\.height).max() ?? 0) + gap
        }
        return try PNGEncoder().encode(surface.picture(), resolution: Self.resolution)
    }
}
