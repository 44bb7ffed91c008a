package import Drawing
package import Guides

/// A roadmap as stations of one line: stages numbered down the column, the items of each below it, those on the
/// longest path marked on the line, those that can be done at the same time in one dashed frame.
///
/// Units are CSS pixels.
package struct RoadmapChart: Sendable {
    typealias Rectangle = FlowchartLayout.Rectangle

    struct Text: Sendable {
        enum Style: String, Sendable {
            case stage = "rs", item = "ri", detail = "rd", accent = "ra", aside = "ru", number = "rn"
        }

        let text: String
        let style: Style
        let x: Double
        let baseline: Double
        /// `start`, `middle` or `end`, as SVG says it.
        let anchor: String
    }

    struct Station: Sendable {
        let entry: Roadmap.Entry
        let name: String
        /// The address of the item's page.
        let link: String
        let frame: Rectangle
        let texts: [Text]
        let isCritical: Bool
    }

    struct StageHead: Sendable {
        let number: Int
        let y: Double
        let texts: [Text]
    }

    /// Items in one dashed frame: those that can be done at the same time, or of which a project meets one.
    struct Group: Sendable {
        let frame: Rectangle
        let texts: [Text]
    }

    /// Neighbours of a stage that stand in one frame.
    struct Run {
        var label: String?
        var isAlternative = false
        var entries: [Roadmap.Entry]
    }

    private(set) var height = 0.0
    private(set) var heads: [StageHead] = []
    private(set) var stations: [Station] = []
    private(set) var groups: [Group] = []

    /// Lays a roadmap out.
    ///
    /// - Parameter link: The address of an item's page.
    /// - Throws: `DrawingError.missingGlyph` where the typeface lacks a character.
    package init(
        _ roadmap: Roadmap, schedule: RoadmapSchedule, in guidebook: Guidebook, measuring measurer: TextMeasurer,
        link: (Item) -> String
    ) throws(DrawingError) {
        let setter = RoadmapTypesetter(measurer)
        let alternatives = roadmap.alternatives.map(\.items)
        var y = 2.0
        for (index, stage) in roadmap.stages.enumerated() {
            let head = try setter.head(of: stage, number: index + 1, days: schedule.stageDays[index], top: y)
            heads.append(head.head)
            y = head.bottom + 12
            for run in RoadmapChart.runs(of: stage, alternatives: alternatives) {
                let isGroup = run.label != nil
                let groupTop = y
                var texts: [Text] = []
                if let words = run.label {
                    texts = try setter.groupLabel(words, top: y)
                    y += RoadmapMetrics.groupHead + Double(texts.count - 1) * RoadmapMetrics.lineHeight
                }
                for (place, entry) in run.entries.enumerated() {
                    guard let item = guidebook.items[entry.item] else { continue }
                    if run.isAlternative, place > 0 {
                        texts.append(setter.alternative(top: y - RoadmapMetrics.gap))
                        y += RoadmapMetrics.alternativeGap - RoadmapMetrics.gap
                    }
                    let station = try setter.station(
                        entry, item, guidebook.state(of: item), link: link(item),
                        isCritical: schedule.criticalPath.contains(entry.item), top: y, in: run)
                    stations.append(station)
                    y = station.frame.maxY + RoadmapMetrics.gap
                }
                if isGroup {
                    y += RoadmapMetrics.groupInset - RoadmapMetrics.gap
                    let frame = Rectangle(
                        x: RoadmapMetrics.left, y: groupTop, width: RoadmapMetrics.width - RoadmapMetrics.left - 1,
                        height: y - groupTop)
                    groups.append(Group(frame: frame, texts: texts))
                    y += RoadmapMetrics.gap
                }
            }
            y += RoadmapMetrics.stageGap - RoadmapMetrics.gap
        }
        height = y - RoadmapMetrics.stageGap + 2
    }

    /// A stage's entries, neighbours that are alternatives or of one parallel group together.
    static func runs(of stage: Roadmap.Stage, alternatives: [[String]]) -> [Run] {
        var runs: [Run] = []
        for entry in stage.items {
            let isAlternative = alternatives.contains { $0.contains(entry.item) }
            let label = isAlternative ? FlowchartWords.oneOf : entry.parallel
            if let last = runs.indices.last, let before = runs[last].entries.last, label != nil,
                runs[last].label == label,
                !isAlternative || alternatives.contains(where: { $0.contains(entry.item) && $0.contains(before.item) })
            {
                runs[last].entries.append(entry)
            } else {
                runs.append(Run(label: label, isAlternative: isAlternative, entries: [entry]))
            }
        }
        // One item alone is no group.
        return runs.map { $0.entries.count > 1 ? $0 : Run(entries: $0.entries) }
    }

    /// What each stage takes of the column; one ends where the next begins.
    var stageRanges: [Range<Double>] {
        let starts = heads.map { $0.y - RoadmapMetrics.numberRadius - 2 }
        return zip(starts, starts.dropFirst() + [height]).map { $0..<max($0, $1) }
    }
}

