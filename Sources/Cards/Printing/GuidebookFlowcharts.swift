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
        guard let pieces = try pieces(of: guide, columns: columns) else { return }
        let inks = FlowchartInks(accent: accent)
        let gap = 0.06 * pieces.width
        let width = Double(pieces.parts.count) * pieces.width + Double(pieces.parts.count - 1) * gap
        let height = pieces.parts.map(\.paperSize.height).max() ?? 1
        let scale = min(box.width / width, box.height / height)
        // In the middle, from the top.
        let left = box.x + (box.width - width * scale) / 2
        for (number, part) in pieces.parts.enumerated() {
            let x = left + Double(number) * (pieces.width + gap) * scale
            part.draw(on: canvas, at: .init(x: x, y: box.y), scale: scale, inks: inks)
        }
    }

    /// The chart of a guide in at most so many columns; nil for a guide without one.
    func pieces(of stem: String, columns: Int) throws(DrawingError) -> (parts: [any PaperChart], width: Double)? {
        let measurer = try TextMeasurer()
        switch guidebook.guide(named: stem) {
        case .item(let item)?:
            let layout = try FlowchartLayout(FlowGraph(item.steps), measuring: measurer)
            return ([layout], layout.paperSize.width)
        case .roadmap(let roadmap)?:
            let schedule = RoadmapSchedule(roadmap, in: guidebook)
            let chart = try RoadmapChart(roadmap, schedule: schedule, in: guidebook, measuring: measurer) { _ in "" }
            let columns = chart.columns(columns)
            return (columns, columns.first?.paperSize.width ?? 1)
        default: return nil
        }
    }
}
