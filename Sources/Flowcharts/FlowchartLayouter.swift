package import Drawing
internal import Guides

extension FlowchartLayout {
    /// Lays a flow out.
    ///
    /// - Throws: `DrawingError.missingGlyph` where the typeface lacks a character of a label.
    package init(_ graph: FlowGraph, measuring measurer: TextMeasurer) throws(DrawingError) {
        var layouter = FlowchartLayouter(graph, measurer)
        try layouter.layOut()
        self.init(
            graph: graph, size: (FlowMetrics.width, layouter.height), nodes: layouter.nodes, labels: layouter.labels,
            connections: layouter.connections)
    }
}

/// Works from top to bottom, row by row; lines between rows that are no neighbours come last.
private struct FlowchartLayouter {
    typealias Layout = FlowchartLayout

    private let graph: FlowGraph
    private let outline: FlowOutline
    private let texts: FlowchartTexts
    private(set) var nodes: [Layout.Node] = []
    private(set) var labels: [Layout.Label] = []
    private(set) var connections: [Layout.Connection] = []
    private(set) var height = 0.0

    private let mainWidth: Double
    private let sideX: Double
    private var frames: [Int: Layout.Rectangle] = [:]
    /// Lines that run in the lanes at the right: where they leave, and their edge.
    private var detours: [(edge: FlowGraph.Edge, start: Layout.Point)] = []
    /// Steps that a line from the lanes comes in to.
    private let entered: Set<Int>
    private let lanes: Int

    init(_ graph: FlowGraph, _ measurer: TextMeasurer) {
        self.graph = graph
        outline = FlowOutline(graph)
        texts = FlowchartTexts(graph, measurer)
        let plan = DetourPlan(outline, graph)
        entered = plan.entered
        lanes = plan.laneCount
        let laneWidth = Double(plan.laneCount) * FlowMetrics.laneWidth
        let hasSides = outline.blocks.joined().contains { !$0.sides.isEmpty }
        sideX = FlowMetrics.width - laneWidth - FlowMetrics.sideWidth
        mainWidth = hasSides ? sideX - FlowMetrics.columnGap : FlowMetrics.width - laneWidth
    }

    mutating func layOut() throws(DrawingError) {
        var y = 1.0
        for (index, rows) in outline.blocks.enumerated() {
            if index > 0 { y += FlowMetrics.blockGap - FlowMetrics.rowGap }
            for (place, row) in rows.enumerated() {
                if place > 0 { connectDown(from: rows[place - 1].step, to: row.step, top: y) }
                y = try layOut(row, top: y)
            }
            // The way out of a block's last row, where it does not end there.
            if let last = rows.last?.step, let next = graph.successor(of: last), let frame = frames[last] {
                let edge = FlowGraph.Edge(from: last, to: next, condition: nil)
                detours.append((edge, Layout.Point(x: frame.maxX, y: frame.maxY - FlowMetrics.entryDrop)))
            }
        }
        height = (nodes.map(\.frame.maxY).max() ?? 0) + 1
        routeDetours()
    }

    /// Lays out one row; returns where the next begins.
    private mutating func layOut(_ row: FlowOutline.Row, top: Double) throws(DrawingError) -> Double {
        let content = try texts.box(of: row.step, width: mainWidth, padding: FlowMetrics.paddingX)
        let hasEntry = entered.contains(row.step)
        var sideTop = top
        if hasEntry && !row.sides.isEmpty { sideTop += FlowMetrics.entryClearance }
        var sides: [(side: FlowOutline.Side, pill: FlowchartTexts.Box, box: FlowchartTexts.Box?)] = []
        var sideHeight = 0.0
        var lastBranch = top
        for side in row.sides {
            let pill = try texts.pill(side.edge.condition ?? "", width: FlowMetrics.sideWidth)
            var box: FlowchartTexts.Box?
            if case .step(let step, _) = side {
                box = try texts.box(
                    of: step, width: FlowMetrics.sideWidth, padding: FlowMetrics.sidePaddingX, topSpace: pill.height / 2
                )
            }
            if !sides.isEmpty { sideHeight += FlowMetrics.sideGap }
            lastBranch = sideTop + sideHeight + pill.height / 2
            sideHeight += pill.height / 2 + (box?.height ?? pill.height / 2)
            sides.append((side, pill, box))
        }
        // As low as the last branch that leaves it, no lower.
        let mainHeight = max(content.height, lastBranch - top + FlowMetrics.entryDrop)
        let frame = Layout.Rectangle(x: 1, y: top, width: mainWidth - 1, height: mainHeight)
        add(step: row.step, frame: frame, content: content)
        var y = sideTop
        for (side, pill, box) in sides {
            let pillFrame = Layout.Rectangle(
                x: sideX + (box == nil ? 0 : FlowMetrics.pillPaddingX), y: y, width: pill.width, height: pill.height)
            labels.append(Layout.Label(edge: side.edge, frame: pillFrame, lines: pill.lines(in: pillFrame)))
            let from = Layout.Point(x: frame.maxX, y: pillFrame.midY)
            switch side {
            case .step(let step, let edge):
                guard let box else { break }
                let boxFrame = Layout.Rectangle(
                    x: sideX, y: pillFrame.midY, width: FlowMetrics.sideWidth - 1, height: box.height)
                add(step: step, frame: boxFrame, content: box)
                connections.append(.init(edge: edge, points: [from, .init(x: pillFrame.x, y: pillFrame.midY)]))
                connectOnwards(from: step, of: row.step, rowFrame: frame)
                y = boxFrame.maxY
            case .label(let edge):
                // The arrow's shaft runs through the label to the lane; the label covers it.
                connections.append(.init(edge: edge, points: [from]))
                detours.append((edge, .init(x: pillFrame.maxX, y: pillFrame.midY)))
                y = pillFrame.maxY
            }
            y += FlowMetrics.sideGap
        }
        let sideBottom = row.sides.isEmpty ? top : sideTop + sideHeight
        return max(frame.maxY + FlowMetrics.rowGap, sideBottom + FlowMetrics.sideRowGap)
    }

