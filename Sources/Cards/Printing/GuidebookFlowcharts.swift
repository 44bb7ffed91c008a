package import Drawing
internal import Flowcharts
package import Guides

/// The flowcharts of a guidebook's items and roadmaps, for designs and for paper.
package struct GuidebookFlowcharts: FlowchartSource {
    private let guidebook: Guidebook

    package init(_ guidebook: Guidebook) {
        self.guidebook = guidebook
    }

    package func draw(
        guide: String, in box: Box, columns: Int, accent: Drawing.Colour, on canvas: Canvas
    ) throws(DrawingError) {
        let inks = FlowchartInks(accent: accent)
        // In the number of columns in which it becomes largest; below it what its marks mean.
        var room = box
        room.height *= 0.97
        var best: Arrangement?
        for count in 1...max(1, columns) {
            guard let parts = try parts(of: guide, columns: count) else { return }
            let arrangement = Arrangement(parts, in: room)
            if arrangement.scale > best?.scale ?? 0 { best = arrangement }
        }
        guard let best else { return }
        for (number, part) in best.parts.enumerated() {
            let x = best.left + Double(number) * best.step
            part.draw(on: canvas, at: .init(x: x, y: box.y), scale: best.scale, inks: inks)
        }
        let size = min(13 * best.scale, 0.02 * box.height)
        canvas.draw(
            best.parts.first?.legend ?? "", size: size, weight: .regular, colour: inks.quiet, x: best.left,
            baseline: box.maxY - 0.2 * size)
    }

    /// Columns next to each other in the middle of a box, from its top.
    private struct Arrangement {
        let parts: [any PaperChart]
        let scale: Double
        let left: Double
        /// From one column's left edge to the next one's.
        let step: Double

        init(_ parts: [any PaperChart], in box: Box) {
            let column = parts.first?.paperSize.width ?? 1
            let gap = 0.08 * column
            let width = Double(parts.count) * (column + gap) - gap
            let height = parts.map(\.paperSize.height).max() ?? 1
            self.parts = parts
            scale = min(box.width / width, box.height / height)
            step = (column + gap) * scale
            left = box.x + (box.width - width * scale) / 2
        }
    }

    /// The chart of a guide in at most so many columns; nil for a guide without one.
    func parts(of stem: String, columns: Int) throws(DrawingError) -> [any PaperChart]? {
        let measurer = try TextMeasurer()
        switch guidebook.guide(named: stem) {
        case .item(let item)?:
            return [try FlowchartLayout(FlowGraph(item.steps), measuring: measurer)]
        case .roadmap(let roadmap)?:
            let schedule = RoadmapSchedule(roadmap, in: guidebook)
            let chart = try RoadmapChart(roadmap, schedule: schedule, in: guidebook, measuring: measurer) { _ in "" }
            return chart.columns(columns)
        case .overview?:
            return try FieldColumn.columns(columns, of: guidebook, measuring: measurer)
        default: return nil
        }
    }
}
