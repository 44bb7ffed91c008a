internal import Drawing

/// One picture with many cards in many designs: for the eye, at a low resolution, and not for printing.
///
/// A column for each card, a row for each design.
package struct ContactSheet {
    /// Pixels along a side at most: what picture viewers still open.
    private static let longestSide = 16_000.0
    /// Between neighbours and around all, in millimetres.
    private static let gap = 8.0
    /// The width of a column; wider designs are shown smaller.
    private static let column = 110.0
    /// Large designs are shown smaller: so high at most.
    private static let highest = 150.0
    /// Above a row, for the design's name.
    private static let caption = 9.0

    private let flowcharts: (any FlowchartSource)?

    package init(flowcharts: (any FlowchartSource)?) {
        self.flowcharts = flowcharts
    }

    /// One card in one design.
    private struct Cell {
        var sides: [ImageSurface] = []
        /// As shown.
        var width = 0.0
        var height = 0.0

        var total: Double { Double(sides.count) * (height + ContactSheet.gap / 2) }
    }

    /// - Returns: The picture, and why some cards cannot be printed in some designs; their places stay empty.
    package func png(
        of contents: [CardContent], designs: [CardDesign]
    ) throws(CardError) -> (png: [UInt8], refused: [String]) {
        let renderer = try CardRenderer(flowcharts: flowcharts)
        var refused: [String] = []
        var rows: [(name: String, cells: [Cell])] = []
        do throws(DrawingError) {
            for design in designs {
                let scale = min(1, Self.column / design.size.width, Self.highest / design.size.height)
                var cells: [Cell] = []
                for content in contents {
                    var cell = Cell(width: design.size.width * scale, height: design.size.height * scale)
                    do throws(CardError) {
                        let drawn = try renderer.draw(content, design: design, dotsPerInch: 150, bleed: false)
                        do throws(DrawingError) {
                            cell.sides = try drawn.sides.map { side throws(DrawingError) in
                                try ImageSurface(PNGDecoder.decode(side.png))
                            }
                        } catch {
                            throw content.error(.drawing(error))
                        }
                    } catch {
                        refused.append("版式“\(design.stem)”：\(error)")
                    }
                    cells.append(cell)
                }
                rows.append((design.stem, cells))
            }
            return (try sheet(rows, columns: contents.count), refused)
        } catch {
            throw CardError(card: nil, problem: .drawing(error))
        }
    }

    private func sheet(_ rows: [(name: String, cells: [Cell])], columns: Int) throws(DrawingError) -> [UInt8] {
        let gap = Self.gap
        let width = gap + Double(columns) * (Self.column + gap)
        let heights = rows.map { row in Self.caption + (row.cells.map(\.total).max() ?? 0) }
        let height = heights.reduce(gap) { $0 + $1 + gap }
        let dots = min(150, Int(Self.longestSide / max(width, height) * 25.4))
        let resolution = Resolution(dotsPerInch: max(20, dots))
        let surface = try ImageSurface(
            width: resolution.wholePixels(width), height: resolution.wholePixels(height), resolution: resolution)
        let canvas = try Canvas(surface, typesetter: Typesetter())
        canvas.fill(Box(x: 0, y: 0, width: width, height: height), with: Colour(rgb: 0xC8CCD0))
        var top = gap
        for (row, height) in zip(rows, heights) {
            canvas.draw(row.name, size: 5, weight: .bold, colour: .black, x: gap, baseline: top + 5)
            for (number, cell) in row.cells.enumerated() {
                let x = gap + Double(number) * (Self.column + gap)
                for (side, picture) in cell.sides.enumerated() {
                    let y = top + Self.caption + Double(side) * (cell.height + gap / 2)
                    canvas.draw(picture, in: Box(x: x, y: y, width: cell.width, height: cell.height))
                }
            }
            top += height + gap
        }
        return try PNGEncoder().encode(surface.picture(), resolution: resolution)
    }
}
