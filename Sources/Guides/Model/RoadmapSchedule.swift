/// What a roadmap's order of items amounts to: when each can begin, which are on the longest path, what is needed.
///
/// Computed, never written: promised working days are added along the prerequisites. Items that only some projects
/// meet are left out of the path; what depends on them then depends on their own prerequisites. Of alternatives of
/// which every project meets one, the one that makes the whole shortest is taken.
package struct RoadmapSchedule: Sendable {
    /// A material of the whole project, once, with the items that ask for it.
    package struct SharedMaterial: Sendable {
        package let material: Material
        /// Stems, in the roadmap's order.
        package let items: [String]
        /// The roadmap's conditions of which one must hold for it to be asked for; empty where every project meets
        /// an item that may ask for it.
        package let conditions: [String]
        /// Whether every project has to bring it: it hangs on no question, neither of the roadmap nor of an item.
        package let isAlways: Bool
    }

    /// Working days along the longest path.
    package let workingDays: Double
    /// Stems on the longest path, in order.
    package let criticalPath: [String]
    /// Items on the longest path whose promised time is not counted in working days.
    package let uncountable: [String]
    /// The longest path's share of each stage, in working days.
    package let stageDays: [Double]
    /// How many items every project meets; of alternatives one.
    package let requiredItems: Int
    /// Every material once, in the order in which it is first asked for.
    package let materials: [SharedMaterial]

    package init(_ roadmap: Roadmap, in guidebook: Guidebook) {
        let groups = roadmap.alternatives.filter(\.isExhaustive).map(\.items)
        let graph = RoadmapGraph(roadmap) { guidebook.items[$0]?.promised.limit }
        let path = ShortestChoice(graph, roadmap).path
        workingDays = path.workingDays
        let stems = path.items.map { graph.stems[$0] }
        criticalPath = stems
        uncountable = stems.filter { stem in
            if case .span(_, let unit)? = guidebook.items[stem]?.promised.limit { unit != .workingDay } else { false }
        }
        let onPath = Set(path.items)
        stageDays = roadmap.stages.map { stage in
            stage.items.compactMap { graph.numbers[$0.item] }.filter(onPath.contains).reduce(0) { $0 + graph.days[$1] }
        }
        requiredItems = graph.isAlways.count(where: \.self) + groups.count
        materials = RoadmapSchedule.materials(roadmap.entries, groups, in: guidebook)
    }

    private static func materials(
        _ entries: [Roadmap.Entry], _ groups: [[String]], in guidebook: Guidebook
    ) -> [SharedMaterial] {
        var order: [String] = []
        var found: [String: (material: Material, items: [String], unasked: Set<String>)] = [:]
        for stem in entries.map(\.item) {
            for material in guidebook.items[stem]?.materials ?? [] {
                if found[material.name] == nil { order.append(material.name) }
                var entry = found[material.name] ?? (material, [], [])
                if !entry.items.contains(stem) { entry.items.append(stem) }
                if material.conditions.isEmpty && (material.need == .required || material.need == .later) {
                    entry.unasked.insert(stem)
                }
                found[material.name] = entry
            }
        }
        let always = Set(entries.filter(\.conditions.isEmpty).map(\.item))
        /// Whether every project meets one of the items.
        func isMetByAll(_ items: Set<String>) -> Bool {
            !items.isDisjoint(with: always) || groups.contains { items.isSuperset(of: $0) }
        }
        return order.compactMap { name in
            found[name].map { entry in
                var seen: Set<String> = []
                let conditions =
                    isMetByAll(Set(entry.items))
                    ? []
                    : entries.filter { entry.items.contains($0.item) }.flatMap(\.conditions).filter {
                        seen.insert($0).inserted
                    }
                return SharedMaterial(
                    material: entry.material, items: entry.items, conditions: conditions,
                    isAlways: isMetByAll(entry.unasked))
            }
        }
    }
}
