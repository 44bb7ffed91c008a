internal import Drawing
internal import Guides

/// The words in a flowchart's boxes, measured and wrapped.
struct FlowchartTexts {
    /// The lines of a box and how high they are together.
    struct Box {
        struct Line {
            let text: String
            let style: FlowchartLayout.TextLine.Style
            let width: Double
        }

        let content: [Line]
        let width: Double
        let height: Double
        /// Room kept free at the top, for a label that stands on the box's edge.
        let topSpace: Double

        /// The lines at their places, the whole centred in the frame.
        func lines(in frame: FlowchartLayout.Rectangle) -> [FlowchartLayout.TextLine] {
            let textHeight = Double(content.count) * FlowMetrics.lineHeight
            let top = frame.y + topSpace + (frame.height - topSpace - textHeight) / 2
            return content.enumerated().map { index, line in
                let size = line.style == .title ? FlowMetrics.titleSize : FlowMetrics.detailSize
                // Noto Sans CJK: a Han character's middle lies 0.38 em above the baseline.
                let baseline = top + (Double(index) + 0.5) * FlowMetrics.lineHeight + 0.38 * size
                return .init(text: line.text, style: line.style, x: frame.midX, baseline: baseline, width: line.width)
            }
        }
    }

    private let graph: FlowGraph
    private let measurer: TextMeasurer

    init(_ graph: FlowGraph, _ measurer: TextMeasurer) {
        self.graph = graph
        self.measurer = measurer
    }

    /// The words of a step in a box of that width.
    func box(
        of index: Int, width: Double, padding: Double, topSpace: Double = 0
    ) throws(DrawingError) -> Box {
        let step = graph.steps[index]
        let available = width - 2 * padding
        var lines = try wrapped(step.name, .title, available)
        lines += try wrapped(FlowchartTexts.detail(of: step), .detail, available)
        for aside in FlowchartTexts.asides(of: step) { lines += try wrapped(aside, .aside, available) }
        let height = topSpace + Double(lines.count) * FlowMetrics.lineHeight + 2 * FlowMetrics.paddingY
        return Box(content: lines, width: width, height: height, topSpace: topSpace)
    }

    /// A branch's condition as a label, at most so wide.
    func pill(_ condition: String, width: Double) throws(DrawingError) -> Box {
        let lines = try wrapped(condition, .detail, width - 2 * FlowMetrics.pillPaddingX)
        let widest = lines.map(\.width).max() ?? 0
        let height = FlowMetrics.pillHeight + Double(lines.count - 1) * FlowMetrics.lineHeight
        return Box(content: lines, width: widest + 2 * FlowMetrics.pillPaddingX, height: height, topSpace: 0)
    }

    private func wrapped(
        _ text: String, _ style: FlowchartLayout.TextLine.Style, _ available: Double
    ) throws(DrawingError) -> [Box.Line] {
        try measurer.checkGlyphs(of: text, named: FlowchartWords.flowchart)
        let size = style == .title ? FlowMetrics.titleSize : FlowMetrics.detailSize
        let weight = style == .title ? FontWeight.bold : .regular
        return measurer.lines(of: text, width: available, size: size, weight: weight, shape: .even).map { line in
            // The dot between person and time is not needed where a line ends.
            let shown = line.hasSuffix(" ·") ? String(line.dropLast(2)) : line
            return Box.Line(text: shown, style: style, width: measurer.width(of: shown, size: size, weight: weight))
        }
    }

    /// Everything that is written into and beside a step's box.
    static func labels(of step: FlowStep) -> [String] {
        [step.name, detail(of: step)] + asides(of: step) + step.branches.map(\.condition)
    }

    /// Who acts, and how long it takes.
    private static func detail(of step: FlowStep) -> String {
        // A time is kept whole; U+200B marks the place where a break is welcome.
        let time = step.isUncounted ? nil : step.limit.map { unbroken($0.description) }
        return [step.person, time].compactMap(\.self).joined(separator: " ·\u{200B} ")
    }

    /// What sets the step apart: uncounted time, and the situation on which it depends.
    private static func asides(of step: FlowStep) -> [String] {
        var asides: [String] = []
        if step.isUncounted {
            let time = step.limit.map { unbroken($0.description) + FlowchartWords.comma + "\u{200B}" } ?? ""
            asides.append(time + FlowchartWords.uncounted)
        }
        if !step.conditions.isEmpty { asides.append(FlowchartWords.onlyIf(step.conditions)) }
        return asides
    }

    /// No-break spaces keep `0.5 个工作日` on one line.
    private static func unbroken(_ text: String) -> String {
        String(text.map { $0 == " " ? "\u{A0}" : $0 })
    }
}
