package import Drawing
internal import Guides

/// A chart that can be drawn on paper: the same layout as on the page, its CSS pixels scaled to millimetres.
package protocol PaperChart {
    /// In the chart's own units.
    var paperSize: (width: Double, height: Double) { get }

    /// What its marks mean, in one line; empty where there are none.
    var legend: String { get }

    /// Draws the chart.
    ///
    /// - Parameters:
    ///   - origin: Where its top left corner comes to lie, in millimetres.
    ///   - scale: Millimetres to one of its units.
    func draw(on canvas: Canvas, at origin: Canvas.Point, scale: Double, inks: FlowchartInks)
}

extension FlowchartLayout: PaperChart {
    package var paperSize: (width: Double, height: Double) { size }

    package var legend: String {
        let steps = nodes.map { graph.steps[$0.step] }
        return FlowchartWords.legend([
            steps.contains { $0.actor == .applicant } ? FlowchartWords.applicantsStep : nil,
            steps.contains { $0.isUncounted || !$0.conditions.isEmpty } ? FlowchartWords.asideStep : nil,
        ])
    }

    package func draw(on canvas: Canvas, at origin: Canvas.Point, scale: Double, inks: FlowchartInks) {
        let paper = PaperScale(origin: origin, scale: scale)
        for connection in connections { draw(connection, on: canvas, paper, inks) }
        for node in nodes { draw(node, on: canvas, paper, inks) }
        for label in labels {
            canvas.roundedBox(
                paper.box(label.frame), radius: 11 * scale, fill: .white, border: .init(inks.line, width: scale))
            for line in label.lines { draw(line, on: canvas, paper, inks) }
        }
    }

    private func draw(_ node: Node, on canvas: Canvas, _ paper: PaperScale, _ inks: FlowchartInks) {
        let step = graph.steps[node.step]
        let isDashed = !step.conditions.isEmpty || step.isUncounted
        let isApplicants = step.actor == .applicant
        canvas.roundedBox(
            paper.box(node.frame), radius: (node.isEnd ? 16 : 6) * paper.scale, fill: isApplicants ? inks.pale : .white,
            border: .init(
                node.isOnMainPath ? inks.accent : inks.line, width: 1.4 * paper.scale,
                dash: isDashed ? 4 * paper.scale : nil))
        for line in node.lines { draw(line, on: canvas, paper, inks) }
    }

    private func draw(_ line: TextLine, on canvas: Canvas, _ paper: PaperScale, _ inks: FlowchartInks) {
        let isTitle = line.style == .title
        canvas.draw(
            line.text, size: (isTitle ? FlowMetrics.titleSize : FlowMetrics.detailSize) * paper.scale,
            weight: isTitle ? .bold : .regular, colour: line.style == .detail ? inks.quiet : inks.ink,
            x: paper.x(line.x), baseline: paper.y(line.baseline), alignment: .centre)
    }

    private func draw(_ connection: Connection, on canvas: Canvas, _ paper: PaperScale, _ inks: FlowchartInks) {
        let points = connection.points.map { Canvas.Point(x: paper.x($0.x), y: paper.y($0.y)) }
        guard let tip = points.last, let before = points.dropLast().last else { return }
        let length = 7 * paper.scale, half = 3.5 * paper.scale
        let (dx, dy) = (tip.x - before.x, tip.y - before.y)
        let distance = max((dx * dx + dy * dy).squareRoot(), 1e-9)
        let (ux, uy) = (dx / distance, dy / distance)
        // The line ends inside the arrow's head, so that its blunt end does not show at the point.
        let neck = Canvas.Point(x: tip.x - ux * length * 0.7, y: tip.y - uy * length * 0.7)
        canvas.line(
            Array(points.dropLast()) + [neck], radius: 6 * paper.scale, pen: .init(inks.quiet, width: 1.3 * paper.scale)
        )
        let foot = Canvas.Point(x: tip.x - ux * length, y: tip.y - uy * length)
        canvas.polygon(
            [
                tip, Canvas.Point(x: foot.x - uy * half, y: foot.y + ux * half),
                Canvas.Point(x: foot.x + uy * half, y: foot.y - ux * half),
            ], fill: inks.quiet)
    }
}

/// From a chart's units to millimetres on paper.
struct PaperScale {
    let origin: Canvas.Point
    let scale: Double

    func x(_ value: Double) -> Double { origin.x + value * scale }
    func y(_ value: Double) -> Double { origin.y + value * scale }

    func box(_ frame: FlowchartLayout.Rectangle) -> Box {
        Box(x: x(frame.x), y: y(frame.y), width: frame.width * scale, height: frame.height * scale)
    }
}
