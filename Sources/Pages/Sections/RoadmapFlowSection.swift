internal import Flowcharts
internal import Guides
internal import Markup

/// 审批流程图 of a whole project: the stages as stations of a line, and below it the same in words.
struct RoadmapFlowSection {
    let roadmap: Roadmap
    let guidebook: Guidebook
    let charts: Charts
    let reading: Reading

    func markup() -> [Markup] {
        guard let drawn = charts.chart(of: roadmap) else { return [Components.muted(GuideWords.noChart)] + lists }
        let chart = drawn.stages { entry in
            (needs.allows([entry.item]) ? nil : "no", needs.dependence([entry.item]))
        }
        let picture = Markup.tag(
            "div", ["class": "road", "role": "group", "aria-label": RoadmapWords.chartTitle(roadmap.name)], chart)
        let hint = Components.muted(RoadmapWords.chartHint)
        guard reading.isLarge else { return [hint, picture, Components.folded([.text(GuideWords.asText)], lists)] }
        return lists + [Components.folded([.text(GuideWords.asPicture)], [hint, Components.scrolling(picture)])]
    }

    private var needs: RoadmapNeeds { RoadmapNeeds(roadmap, reading) }

    /// The roadmap as lists: stages, items, and what must be done before each.
    private var lists: [Markup] {
        roadmap.stages.enumerated().map { index, stage in
            .fragment([
                .tag("h3", [:], RoadmapWords.stage(index + 1, stage.name)),
                Components.muted(RoadmapWords.lead(stage.lead)),
                stage.note.map { Components.muted($0) } ?? .nothing,
                .tag(
                    "ol", ["class": "st"],
                    stage.items.compactMap { entry in
                        needs.allows([entry.item])
                            ? guidebook.items[entry.item].map { row(entry, $0, needs.dependence([entry.item])) } : nil
                    }),
            ])
        }
    }

    private func row(_ entry: Roadmap.Entry, _ item: Item, _ dependence: [Markup.Attribute]) -> Markup {
        let state = guidebook.state(of: item)
        let time = StateMarks.words(state) ?? RoadmapWords.promised(item.promised.limit)
        var lines = [[item.bodyWords, time, entry.parallel].compactMap(\.self).joined(separator: Words.dot)]
        if !entry.conditions.isEmpty { lines.append(RoadmapWords.onlyFor(entry.conditions)) }
        if let others = alternatives(to: entry.item) { lines.append(RoadmapWords.oneOf(others)) }
        if let note = entry.note { lines.append(note) }
        let before = prerequisites(of: entry).map { Markup.tag("li", [:], $0) }
        return .element(
            "li", [.init("data-item", entry.item)] + dependence,
            [.tag("a", ["class": "i", "href": item.code?.path ?? "/"], item.name)]
                + lines.map { .tag("span", ["class": "m"], $0) }
                + (before.isEmpty ? [] : [.tag("ul", ["class": "j m"], before)]))
    }

    /// The other items of which a project meets one.
    private func alternatives(to item: String) -> [String]? {
        roadmap.alternatives.first { $0.items.contains(item) }?.items.filter { $0 != item }
    }

    /// What must be done before, a sentence each; alternatives are one sentence.
    private func prerequisites(of entry: Roadmap.Entry) -> [String] {
        let conditions = Dictionary(
            roadmap.entries.map { ($0.item, $0.conditions) }, uniquingKeysWith: { first, _ in first })
        var sentences: [String] = []
        var said: Set<String> = []
        for prerequisite in entry.prerequisites where !said.contains(prerequisite.item) {
            let others = alternatives(to: prerequisite.item) ?? []
            let together = [prerequisite] + entry.prerequisites.filter { others.contains($0.item) }
            said.formUnion(together.map(\.item))
            let reasons = together.map { reason($0) }
            let isConditional =
                together.count == 1 && !(conditions[prerequisite.item] ?? []).isEmpty
                && entry.conditions != conditions[prerequisite.item]
            var sentence = RoadmapWords.before(together.map(\.item), isConditional: isConditional)
            if Set(reasons).count == 1 {
                sentence += reasons[0]
            } else {
                sentence += zip(together, reasons).map { $0.item + Words.colon + $1 }.joined()
            }
            sentences.append(sentence)
        }
        return sentences
    }

    /// Why one comes before the other, and the law that says so.
    private func reason(_ prerequisite: Roadmap.Prerequisite) -> String {
        (prerequisite.note ?? "") + (prerequisite.basis.map { Words.brackets(guidebook.shortWords($0)) } ?? "")
    }
}
