package import Drawing
internal import Guides

/// Some stages of a roadmap's chart, one below the other: the chart is split between stages where a page is too low.
package struct RoadmapColumn: PaperChart {
    let chart: RoadmapChart
    /// What the column shows, from the chart's top.
    let range: Range<Double>

    package var paperSize: (width: Double, height: Double) {
        (RoadmapMetrics.width, range.upperBound - range.lowerBound)
    }

    package var legend: String {
        FlowchartWords.legend([
            chart.stations.contains(where: \.isCritical) ? FlowchartWords.criticalItem : nil,
            chart.stations.contains { !$0.entry.conditions.isEmpty } ? FlowchartWords.dependingItem : nil,
            chart.groups.isEmpty ? nil : FlowchartWords.groupedItems,
        ])
    }

    package func draw(on canvas: Canvas, at origin: Canvas.Point, scale: Double, inks: FlowchartInks) {
        let top = Canvas.Point(x: origin.x, y: origin.y - range.lowerBound * scale)
        chart.draw(only: range, on: canvas, PaperScale(origin: top, scale: scale), inks)
    }
}

extension RoadmapChart {
    /// The chart in at most so many columns, the highest of them as low as can be.
    package func columns(_ count: Int) -> [RoadmapColumn] {
        let starts = heads.map { $0.y - RoadmapMetrics.numberRadius }
        guard !starts.isEmpty, count > 1 else { return [RoadmapColumn(chart: self, range: 0..<height)] }
        // A stage ends where the gap before the next begins.
        let ends = starts.dropFirst().map { $0 - RoadmapMetrics.stageGap + RoadmapMetrics.gap } + [height]
        let best = Columns.lowest(in: count, of: starts.count) { ends[$0.upperBound - 1] - starts[$0.lowerBound] }
        return best.map { RoadmapColumn(chart: self, range: starts[$0.lowerBound] - 2..<ends[$0.upperBound - 1] + 2) }
    }

    fileprivate func draw(only range: Range<Double>, on canvas: Canvas, _ paper: PaperScale, _ inks: FlowchartInks) {
        let scale = paper.scale
        let heads = heads.filter { range.contains($0.y) }, stations = stations.filter { range.contains($0.frame.y) }
        if let first = heads.first, let last = heads.last {
            let x = paper.x(RoadmapMetrics.rail)
            // To the column's last point: beyond it there is nothing to come to.
            let end = max(last.y, stations.last(where: \.isCritical)?.frame.midY ?? last.y)
            canvas.line(
                [.init(x: x, y: paper.y(first.y)), .init(x: x, y: paper.y(end))],
                pen: .init(inks.accent, width: 2 * scale))
        }
        for group in groups where range.contains(group.frame.y) {
            canvas.roundedBox(
                paper.box(group.frame), radius: 8 * scale, fill: inks.pale,
                border: .init(inks.line, width: scale, dash: 4 * scale))
            for text in group.texts { draw(text, on: canvas, paper, inks) }
        }
        for station in stations {
            canvas.roundedBox(
                paper.box(station.frame), radius: 8 * scale, fill: .white,
                border: .init(
                    station.isCritical ? inks.accent : inks.line, width: (station.isCritical ? 1.6 : 1) * scale,
                    dash: station.entry.conditions.isEmpty ? nil : 4 * scale))
            for text in station.texts { draw(text, on: canvas, paper, inks) }
            if station.isCritical {
                canvas.circle(
                    at: .init(x: paper.x(RoadmapMetrics.rail), y: paper.y(station.frame.midY)), radius: 4.5 * scale,
                    fill: .white, border: .init(inks.accent, width: 2 * scale))
            }
        }
        for head in heads {
            canvas.circle(
                at: .init(x: paper.x(RoadmapMetrics.rail), y: paper.y(head.y)),
                radius: RoadmapMetrics.numberRadius * scale, fill: inks.accent)
            for text in head.texts { draw(text, on: canvas, paper, inks) }
        }
    }

    private func draw(_ text: Text, on canvas: Canvas, _ paper: PaperScale, _ inks: FlowchartInks) {
        let (size, weight, colour): (Double, FontWeight, Drawing.Colour) =
            switch text.style {
            case .stage: (RoadmapMetrics.stageSize, .bold, inks.ink)
            case .item: (RoadmapMetrics.itemSize, .regular, inks.ink)
            case .detail: (RoadmapMetrics.detailSize, .regular, inks.quiet)
            case .accent: (RoadmapMetrics.detailSize, .bold, inks.accent)
            case .aside: (RoadmapMetrics.detailSize, .regular, inks.quiet)
            case .number: (RoadmapMetrics.itemSize, .bold, .white)
            }
        // On paper nothing can be tapped.
        let words = text.text.hasSuffix(" ›") ? String(text.text.dropLast(2)) : text.text
        canvas.draw(
            words, size: size * paper.scale, weight: weight, colour: colour, x: paper.x(text.x),
            baseline: paper.y(text.baseline),
            alignment: text.anchor == "middle" ? .centre : text.anchor == "end" ? .right : .left)
    }
}
