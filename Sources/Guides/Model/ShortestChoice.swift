/// Of alternatives of which every project meets one, those that make the whole roadmap shortest.
///
/// All combinations are four to the power of ten for ten questions, so they are not tried one by one: branch and bound.
/// A choice for some of the questions is given up as soon as what it must take at least, whatever the answers to the
/// others, is no shorter than what is known already. The bound is the longest path on which every open question takes
/// the days of its shortest answer, at a place that lies on the way of all its answers. Where the answers to a question
/// stand in the same place, as 备案 and 核准 do, the bound is exact and the first look finds the answer.
///
/// In general the problem is as hard as dividing work among machines (NP-hard), so that the looks are counted.
struct ShortestChoice {
    /// How many choices for some of the questions are looked at before the search gives up.
    static let limit = 3000
    /// The steps from one item to another that all looks may take together; fewer looks at a very large roadmap.
    private static let stepLimit = 20_000_000
    /// So many combinations at most need no count of looks: each is looked at once or not at all, and what is looked at
    /// before is no more than those.
    static let fewCombinations = 64

    /// The number of one item for each group.
    private(set) var picks: [Int] = []
    /// Whether nothing shorter can be: false where the limit came first, and `picks` is the best found until then.
    private(set) var isProven = true
    /// How many choices were looked at.
    private(set) var looks = 0

    private let graph: RoadmapGraph
    private let groups: [[Int]]
    /// The items, and behind them a place for each group.
    private let before: [[Int]]
    private let order: [Int]

    /// - Parameter groups: The numbers of the items of each question's answers.
    init(_ graph: RoadmapGraph, groups: [[Int]]) {
        self.graph = graph
        self.groups = groups
        (before, order) = ShortestChoice.withPlaces(for: groups, in: graph)
        search()
        preferMoreStations()
    }

    /// The choice among a roadmap's own alternatives.
    init(_ graph: RoadmapGraph, _ roadmap: Roadmap) {
        let groups = roadmap.alternatives.filter(\.isExhaustive)
        self.init(graph, groups: groups.map { $0.items.compactMap { graph.numbers[$0] } })
    }

    /// The longest path for the choice.
    var path: LongestPath { LongestPath(graph, met: graph.met(picks)) }

    // MARK: The bound

    /// The graph with a place for each group, behind everything that comes before all its items and before everything
    /// that comes behind all of them.
    private static func withPlaces(
        for groups: [[Int]], in graph: RoadmapGraph
    ) -> (before: [[Int]], order: [Int]) {
        var before = graph.prerequisites
        let successors = graph.successors
        func common(_ items: [Int], _ edges: [[Int]]) -> Set<Int> {
            let sets = items.map { RoadmapGraph.reached(from: $0, edges) }
            return sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
        }
        let behind = groups.map { common($0, successors) }
        for (index, group) in groups.enumerated() {
            // A group of which every item comes before every item of this one.
            let groupsBefore = groups.indices.filter { behind[$0].isSuperset(of: group) }.map { graph.stems.count + $0 }
            before.append(common(group, graph.prerequisites).sorted() + groupsBefore)
            for item in behind[index].sorted() { before[item].append(graph.stems.count + index) }
        }
        return RoadmapGraph.withoutCircles(before)
    }

    /// What a choice for some of the groups amounts to.
    private struct Look {
        /// Days until a node can begin, and from its end to the whole's.
        var head: [Double]
        var tail: [Double]
        var longest: Double
    }

    /// - Parameter choice: For each group the place of its item in the group; nil where it is open.
    private func look(_ choice: [Int?]) -> Look {
        let count = graph.stems.count
        var days = [Double](repeating: 0, count: before.count)
        for node in 0..<count where graph.isAlways[node] { days[node] = graph.days[node] }
        for (index, group) in groups.enumerated() {
            if let place = choice[index] {
                days[group[place]] = graph.days[group[place]]
            } else {
                days[count + index] = group.map { graph.days[$0] }.min() ?? 0
            }
        }
        var look = Look(head: days.map { _ in 0 }, tail: days.map { _ in 0 }, longest: 0)
        for node in order {
            for other in before[node] { look.head[node] = max(look.head[node], look.head[other] + days[other]) }
            look.longest = max(look.longest, look.head[node] + days[node])
        }
        for node in order.reversed() {
            for other in before[node] { look.tail[other] = max(look.tail[other], days[node] + look.tail[node]) }
        }
        return look
    }

    // MARK: The search

    private mutating func search() {
        let steps = max(1, before.reduce(before.count) { $0 + $1.count })
        let mostLooks = max(2 * ShortestChoice.fewCombinations, ShortestChoice.stepLimit / steps)
        var best = Double.infinity
        var waiting: [[Int?]] = [groups.map { _ in nil }]
        while let choice = waiting.popLast() {
            guard looks < min(ShortestChoice.limit, mostLooks) else {
                isProven = false
                return
            }
            looks += 1
            let look = look(choice)
            guard isShorter(look.longest, than: best) else { continue }
            let open = groups.indices.filter { choice[$0] == nil }.map { (group: $0, costs: costs(of: $0, look)) }
            // Whoever takes the cheapest answers at once is often done.
            var whole = choice
            for (group, costs) in open { whole[group] = costs.first?.place }
            let length = open.isEmpty ? look.longest : self.look(whole).longest
            if isShorter(length, than: best) || picks.isEmpty && !groups.isEmpty {
                best = length
                picks = zip(groups, whole).map { $0[$1 ?? 0] }
            }
            guard isShorter(look.longest, than: best) else { continue }
            // The question whose cheapest answer costs most decides most.
            let left = open.map { ($0.group, $0.costs.filter { isShorter($0.days, than: best) }) }
            guard !left.contains(where: { $0.1.isEmpty }),
                let (group, costs) = left.max(by: { ($0.1[0].days, $1.1.count) < ($1.1[0].days, $0.1.count) })
            else { continue }
            for cost in costs.reversed() {
                var next = choice
                next[group] = cost.place
                waiting.append(next)
            }
        }
    }

    /// What the whole takes at least with each answer of a group, the cheapest first.
    private func costs(of group: Int, _ look: Look) -> [(place: Int, days: Double)] {
        groups[group].enumerated().map { place, item in
            (place: place, days: max(look.longest, look.head[item] + graph.days[item] + look.tail[item]))
        }.sorted { ($0.days, $0.place) < ($1.days, $1.place) }
    }

    /// Half days add up exactly; what differs by less is rounding.
    private func isShorter(_ days: Double, than other: Double) -> Bool { days < other - 0.001 }

    /// Of two choices that take as long, the one with more stations tells more; of those the one that was written first.
    private mutating func preferMoreStations() {
        guard !picks.isEmpty else { return }
        for (index, group) in groups.enumerated() {
            let length = path.workingDays
            let equal = group.map { item in
                var other = picks
                other[index] = item
                return (item: item, path: LongestPath(graph, met: graph.met(other)))
            }.filter { $0.path.workingDays <= length }
            let most = equal.map(\.path.items.count).max()
            if let first = equal.first(where: { $0.path.items.count == most }) { picks[index] = first.item }
        }
    }
}
