/// The longest path through a roadmap for a project that meets certain of its items.
struct LongestPath {
    let workingDays: Double
    /// The numbers of those of the items that are met, in order.
    let items: [Int]

    /// An item that is not met takes no time and passes on what it waits for.
    init(_ graph: RoadmapGraph, met: [Bool]) {
        var ends = [Double](repeating: 0, count: graph.stems.count)
        var before = [Int?](repeating: nil, count: graph.stems.count)
        for node in graph.order {
            var latest = 0.0
            for wanted in graph.prerequisites[node] {
                // Where two end at the same time, one that is met leads on.
                let isFirstMet = met[wanted] && !(before[node].map { met[$0] } ?? false)
                if before[node] == nil || ends[wanted] > latest || ends[wanted] == latest && isFirstMet {
                    (latest, before[node]) = (ends[wanted], wanted)
                }
            }
            ends[node] = latest + (met[node] ? graph.days[node] : 0)
        }
        // The last of the equally late ones, so that the path reaches the roadmap's end.
        var last: Int?
        for node in graph.stems.indices where met[node] {
            if ends[node] >= last.map({ ends[$0] }) ?? 0 { last = node }
        }
        workingDays = last.map { ends[$0] } ?? 0
        var path: [Int] = []
        while let node = last {
            if met[node] { path.append(node) }
            last = before[node]
        }
        items = path.reversed()
    }
}
