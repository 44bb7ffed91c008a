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
        let always = Set(roadmap.entries.filter(\.conditions.isEmpty).map(\.item))
        // Few questions have few options: every way to answer them is tried.
        let choices = groups.reduce([always]) { sets, items in sets.flatMap { set in items.map { set.union([$0]) } } }
        let paths = choices.map { LongestPath(roadmap, met: $0, in: guidebook) }
        // Of two that take as long, the one with more stations tells more.
        let path = paths.min { ($0.workingDays, -$0.stems.count) < ($1.workingDays, -$1.stems.count) }
        workingDays = path?.workingDays ?? 0
        let stems = path?.stems ?? []
        criticalPath = stems
        uncountable = stems.filter { stem in
            if case .span(_, let unit)? = guidebook.items[stem]?.promised.limit { unit != .workingDay } else { false }
        }
        stageDays = roadmap.stages.map { stage in
            stage.items.filter { stems.contains($0.item) }.reduce(0) {
                $0 + LongestPath.days(of: $1.item, in: guidebook)
            }
        }
        requiredItems = always.count + groups.count
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

/// The longest path through a roadmap for a project that meets certain of its items.
private struct LongestPath {
    let workingDays: Double
    /// Those of the items that are met, in order.
    let stems: [String]

    /// An item's promised working days; nothing where it is promised otherwise.
    static func days(of stem: String, in guidebook: Guidebook) -> Double {
        if case .span(let number, .workingDay)? = guidebook.items[stem]?.promised.limit { number } else { 0 }
    }

    init(_ roadmap: Roadmap, met: Set<String>, in guidebook: Guidebook) {
        let entries = roadmap.entries
        let byItem = Dictionary(entries.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        // Checked guidebooks have no cycles; one that was not checked must still come to an end.
        var finish: [String: (days: Double, before: String?)] = [:]
        func finishing(_ stem: String, _ depth: Int) -> Double {
            if let known = finish[stem] { return known.days }
            guard let entry = byItem[stem], depth <= entries.count else { return 0 }
            var longest: (days: Double, before: String?) = (0, nil)
            for prerequisite in entry.prerequisites {
                let end = finishing(prerequisite.item, depth + 1)
                // Where two end at the same time, one that is met leads on.
                let isFirstMet = met.contains(prerequisite.item) && !(longest.before.map { met.contains($0) } ?? false)
                if longest.before == nil || end > longest.days || end == longest.days && isFirstMet {
                    longest = (end, prerequisite.item)
                }
            }
            let end = longest.days + (met.contains(stem) ? LongestPath.days(of: stem, in: guidebook) : 0)
            finish[stem] = (end, longest.before)
            return end
        }

        // The last of the equally late ones, so that the path reaches the roadmap's end.
        var last: String?
        for entry in entries where met.contains(entry.item) {
            if finishing(entry.item, 0) >= last.map({ finishing($0, 0) }) ?? 0 { last = entry.item }
        }
        workingDays = last.map { finishing($0, 0) } ?? 0
        var path: [String] = []
        var seen: Set<String> = []
        while let stem = last, seen.insert(stem).inserted {
            if met.contains(stem) { path.insert(stem, at: 0) }
            last = finish[stem]?.before
        }
        stems = path
    }
}
