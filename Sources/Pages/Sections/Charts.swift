internal import Drawing
internal import Flowcharts
internal import Guides
internal import Markup
internal import Synchronization

/// The drawn charts of all guides.
///
/// Every character is checked when the guides come in; drawn is what a page asks for. A chart that cannot be drawn is
/// missing on its page, which then says the same in words, and costs nothing else.
struct Charts: Sendable {
    private let guidebook: Guidebook
    private let inputs: PageInputs
    private let table: DrawingTable
    private let glyphs: ChartGlyphs
    /// Why some charts cannot be drawn, by the file of the guide.
    let faults: [GuidebookSources.Source: DrawingError]

    /// - Parameters:
    ///   - older: Charts of an earlier guidebook; what did not change is not drawn again.
    ///   - changes: What changed since; nil where that is not known.
    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw any chart with.
    init(
        _ guidebook: Guidebook, _ inputs: PageInputs, replacing older: Charts?, changes: [GuidebookSources.Source]?
    ) throws(DrawingError) {
        self.guidebook = guidebook
        self.inputs = inputs
        let glyphs: ChartGlyphs
        if let older {
            (table, glyphs) = (older.table, older.glyphs)
        } else {
            (table, glyphs) = (try DrawingTable(), try ChartGlyphs())
        }
        self.glyphs = glyphs
        var faults: [GuidebookSources.Source: DrawingError] = [:]
        var items = Array(guidebook.items.values)
        if let changes, let older {
            let changed = Set(changes)
            faults = older.faults.filter { $0.key.kind == .item && !changed.contains($0.key) }
            items = changed.compactMap { $0.kind == .item ? guidebook.items[$0.stem] : nil }
        }
        for (item, fault) in zip(items, ParallelMap.map(items) { glyphs.faults(of: $0).first }) {
            if let fault { faults[.init(kind: .item, stem: item.stem)] = fault }
        }
        for roadmap in guidebook.roadmaps.values {
            if let fault = glyphs.faults(of: roadmap).first {
                faults[.init(kind: .roadmap, stem: roadmap.stem)] = fault
            }
        }
        self.faults = faults
    }

    /// Nil where it cannot be drawn, see `faults`.
    func chart(of item: Item) -> Markup? {
        try? table.chart(of: item, inputs.revision(of: item))
    }

    /// Nil where it cannot be drawn, see `faults`.
    func chart(of roadmap: Roadmap) -> RoadmapChart? {
        try? table.chart(of: roadmap, guidebook, inputs.digest(ofRoadmap: roadmap))
    }
}

/// Where charts are drawn, by one thread at a time: fonts are not for several.
///
/// Keeps some of the newest drawings.
private final class DrawingTable: Sendable {
    private struct State {
        let measurer: TextMeasurer
        var items: [UInt64: Markup] = [:]
        var roadmaps: [UInt64: RoadmapChart] = [:]
    }

    /// Drawings kept of each kind.
    private static let capacity = 512

    private let state: Mutex<State>

    init() throws(DrawingError) { state = Mutex(State(measurer: try TextMeasurer())) }

    func chart(of item: Item, _ key: UInt64) throws(DrawingError) -> Markup {
        try state.withLock { state throws(DrawingError) in
            if let known = state.items[key] { return known }
            let chart = try FlowchartLayout(FlowGraph(item.steps), measuring: state.measurer).svg(
                title: GuideWords.flowTitle(item.name))
            if state.items.count >= DrawingTable.capacity { state.items.removeAll() }
            state.items[key] = chart
            return chart
        }
    }

    func chart(of roadmap: Roadmap, _ guidebook: Guidebook, _ key: UInt64) throws(DrawingError) -> RoadmapChart {
        try state.withLock { state throws(DrawingError) in
            if let known = state.roadmaps[key] { return known }
            let schedule = RoadmapSchedule(roadmap, in: guidebook)
            let chart = try RoadmapChart(roadmap, schedule: schedule, in: guidebook, measuring: state.measurer) {
                $0.code?.path ?? "/"
            }
            if state.roadmaps.count >= DrawingTable.capacity { state.roadmaps.removeAll() }
            state.roadmaps[key] = chart
            return chart
        }
    }
}