/// The measures of a roadmap's chart, in CSS pixels.
enum RoadmapMetrics {
    /// A phone of 360 px with 16 px at each side.
    static let width = 328.0
    /// The middle of the line with the stations.
    static let rail = 15.0
    static let left = 40.0
    static let stageSize = 17.0
    static let itemSize = 15.0
    static let detailSize = 13.0
    static let lineHeight = 20.0
    static let paddingX = 12.0
    /// Touch targets are at least 44 px high (WCAG 2.2, 2.5.8 wants 24, our own rule 44).
    static let stationHeight = 48.0
    static let gap = 8.0
    static let groupInset = 8.0
    static let groupHead = 30.0
    /// Between alternatives, with a word in it.
    static let alternativeGap = 26.0
    static let stageGap = 30.0
    static let numberRadius = 14.0
}

/// Wraps and places the words of a roadmap's chart.
private struct RoadmapTypesetter {
    private let measurer: TextMeasurer

    init(_ measurer: TextMeasurer) {
        self.measurer = measurer
    }

    func head(
        of stage: Roadmap.Stage, number: Int, days: Double, top: Double
    ) throws(DrawingError) -> (head: RoadmapChart.StageHead, bottom: Double) {
        let middle = top + RoadmapMetrics.numberRadius
        var texts = [
            RoadmapChart.Text(
                text: String(number), style: .number, x: RoadmapMetrics.rail, baseline: middle + 5.3, anchor: "middle")
        ]
        var nameWidth = RoadmapMetrics.width - RoadmapMetrics.left
        if days > 0 {
            let time = TimeLimit.span(days, .workingDay).description
            texts.append(
                .init(text: time, style: .accent, x: RoadmapMetrics.width - 1, baseline: middle + 5, anchor: "end"))
            nameWidth -= measurer.width(of: time, size: RoadmapMetrics.detailSize) + 12
        }
        var baseline = middle + 6
        for line in try lines(stage.name, RoadmapMetrics.stageSize, .bold, nameWidth) {
            texts.append(.init(text: line, style: .stage, x: RoadmapMetrics.left, baseline: baseline, anchor: "start"))
            baseline += 23
        }
        for line in try lines(
            FlowchartWords.lead(stage.lead), RoadmapMetrics.detailSize, .regular,
            RoadmapMetrics.width - RoadmapMetrics.left)
        {
            texts.append(.init(text: line, style: .detail, x: RoadmapMetrics.left, baseline: baseline, anchor: "start"))
            baseline += RoadmapMetrics.lineHeight
        }
        return (
            RoadmapChart.StageHead(number: number, y: middle, texts: texts), baseline - RoadmapMetrics.lineHeight + 5
        )
    }

    func groupLabel(_ words: String, top: Double) throws(DrawingError) -> [RoadmapChart.Text] {
        let x = RoadmapMetrics.left + RoadmapMetrics.paddingX
        let width = RoadmapMetrics.width - x - RoadmapMetrics.paddingX
        return try lines(words, RoadmapMetrics.detailSize, .regular, width).enumerated().map { index, line in
            .init(
                text: line, style: .detail, x: x, baseline: top + 20 + Double(index) * RoadmapMetrics.lineHeight,
                anchor: "start")
        }
    }

