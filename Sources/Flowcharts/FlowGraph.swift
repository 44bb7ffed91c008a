package import Guides

/// A flow as nodes and edges: what both the picture and the list are made from, so that they cannot differ.
package struct FlowGraph: Sendable, Hashable {
    package struct Edge: Sendable, Hashable {
        /// Indices of steps.
        package let from: Int
        package let to: Int
        /// The branch's condition; nil on the ordinary way.
        package let condition: String?

        package init(from: Int, to: Int, condition: String?) {
            self.from = from
            self.to = to
            self.condition = condition
        }
    }

    package let steps: [FlowStep]
    /// Ordinary ways first, then branches, each in file order.
    package let edges: [Edge]
    /// The ordinary way from the first step, as indices.
    package let mainPath: [Int]
    /// Steps at which the flow ends.
    package let ends: Set<Int>

    package init(_ steps: [FlowStep]) {
        self.steps = steps
        mainPath = steps.mainPath
        let ordinary = steps.indices.compactMap { index in
            steps.successor(of: index).map { Edge(from: index, to: $0, condition: nil) }
        }
        let branches = steps.enumerated().flatMap { index, step in
            step.branches.compactMap { branch in
                steps.firstIndex { $0.name == branch.target }.map {
                    Edge(from: index, to: $0, condition: branch.condition)
                }
            }
        }
        edges = ordinary + branches
        ends = Set(steps.indices.filter { steps.successor(of: $0) == nil })
    }

    /// The edge of the ordinary way out of a step.
    package func successor(of step: Int) -> Int? {
        edges.first { $0.from == step && $0.condition == nil }?.to
    }

    /// The branches out of a step.
    package func branches(of step: Int) -> [Edge] {
        edges.filter { $0.from == step && $0.condition != nil }
    }
}
