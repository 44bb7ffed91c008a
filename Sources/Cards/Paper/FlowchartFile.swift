internal import Drawing
internal import Flowcharts
package import Guides

/// Flowcharts on paper: the same layout as on the page, A4 or A3, on several pages where one is too small.
package struct FlowchartFile {
    package enum Paper: String, CaseIterable, Sendable {
        case a4, a3

        /// Upright, in millimetres.
        var size: (width: Double, height: Double) { self == .a4 ? (210, 297) : (297, 420) }
    }

    private static let margin = 15.0
    private static let head = 22.0
    /// The smallest letters that are still read on paper, as millimetres to a CSS pixel: 13 pixels are then 8 points.
    private static let leastScale = 8 * millimetresPerPoint / 13

    private let guidebook: Guidebook

    package init(_ guidebook: Guidebook) {
        self.guidebook = guidebook
    }

    /// A file for each page; PDF holds all pages in one.
    ///
    /// - Returns: Nil for a guide without a flowchart.
    /// - Throws: `CardError`.
    package func pages(of stem: String, as format: PaperFormat, paper: Paper, dotsPerInch: Int) throws(CardError)
        -> [[UInt8]]?
    {
        guard let guide = guidebook.guide(named: stem) else { return nil }
        do throws(DrawingError) {
            guard let sheets = try sheets(of: stem, paper) else { return nil }
            let content = CardContent(guide, stem: stem, in: guidebook)
            let typesetter = try Typesetter(), accent = try Drawing.Colour(hex: content?.accent ?? "#1F4E8C")
            func draw(_ number: Int, on surface: DrawingSurface) throws(DrawingError) {
                let canvas = try Canvas(surface, typesetter: typesetter)
                try drawHead(
                    of: guide, content, accent, legend: sheets[number].first?.legend ?? "", page: number + 1,
                    of: sheets.count, paper, typesetter, on: canvas)
                drawCharts(sheets[number], accent, paper, on: canvas)
            }
            switch format {
            case .pdf:
                let surface = try PDFSurface(title: guide.name, subject: "审批流程图")
                for number in sheets.indices {
                    surface.beginPage(width: paper.size.width, height: paper.size.height)
                    try draw(number, on: surface)
                }
                return [try surface.finish()]
            case .svg:
                return try sheets.indices.map { number throws(DrawingError) in
                    let surface = try SVGSurface(width: paper.size.width, height: paper.size.height)
                    try draw(number, on: surface)
                    return try surface.finish(title: "\(guide.name) 审批流程图")
                }
            case .png:
                let resolution = Resolution(dotsPerInch: dotsPerInch)
                let palette = ShadePalette(ramps: FlowchartInks(accent: accent).ramps)
                return try sheets.indices.map { number throws(DrawingError) in
                    let surface = try ImageSurface(
                        width: resolution.wholePixels(paper.size.width),
                        height: resolution.wholePixels(paper.size.height),
                        resolution: resolution)
                    try draw(number, on: surface)
                    return try PNGEncoder().encode(
                        PackedPicture(surface, in: palette), resolution: resolution,
                        annotations: [
                            .init("Title", guide.name), .init("Source", content?.address ?? ""),
                            .init("Software", "onecard"),
                        ])
                }
            }
        } catch {
            throw CardError(card: stem, problem: .drawing(error))
        }
    }

    /// The charts that stand next to each other on each page.
    private func sheets(of stem: String, _ paper: Paper) throws(DrawingError) -> [[any PaperChart]]? {
        let source = GuidebookFlowcharts(guidebook)
        let room = (width: paper.size.width - 2 * Self.margin, height: paper.size.height - 2 * Self.margin - Self.head)
        // All on one page, in the number of columns in which it becomes largest; else a page for every two columns.
        var ways: [[any PaperChart]] = []
        for count in 1...6 {
            guard let parts = try source.parts(of: stem, columns: count) else { return nil }
            if parts.count == count { ways.append(parts) }
            // An item's chart, or a single stage's, is not split.
            if count > 1, parts.count == 1 { break }
        }
        if let best = ways.max(by: { scale($0, room) < scale($1, room) }),
            ways.count == 1 || scale(best, room) >= Self.leastScale
        {
            return [best]
        }
        for parts in ways {
            let pairs = stride(from: 0, to: parts.count, by: 2).map { Array(parts[$0..<min($0 + 2, parts.count)]) }
            if parts.count > 1, pairs.allSatisfy({ scale($0, room) >= Self.leastScale }) { return pairs }
        }
        return ways.last.map { $0.map { [$0] } }
    }

    private func scale(_ parts: [any PaperChart], _ room: (width: Double, height: Double)) -> Double {
        let column = parts.first?.paperSize.width ?? 1
        let width = Double(parts.count) * column * 1.08 - 0.08 * column
        // A short chart need not fill the page.
        let largest = 0.42 * room.width / (Paper.a4.size.width - 2 * Self.margin)
        return min(room.width / width, room.height / (parts.map(\.paperSize.height).max() ?? 1), largest)
    }

    /// The guide's name as large as it fits on its line, below it where the guide is found, and what the marks mean.
    private func drawHead(
        of guide: Guide, _ content: CardContent?, _ accent: Drawing.Colour, legend: String, page: Int, of pages: Int,
        _ paper: Paper, _ typesetter: Typesetter, on canvas: Canvas
    ) throws(DrawingError) {
        let (width, margin, grey) = (paper.size.width, Self.margin, FlowchartInks(accent: accent).quiet)
        canvas.fill([Box(x: margin, y: margin, width: 1.6, height: 13)], with: accent)
        canvas.draw(
            try typesetter.set(
                guide.name, named: "名称", style: TextStyle(size: 17.5, weight: .bold),
                in: TextFrame(x: margin + 5, width: width - 2 * margin - 5, baseline: margin + 5.6), smallest: 9))
        let foot = [content?[.authority] ?? "", content.map { "\($0[.host])　卡号 \($0[.code])" } ?? ""].joined(
            separator: "　")
        canvas.draw(foot, size: 3.2, weight: .regular, colour: grey, x: margin + 5, baseline: margin + 12.2)
        // Between that and the charts.
        canvas.draw(legend, size: 2.9, weight: .regular, colour: grey, x: margin + 5, baseline: margin + 17.4)
        guard pages > 1 else { return }
        canvas.draw(
            "第\(page)页，共\(pages)页", size: 3.2, weight: .regular, colour: grey, x: width - margin,
            baseline: margin + 12.2, alignment: .right)
    }

    private func drawCharts(_ parts: [any PaperChart], _ accent: Drawing.Colour, _ paper: Paper, on canvas: Canvas) {
        let (width, margin) = (paper.size.width, Self.margin)
        let room = (width: width - 2 * margin, height: paper.size.height - 2 * margin - Self.head)
        let scale = scale(parts, room), column = (parts.first?.paperSize.width ?? 1) * scale
        let left = margin + (room.width - Double(parts.count) * column * 1.08 + 0.08 * column) / 2
        for (number, part) in parts.enumerated() {
            part.draw(
                on: canvas, at: .init(x: left + Double(number) * column * 1.08, y: margin + Self.head), scale: scale,
                inks: FlowchartInks(accent: accent))
        }
    }
}
