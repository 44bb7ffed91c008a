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
        if let older { table = older.table } else { table = try DrawingTable() }
        var faults: [GuidebookSources.Source: DrawingError] = [:]
        if let changes, let older {
            faults = older.faults.filter { $0.key.kind == .item && !changes.contains($0.key) }
            for change in changes where change.kind == .item {
                if let item = guidebook.items[change.stem] { faults[change] = table.fault(of: item) }
            }
        } else {
            for item in guidebook.items.values {
                if let fault = table.fault(of: item) { faults[.init(kind: .item, stem: item.stem)] = fault }
            }
        }
        for roadmap in guidebook.roadmaps.values {
            do throws(DrawingError) {
                _ = try table.chart(of: roadmap, guidebook, inputs.digest(ofRoadmap: roadmap))
            } catch {
                faults[.init(kind: .roadmap, stem: roadmap.stem)] = error
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
        var glyphs = GlyphCheck()
        var items: [UInt64: Markup] = [:]
        var roadmaps: [UInt64: RoadmapChart] = [:]
    }

    /// Drawings kept of each kind.
    private static let capacity = 512

    private let state: Mutex<State>

    init() throws(DrawingError) { state = Mutex(State(measurer: try TextMeasurer())) }

    /// The character that an item's chart lacks, if any.
    func fault(of item: Item) -> DrawingError? {
        state.withLock { state -> DrawingError? in
            do throws(DrawingError) {
                try state.glyphs.check(item.steps, measuring: state.measurer)
                return nil
            } catch {
                return error
            }
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
