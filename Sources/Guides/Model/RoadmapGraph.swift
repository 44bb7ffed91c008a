/// A roadmap's items with what must come before what, as numbers: made once, then walked as often as need be.
struct RoadmapGraph {
    /// Each item once, in the roadmap's order.
    let stems: [String]
    /// By stem, its number.
    let numbers: [String: Int]
    /// Promised working days; 0 where the promise counts otherwise.
    let days: [Double]
    /// Whether every project meets the item.
    let isAlways: [Bool]
    /// What must come before each, in the order written, without what the roadmap has not and what closes a circle.
    let prerequisites: [[Int]]
    /// Every item behind all that must come before it.
    let order: [Int]

    /// - Parameter limit: An item's promised time, by its stem.
    init(_ roadmap: Roadmap, limit: (String) -> TimeLimit?) {
        let entries = roadmap.entries
        let byItem = Dictionary(entries.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        var numbers: [String: Int] = [:]
        var stems: [String] = []
        for entry in entries where numbers[entry.item] == nil {
            numbers[entry.item] = stems.count
            stems.append(entry.item)
        }
        self.stems = stems
        self.numbers = numbers
        days = stems.map { stem in
            if case .span(let number, .workingDay)? = limit(stem) { number } else { 0 }
        }
        let always = Set(entries.filter(\.conditions.isEmpty).map(\.item))
        isAlways = stems.map(always.contains)
        let written = stems.map { stem in byItem[stem]?.prerequisites.compactMap { numbers[$0.item] } ?? [] }
        (prerequisites, order) = RoadmapGraph.withoutCircles(written)
    }

    /// What comes before each node, without what closes a circle, and all nodes in an order that keeps to it.
    ///
    /// Checked roadmaps have no circles; the walk of one that was not checked must still come to an end. No recursion: a
    /// chain may be as long as a file.
    static func withoutCircles(_ written: [[Int]]) -> (before: [[Int]], order: [Int]) {
        enum State { case unseen, open, done }
        var states = [State](repeating: .unseen, count: written.count)
        var before = [[Int]](repeating: [], count: written.count)
        var order: [Int] = []
        for root in written.indices where states[root] == .unseen {
            var way = [(node: root, next: 0)]
            states[root] = .open
            while let (node, next) = way.last {
                guard next < written[node].count else {
                    states[node] = .done
                    order.append(node)
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let wanted = written[node][next]
                guard states[wanted] != .open else { continue }
                before[node].append(wanted)
                if states[wanted] == .unseen {
                    states[wanted] = .open
                    way.append((wanted, 0))
                }
            }
        }
        return (before, order)
    }

    /// For every project: which items it meets beside those that all meet.
    func met(_ picks: [Int]) -> [Bool] {
        var met = isAlways
        for pick in picks { met[pick] = true }
        return met
    }

    /// Everything that must come before an item, directly or not.
    func ancestors(of item: Int) -> Set<Int> { RoadmapGraph.reached(from: item, prerequisites) }

    /// What waits for each, the other way round.
    var successors: [[Int]] {
        var successors = [[Int]](repeating: [], count: prerequisites.count)
        for (node, before) in prerequisites.enumerated() {
            for other in before { successors[other].append(node) }
        }
        return successors
    }

    /// All nodes that edges lead to from one.
    static func reached(from start: Int, _ edges: [[Int]]) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = edges[start]
        while let node = waiting.popLast() {
            if found.insert(node).inserted { waiting += edges[node] }
        }
        return found
    }
}
