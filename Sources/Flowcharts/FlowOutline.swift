/// How a flow is cut for a column: blocks of rows one below the other, each row a step with what branches off beside it.
struct FlowOutline {
    /// What stands beside a row because of one branch.
    enum Side: Hashable {
        /// A step that only this branch needs: drawn beside its row.
        case step(Int, FlowGraph.Edge)
        /// The branch leads to a step that stands elsewhere: only its label is drawn, and a line runs there.
        case label(FlowGraph.Edge)

        var edge: FlowGraph.Edge {
            switch self {
            case .step(_, let edge), .label(let edge): edge
            }
        }
    }

    struct Row: Hashable {
        let step: Int
        var sides: [Side] = []
    }

    /// The first is the main path; further ones are ways that branch off and run on for several steps.
    private(set) var blocks: [[Row]] = []
    private let graph: FlowGraph
    private var placed: Set<Int> = []

    init(_ graph: FlowGraph) {
        self.graph = graph
        var starts = graph.mainPath.first.map { [$0] } ?? []
        while !starts.isEmpty {
            let start = starts.removeFirst()
            guard !placed.contains(start) else { continue }
            starts += place(blockFrom: start)
        }
    }

    /// Places the way from a step on; returns the steps at which further blocks begin.
    private mutating func place(blockFrom start: Int) -> [Int] {
        var path: [Int] = []
        var next: Int? = start
        while let step = next, placed.insert(step).inserted {
            path.append(step)
            next = graph.successor(of: step)
        }
        var further: [Int] = []
        var rows: [Row] = []
        for step in path {
            var row = Row(step: step)
            for edge in graph.branches(of: step) {
                if placed.contains(edge.to) {
                    row.sides.append(.label(edge))
                } else if isSideStep(edge.to) {
                    placed.insert(edge.to)
                    row.sides.append(.step(edge.to, edge))
                } else {
                    further.append(edge.to)
                    row.sides.append(.label(edge))
                }
            }
            rows.append(row)
        }
        blocks.append(rows)
        return further
    }

    /// Whether a step has nothing behind it but an end or a step that is placed already.
    private func isSideStep(_ step: Int) -> Bool {
        guard graph.branches(of: step).isEmpty else { return false }
        return graph.successor(of: step).map { placed.contains($0) } ?? true
    }
}
