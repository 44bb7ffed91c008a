extension Roadmap {
    /// The roadmap without some of its items.
    ///
    /// What had to wait for one of them now waits for what that had to wait for: an order that was long enough yesterday
    /// must not become a shorter promise because an item fell away.
    ///
    /// - Parameter gone: Stems of items.
    func without(_ gone: Set<String>) -> Roadmap {
        let prerequisites = Dictionary(
            entries.map { ($0.item, $0.prerequisites) }, uniquingKeysWith: { first, _ in first })
        func rest(_ own: [Prerequisite], _ seen: Set<String>) -> [Prerequisite] {
            own.flatMap { prerequisite in
                guard gone.contains(prerequisite.item) else { return [prerequisite] }
                guard !seen.contains(prerequisite.item) else { return [] }
                let behind = rest(prerequisites[prerequisite.item] ?? [], seen.union([prerequisite.item]))
                // Why that came before the one that is gone is no reason here.
                return behind.map { Prerequisite(item: $0.item, basis: nil, note: nil) }
            }
        }
        return Roadmap(
            self,
            stages: stages.map { stage in
                Stage(
                    name: stage.name, lead: stage.lead, note: stage.note,
                    items: stage.items.filter { !gone.contains($0.item) }.map { entry in
                        var seen: Set<String> = []
                        return Entry(
                            item: entry.item,
                            prerequisites: rest(entry.prerequisites, []).filter { seen.insert($0.item).inserted },
                            conditions: entry.conditions, parallel: entry.parallel, note: entry.note)
                    })
            })
    }
}
