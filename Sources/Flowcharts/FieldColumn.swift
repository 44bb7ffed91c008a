package import Drawing
package import Guides

/// The fields of a site, the roadmaps of each below it with the codes to type: what the poster of the general card shows.
///
/// Units are CSS pixels, as in the chart of a roadmap.
package struct FieldColumn: PaperChart {
    private struct Head: Sendable {
        let number: Int
        let name: String
        let note: [String]
        let top: Double
        var middle: Double { top + RoadmapMetrics.numberRadius }
    }

    private struct Entry: Sendable {
        let name: [String]
        let code: String
        let frame: FlowchartLayout.Rectangle
    }

    private var heads: [Head] = []
    private var entries: [Entry] = []
    private var height = 0.0

    package var paperSize: (width: Double, height: Double) { (RoadmapMetrics.width, height) }
    package let legend = ""

    /// All fields in so many columns.
    package static func columns(
        _ count: Int, of guidebook: Guidebook, measuring measurer: TextMeasurer
    ) throws(DrawingError) -> [FieldColumn] {
        let fields = Array(guidebook.site.fields.enumerated())
        let each = max(1, (fields.count + count - 1) / max(1, count))
        var columns: [FieldColumn] = []
        for start in stride(from: 0, to: fields.count, by: each) {
            columns.append(try FieldColumn(fields[start..<min(start + each, fields.count)], guidebook, measurer))
        }
        return columns
    }

    private init(
        _ fields: ArraySlice<(offset: Int, element: Site.ProjectField)>, _ guidebook: Guidebook,
        _ measurer: TextMeasurer
    ) throws(DrawingError) {
        func lines(_ text: String, _ size: Double, _ weight: FontWeight, _ width: Double) throws(DrawingError)
            -> [String]
        {
            try measurer.checkGlyphs(of: text, named: FlowchartWords.flowchart)
            return measurer.lines(of: text, width: width, size: size, weight: weight)
        }
        let room = RoadmapMetrics.width - RoadmapMetrics.left - 1
        var y = 2.0
        for (number, field) in fields {
            let note = try field.note.map { text throws(DrawingError) in
                try lines(text, RoadmapMetrics.detailSize, .regular, room)
            }
            let head = Head(number: number + 1, name: field.name, note: note ?? [], top: y)
            heads.append(head)
            y = head.middle + 18 + Double(head.note.count) * RoadmapMetrics.lineHeight
            for roadmap in guidebook.roadmaps(ofField: field.name) {
                let code = roadmap.code.map { FlowchartWords.code($0.grouped) } ?? ""
                let codeWidth = measurer.width(of: code, size: RoadmapMetrics.detailSize, weight: .bold)
                let name = try lines(
                    roadmap.name, RoadmapMetrics.itemSize, .regular,
                    room - 2 * RoadmapMetrics.paddingX - codeWidth - 10)
                let height = max(RoadmapMetrics.stationHeight, Double(name.count) * RoadmapMetrics.lineHeight + 18)
                entries.append(
                    Entry(
                        name: name, code: code,
                        frame: .init(x: RoadmapMetrics.left, y: y, width: room, height: height)))
                y += height + RoadmapMetrics.gap
            }
            y += RoadmapMetrics.stageGap - RoadmapMetrics.gap
        }
        height = y - RoadmapMetrics.stageGap + 2
    }

    package func draw(on canvas: Canvas, at origin: Canvas.Point, scale: Double, inks: FlowchartInks) {
        let paper = PaperScale(origin: origin, scale: scale)
        func draw(
            _ text: String, _ size: Double, _ weight: FontWeight, _ colour: Drawing.Colour, x: Double, baseline: Double,
            _ alignment: TextFrame.Alignment = .left
        ) {
            canvas.draw(
                text, size: size * scale, weight: weight, colour: colour, x: paper.x(x), baseline: paper.y(baseline),
                alignment: alignment)
        }
        for head in heads {
            canvas.circle(
                at: .init(x: paper.x(RoadmapMetrics.rail), y: paper.y(head.middle)),
                radius: RoadmapMetrics.numberRadius * scale, fill: inks.accent)
            draw(
                String(head.number), RoadmapMetrics.itemSize, .bold, .white, x: RoadmapMetrics.rail,
                baseline: head.middle + 5.3, .centre)
            draw(
                head.name, RoadmapMetrics.stageSize, .bold, inks.ink, x: RoadmapMetrics.left, baseline: head.middle + 6)
            for (index, line) in head.note.enumerated() {
                draw(
                    line, RoadmapMetrics.detailSize, .regular, inks.quiet, x: RoadmapMetrics.left,
                    baseline: head.middle + 27 + Double(index) * RoadmapMetrics.lineHeight)
            }
        }
        for entry in entries {
            let frame = entry.frame, left = frame.x + RoadmapMetrics.paddingX
            canvas.roundedBox(
                paper.box(frame), radius: 8 * scale, fill: .white, border: .init(inks.accent, width: 1.6 * scale))
            let top = frame.midY - Double(entry.name.count) * RoadmapMetrics.lineHeight / 2
            for (index, line) in entry.name.enumerated() {
                draw(
                    line, RoadmapMetrics.itemSize, .regular, inks.ink, x: left,
                    baseline: top + (Double(index) + 0.5) * RoadmapMetrics.lineHeight + 0.38 * RoadmapMetrics.itemSize)
            }
            draw(
                entry.code, RoadmapMetrics.detailSize, .bold, inks.accent, x: frame.maxX - RoadmapMetrics.paddingX,
                baseline: frame.midY + 0.38 * RoadmapMetrics.detailSize, .right)
        }
    }
}
