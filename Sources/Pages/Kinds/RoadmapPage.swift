internal import Guides
internal import Markup

/// The page of a roadmap, which is what a card opens: three figures, the way of all items, then what each page has.
struct RoadmapPage {
    let roadmap: Roadmap
    let context: SiteContext
    let reading: Reading

    func content() -> PageContent {
        let guidebook = context.guidebook
        let schedule = RoadmapSchedule(roadmap, in: guidebook)
        let main: [Markup] = [
            Components.section(.flow, FlowSection(guidebook: guidebook, charts: context.charts, reading: reading).markup(of: roadmap)),
            Components.section(.guide, guide(schedule)),
            Components.section(.materials, MaterialSection(guidebook: guidebook, reading: reading).markup(of: roadmap, schedule)),
            Components.section(.basis, basis()),
            Components.section(.policies, PolicySection(guidebook: guidebook, today: context.today).markup(fields: [roadmap.field])),
            Components.section(.contact, ContactSection(guidebook: guidebook, printed: context.printed(roadmap.code)).markup(
                .init(stem: roadmap.stem, code: roadmap.code, review: roadmap.review, changes: roadmap.changes))),
        ]
        return PageContent(
            path: roadmap.code?.path ?? "/", query: reading.answerQuery, title: roadmap.name, description: roadmap.summary,
            colour: guidebook.site.field(named: roadmap.field)?.colour,
            trail: [.tag("a", ["href": "/fields/\(WebPath.linked(roadmap.field))"], roadmap.field)],
            lead: [.tag("p", [:], roadmap.summary), figures(schedule)], bar: Section.allCases, main: main,
            structured: StructuredData.roadmap(roadmap, guidebook), picture: context.picture(of: roadmap.stem, roadmap.code),
            code: roadmap.code)
    }

    /// How many items, materials and days.
    private func figures(_ schedule: RoadmapSchedule) -> Markup {
        let always = roadmap.entries.filter(\.conditions.isEmpty).count
        let own = schedule.materials.filter { $0.material.need != .exempt && $0.material.conditions.isEmpty }.count
        var number = RoadmapPage.days(schedule).description
        if let space = number.firstIndex(of: " ") { number = String(number[..<space]) }
        return .tag("div", ["class": "g f"], [
            figure(.flow, [.text(String(always))], RoadmapWords.requiredItems),
            figure(.materials, [.text(String(own))], RoadmapWords.requiredMaterials),
            figure(.flow, [Components.whole(number), .tag("small", [:], RoadmapWords.workingDays)], RoadmapWords.shortest),
        ])
    }

    private func figure(_ section: Section, _ value: [Markup], _ label: String) -> Markup {
        .tag("a", ["href": "#\(section.rawValue)"], [.tag("b", value), .tag("span", ["class": "s"], label)])
    }

    /// The longest path; at least half a day, where all is decided on the spot.
    static func days(_ schedule: RoadmapSchedule) -> TimeLimit { .span(max(schedule.workingDays, 0.5), .workingDay) }

    private func guide(_ schedule: RoadmapSchedule) -> [Markup] {
        let conditional = roadmap.entries.filter { !$0.conditions.isEmpty }
        let content = [Components.facts([
            Components.row(RoadmapWords.projectType, roadmap.projectType),
            Components.row(RoadmapWords.audience, roadmap.audience),
            Components.row(RoadmapWords.shortestTime, RoadmapWords.shortestNote(RoadmapPage.days(schedule))),
            Components.row(RoadmapWords.mainLine, schedule.criticalPath.joined(separator: " → ")),
            Components.row(RoadmapWords.conditionalItems, conditional.isEmpty ? nil : conditional.map(\.item).joined(separator: Words.listMark)),
            Components.row(RoadmapWords.itemGuides, RoadmapWords.itemGuidesHint),
        ])]
        guard !roadmap.situations.isEmpty else { return content }
        return content + [
            Components.situationForm(roadmap.situations, reading, heading: GuideWords.projectSituation, path: roadmap.code?.path ?? "/", anchor: .flow) { situation in
                let items = conditional.filter { !Set($0.conditions).isDisjoint(with: situation.conditions) }.map(\.item)
                let answer = situation.options.isEmpty ? Words.yes : situation.options.joined(separator: Words.listMark)
                return [situation.note, items.isEmpty ? nil : RoadmapWords.alsoItems(answer, items)].compactMap(\.self).joined(separator: " ")
            },
        ]
    }

    /// What the order rests on in full; what each item rests on as links, for its words stand on the item's page too
    /// and would make this one too heavy for a phone in a queue.
    private func basis() -> [Markup] {
        let order = roadmap.entries.flatMap { $0.prerequisites.compactMap(\.basis) }
        let items = roadmap.entries.flatMap { context.guidebook.items[$0.item]?.basis ?? [] }
        let section = LawSection(guidebook: context.guidebook)
        var content = [Components.muted(RoadmapWords.basisHint)]
        if !order.isEmpty { content += section.markup(order) }
        return content + [.tag("h3", ["class": "hh"], RoadmapWords.itemBasis)] + section.markup(items, isFolded: false)
    }
}
