internal import Drawing
internal import Flowcharts
internal import Guides
internal import Markup
internal import Synchronization

/// The drawn charts of all guides.
///
/// Every character is checked when the guides come in; drawn is what a page asks for.
struct Charts: Sendable {
    private let guidebook: Guidebook
    private let inputs: PageInputs
    private let table: DrawingTable

    /// - Parameters:
    ///   - older: Charts of an earlier guidebook; what did not change is not drawn again.
    ///   - changes: What changed since; nil where that is not known.
    /// - Throws: `DrawingError.missingGlyph` where a chart has a character that the typeface lacks.
    init(
        _ guidebook: Guidebook, _ inputs: PageInputs, replacing older: Charts?, changes: [GuidebookSources.Source]?
    ) throws(DrawingError) {
        self.guidebook = guidebook
        self.inputs = inputs
        if let older { table = older.table } else { table = try DrawingTable() }
        if let changes, older != nil {
            for change in changes where change.kind == .item {
                if let item = guidebook.items[change.stem] { try table.check(item) }
            }
        } else {
            for item in guidebook.items.values { try table.check(item) }
        }
        for roadmap in guidebook.roadmaps.values {
            _ = try table.chart(of: roadmap, guidebook, inputs.digest(ofRoadmap: roadmap))
        }
    }

    func chart(of item: Item) -> Markup? {
        // Its characters were checked, so that nothing is thrown here.
        try? table.chart(of: item, inputs.revision(of: item))
    }

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
        var glyphs = GlyphCheck()
        var items: [UInt64: Markup] = [:]
        var roadmaps: [UInt64: RoadmapChart] = [:]
    }

    /// Drawings kept of each kind.
    private static let capacity = 512

    private let state: Mutex<State>

    init() throws(DrawingError) { state = Mutex(State(measurer: try TextMeasurer())) }

    func check(_ item: Item) throws(DrawingError) {
        try state.withLock { state throws(DrawingError) in try state.glyphs.check(item.steps, measuring: state.measurer)
        }
    }

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
