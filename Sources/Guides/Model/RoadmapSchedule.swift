/// What a roadmap's order of items amounts to: when each can begin, which are on the longest path, what is needed.
///
/// Computed, never written: promised working days are added along the prerequisites. Items that only some projects
/// meet are left out of the path; what depends on them then depends on their own prerequisites.
package struct RoadmapSchedule: Sendable {
    /// A material of the whole project, once, with the items that ask for it.
    package struct SharedMaterial: Sendable {
        package let material: Material
        /// Stems, in the roadmap's order.
        package let items: [String]
    }

    /// Working days along the longest path.
    package let workingDays: Double
    /// Stems on the longest path, in order.
    package let criticalPath: [String]
    /// Items on the longest path whose promised time is not counted in working days.
    package let uncountable: [String]
    /// The longest path's share of each stage, in working days.
    package let stageDays: [Double]
    /// Every material once, in the order in which it is first asked for.
    package let materials: [SharedMaterial]

    package init(_ roadmap: Roadmap, in guidebook: Guidebook) {
        let entries = roadmap.entries
        let byItem = Dictionary(entries.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })

        func days(_ stem: String) -> Double {
            guard byItem[stem]?.conditions.isEmpty == true else { return 0 }
            return switch guidebook.items[stem]?.promised.limit {
            case .span(let number, .workingDay)?: number
            default: 0
            }
        }

        // Checked guidebooks have no cycles; one that was not checked must still come to an end.
        var finish: [String: (days: Double, before: String?)] = [:]
        func finishing(_ stem: String, _ depth: Int) -> Double {
            if let known = finish[stem] { return known.days }
            guard let entry = byItem[stem], depth <= entries.count else { return 0 }
            var longest: (days: Double, before: String?) = (0, nil)
            for prerequisite in entry.prerequisites {
                let end = finishing(prerequisite.item, depth + 1)
                if longest.before == nil || end > longest.days { longest = (end, prerequisite.item) }
            }
            finish[stem] = (longest.days + days(stem), longest.before)
            return longest.days + days(stem)
        }

        // The last of the equally late ones, so that the path reaches the roadmap's end.
        var last: String?
        for entry in entries where entry.conditions.isEmpty {
            if finishing(entry.item, 0) >= last.map({ finishing($0, 0) }) ?? 0 { last = entry.item }
        }
        workingDays = last.map { finishing($0, 0) } ?? 0
        var path: [String] = []
        var seen: Set<String> = []
        while let stem = last, seen.insert(stem).inserted {
            if byItem[stem]?.conditions.isEmpty == true { path.insert(stem, at: 0) }
            last = finish[stem]?.before
        }
        criticalPath = path
        uncountable = path.filter { stem in
            if case .span(_, let unit)? = guidebook.items[stem]?.promised.limit { unit != .workingDay } else { false }
        }
        stageDays = roadmap.stages.map { stage in
            stage.items.filter { path.contains($0.item) }.reduce(0) { $0 + days($1.item) }
        }
        materials = RoadmapSchedule.materials(entries.map(\.item), in: guidebook)
    }

    private static func materials(_ stems: [String], in guidebook: Guidebook) -> [SharedMaterial] {
        var order: [String] = []
        var found: [String: (material: Material, items: [String])] = [:]
        for stem in stems {
            for material in guidebook.items[stem]?.materials ?? [] {
                if found[material.name] == nil { order.append(material.name) }
                var entry = found[material.name] ?? (material, [])
                if !entry.items.contains(stem) { entry.items.append(stem) }
                found[material.name] = entry
            }
        }
        return order.compactMap { name in found[name].map { SharedMaterial(material: $0.material, items: $0.items) } }
    }
}