    private mutating func add(step: Int, frame: Layout.Rectangle, content: FlowchartTexts.Box) {
        frames[step] = frame
        nodes.append(
            Layout.Node(
                step: step, frame: frame, lines: content.lines(in: frame),
                isOnMainPath: graph.mainPath.contains(step), isEnd: graph.ends.contains(step)))
    }

    /// The way on from a step that stands beside a row.
    private mutating func connectOnwards(from step: Int, of row: Int, rowFrame: Layout.Rectangle) {
        guard let next = graph.successor(of: step), let frame = frames[step] else { return }
        let edge = FlowGraph.Edge(from: step, to: next, condition: nil)
        let y = min(frame.maxY, rowFrame.maxY) - FlowMetrics.entryDrop / 2
        if next == row {
            connections.append(.init(edge: edge, points: [.init(x: frame.x, y: y), .init(x: rowFrame.maxX, y: y)]))
        } else {
            detours.append((edge, .init(x: frame.maxX, y: frame.midY)))
        }
    }

    private mutating func connectDown(from: Int, to: Int, top: Double) {
        guard let frame = frames[from] else { return }
        let edge = FlowGraph.Edge(from: from, to: to, condition: nil)
        connections.append(
            .init(edge: edge, points: [.init(x: frame.midX, y: frame.maxY), .init(x: frame.midX, y: top)]))
    }

    /// Draws the lines that run upright at the right, each in a lane of its own unless they lead to the same step.
    private mutating func routeDetours() {
        let targets = DetourPlan.targets(detours.map(\.edge))
        for (edge, start) in detours {
            guard let frame = frames[edge.to], let lane = targets.firstIndex(of: edge.to) else { continue }
            let x = FlowMetrics.width - 2 - Double(targets.count - 1 - lane) * FlowMetrics.laneWidth
            let entry = frame.y + FlowMetrics.entryDrop
            let way = [start, .init(x: x, y: start.y), .init(x: x, y: entry), Layout.Point(x: frame.maxX, y: entry)]
            if let stub = connections.firstIndex(where: { $0.edge == edge && $0.points.count == 1 }) {
                connections[stub] = .init(edge: edge, points: connections[stub].points + way.dropFirst())
            } else {
                connections.append(.init(edge: edge, points: way))
            }
        }
    }
}

/// Which lines will have to run in the lanes at the right, known before anything has a place.
private struct DetourPlan {
    let entered: Set<Int>
    let laneCount: Int

    init(_ outline: FlowOutline, _ graph: FlowGraph) {
        var edges: [FlowGraph.Edge] = []
        for rows in outline.blocks {
            for row in rows {
                for side in row.sides {
                    switch side {
                    case .label(let edge): edges.append(edge)
                    case .step(let step, _):
                        if let next = graph.successor(of: step), next != row.step {
                            edges.append(.init(from: step, to: next, condition: nil))
                        }
                    }
                }
            }
            if let last = rows.last?.step, let next = graph.successor(of: last) {
                edges.append(.init(from: last, to: next, condition: nil))
            }
        }
        entered = Set(edges.map(\.to))
        laneCount = DetourPlan.targets(edges).count
    }

    /// The steps that lines lead to, in the order of their lanes from the left.
    static func targets(_ edges: [FlowGraph.Edge]) -> [Int] {
        var targets: [Int] = []
        for edge in edges where !targets.contains(edge.to) { targets.append(edge.to) }
        return targets
    }
}