    /// The word between two alternatives, in the gap that begins at `top`.
    func alternative(top: Double) -> RoadmapChart.Text {
        let middle = (RoadmapMetrics.left + RoadmapMetrics.width - 1) / 2
        return .init(
            text: FlowchartWords.or, style: .aside, x: middle,
            baseline: top + RoadmapMetrics.alternativeGap / 2 + 0.38 * RoadmapMetrics.detailSize, anchor: "middle")
    }

    func station(
        _ entry: Roadmap.Entry, _ item: Item, _ state: ItemState, link: String, isCritical: Bool, top: Double,
        in run: RoadmapChart.Run
    ) throws(DrawingError) -> RoadmapChart.Station {
        let inset = run.label != nil ? RoadmapMetrics.groupInset : 0
        let left = RoadmapMetrics.left + inset
        let right = RoadmapMetrics.width - 1 - inset
        let time = self.time(of: item, state)
        let timeWidth = measurer.width(of: time + " ›", size: RoadmapMetrics.detailSize)
        let available = right - left - 2 * RoadmapMetrics.paddingX
        let name = try lines(item.stem, RoadmapMetrics.itemSize, .regular, available - timeWidth - 10)
        let aside =
            run.isAlternative ? FlowchartWords.suits(entry.conditions) : FlowchartWords.depends(entry.conditions)
        var asides = entry.conditions.isEmpty ? [] : try lines(aside, RoadmapMetrics.detailSize, .regular, available)
        if let day = self.day(of: state) { asides += try lines(day, RoadmapMetrics.detailSize, .regular, available) }
        let content = Double(name.count + asides.count) * RoadmapMetrics.lineHeight
        let height = max(RoadmapMetrics.stationHeight, content + 2 * 9)
        let frame = FlowchartLayout.Rectangle(x: left, y: top, width: right - left, height: height)
        // A Han character's middle lies 0.38 em above the baseline.
        func baseline(_ line: Int, _ size: Double) -> Double {
            top + (height - content) / 2 + (Double(line) + 0.5) * RoadmapMetrics.lineHeight + 0.38 * size
        }
        var texts = name.enumerated().map { index, line in
            RoadmapChart.Text(
                text: line, style: .item, x: left + RoadmapMetrics.paddingX,
                baseline: baseline(index, RoadmapMetrics.itemSize), anchor: "start")
        }
        texts += asides.enumerated().map { index, line in
            .init(
                text: line, style: .aside, x: left + RoadmapMetrics.paddingX,
                baseline: baseline(name.count + index, RoadmapMetrics.detailSize), anchor: "start")
        }
        texts.append(
            .init(
                text: time + " ›", style: state == .inUse ? .detail : .aside, x: right - RoadmapMetrics.paddingX,
                baseline: baseline(0, RoadmapMetrics.detailSize), anchor: "end"))
        return RoadmapChart.Station(
            entry: entry, name: item.stem, link: link, frame: frame, texts: texts, isCritical: isCritical)
    }

    /// What is promised, or that nothing is.
    private func time(of item: Item, _ state: ItemState) -> String {
        switch state {
        case .inUse:
            switch item.promised.limit {
            case .immediate: FlowchartWords.immediate
            case .none: FlowchartWords.noPromise
            case .span: item.promised.limit.description
            }
        case .paused, .cancelled: FlowchartWords.paused
        case .notYet: FlowchartWords.notYet
        }
    }

    /// Until when, or from when on, where that is known.
    private func day(of state: ItemState) -> String? {
        switch state {
        case .paused(let pause): pause.until.map { FlowchartWords.pausedUntil($0) }
        case .notYet(let date): FlowchartWords.startsOn(date)
        case .inUse, .cancelled: nil
        }
    }

    private func lines(
        _ text: String, _ size: Double, _ weight: FontWeight, _ width: Double
    ) throws(DrawingError) -> [String] {
        try measurer.checkGlyphs(of: text, named: FlowchartWords.flowchart)
        return measurer.lines(of: text, width: width, size: size, weight: weight)
    }
}
