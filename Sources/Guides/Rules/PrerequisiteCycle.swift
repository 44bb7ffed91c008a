package import Diagnostics

/// Items wait for one another in a circle, so none of them could ever begin.
package enum PrerequisiteCycle: FileRule {
    package static let name = "prerequisite-cycle"
    package static let severity = Severity.error
    package static let manual = """
        几个事项互相等待，谁也不能先办。删去其中一条前置。

        错误：
            - 事项: 甲
              前置: [{事项: 乙}]
            - 事项: 乙
              前置: [{事项: 甲}]
        正确：
            - 事项: 甲
            - 事项: 乙
              前置: [{事项: 甲}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard case .guide(.roadmap(let roadmap)) = file.model else { return [] }
        let edges = knots(
            Dictionary(roadmap.entries.map { ($0.item, $0.prerequisites.map(\.item)) }, uniquingKeysWith: +))
        guard !edges.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        var reported: Set<String> = []
        for place in roadmap.places {
            let entry = roadmap.stages[place.stage].items[place.item]
            let wanted = entry.prerequisites[place.prerequisite].item
            guard edges[entry.item] != nil, edges[wanted] != nil, !reported.contains(entry.item),
                let way = path(from: wanted, to: entry.item, edges)
            else { continue }
            reported.formUnion(way)
            let circle = ([entry.item] + way).joined(separator: "”要先办“")
            findings.append(finding("前置绕成了圈：“\(circle)”，请删去其中一条", at: place.location(in: file)))
        }
        return findings
    }

    /// What is left when items that wait for nothing are taken away, again and again, and then those that nothing waits
    /// for: the circles and what lies between them.
    ///
    /// In most roadmaps that is nothing, and ways need not be looked for.
    private static func knots(_ edges: [String: [String]]) -> [String: [String]] {
        let waiting = withoutEnds(edges)
        guard !waiting.isEmpty else { return [:] }
        var followers: [String: [String]] = [:]
        for (item, wanted) in waiting { for other in wanted { followers[other, default: []].append(item) } }
        let both = withoutEnds(followers)
        return waiting.filter { both[$0.key] != nil }.mapValues { $0.filter { both[$0] != nil } }
    }

    private static func withoutEnds(_ edges: [String: [String]]) -> [String: [String]] {
        var open = edges.mapValues(\.count)
        var followers: [String: [String]] = [:]
        for (item, wanted) in edges {
            for other in wanted {
                followers[other, default: []].append(item)
                open[other, default: 0] += 0
            }
        }
        var ends = open.filter { $0.value == 0 }.map(\.key)
        while let end = ends.popLast() {
            for follower in followers[end] ?? [] {
                open[follower, default: 0] -= 1
                if open[follower] == 0 { ends.append(follower) }
            }
        }
        let left = open.filter { $0.value > 0 }
        return edges.filter { left[$0.key] != nil }.mapValues { $0.filter { left[$0] != nil } }
    }

    /// The way from `start` to `goal` along prerequisites, both included; nil where there is none.
    private static func path(from start: String, to goal: String, _ edges: [String: [String]]) -> [String]? {
        var open = [start]
        var before: [String: String] = [:]
        while let last = open.popLast() {
            if last == goal {
                var way = [last]
                while let first = way.last, first != start, let step = before[first] { way.append(step) }
                return way.reversed()
            }
            for next in edges[last] ?? [] where next != start && before[next] == nil {
                before[next] = last
                open.append(next)
            }
        }
        return nil
    }
}

/// Where a prerequisite stands in its roadmap, as indices.
struct PrerequisitePlace {
    let stage: Int
    let item: Int
    let prerequisite: Int

    func location(in file: GuideFile) -> SourceLocation {
        file.place("阶段", .record(stage), "事项", .record(item), "前置", .record(prerequisite), "事项")
    }
}

extension Roadmap {
    /// The places of all prerequisites, in file order.
    var places: [PrerequisitePlace] {
        stages.enumerated().flatMap { stage, content in
            content.items.enumerated().flatMap { item, entry in
                entry.prerequisites.indices.map { PrerequisitePlace(stage: stage, item: item, prerequisite: $0) }
            }
        }
    }
}
