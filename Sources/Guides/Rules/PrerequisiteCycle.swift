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
        let edges = Dictionary(
            roadmap.entries.map { ($0.item, $0.prerequisites.map(\.item)) }, uniquingKeysWith: +)
        var findings: [Diagnostic] = []
        var reported: Set<String> = []
        for place in roadmap.places {
            let entry = roadmap.stages[place.stage].items[place.item]
            let wanted = entry.prerequisites[place.prerequisite].item
            guard !reported.contains(entry.item), let way = path(from: wanted, to: entry.item, edges) else {
                continue
            }
            reported.formUnion(way)
            let circle = ([entry.item] + way).joined(separator: "”要先办“")
            findings.append(finding("前置绕成了圈：“\(circle)”，请删去其中一条", at: place.location(in: file)))
        }
        return findings
    }

    /// The way from `start` to `goal` along prerequisites, both included; nil where there is none.
    private static func path(from start: String, to goal: String, _ edges: [String: [String]]) -> [String]? {
        var ways = [[start]]
        var seen: Set<String> = [start]
        while let way = ways.popLast() {
            guard let last = way.last else { continue }
            if last == goal { return way }
            for next in edges[last] ?? [] where seen.insert(next).inserted || next == goal { ways.append(way + [next]) }
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
