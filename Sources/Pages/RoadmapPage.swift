internal import Drawing
internal import Guides
internal import Markup

/// The page of a roadmap, which is what a card opens: three figures, the way of all items, then what each page has.
struct RoadmapPage {
    let roadmap: Roadmap
    let guidebook: Guidebook
    let flow: FlowSection

    func page() throws(DrawingError) -> Page {
        let schedule = RoadmapSchedule(roadmap, in: guidebook)
        let site = guidebook.site
        let header: [Markup] = [
            Components.kicker(site, [.tag("a", ["href": "/fields/\(WebPath.escaped(roadmap.field))"], roadmap.field)]),
            .tag("h1", [:], roadmap.name),
            .tag("p", [:], roadmap.summary),
            figures(schedule),
        ]
        let main: [Markup] = [
            Components.section(.flow, try flow.markup(of: roadmap, schedule)),
            Components.section(.guide, guide(schedule)),
            Components.section(.materials, materials(schedule)),
            Components.section(.basis, basis()),
            Components.section(.policies, PolicySection(guidebook: guidebook).markup(fields: [roadmap.field])),
            Components.section(.contact, ContactSection(guidebook: guidebook).markup(
                code: roadmap.code, review: roadmap.review, changes: roadmap.changes)),
        ]
        return Page(
            title: roadmap.name, description: roadmap.summary, site: site, colour: site.field(named: roadmap.field)?.colour,
            [.tag("header", header), Components.bar(Section.allCases), .tag("main", main), PageFooter.markup(site)])
    }

    /// How many items, materials and days.
    private func figures(_ schedule: RoadmapSchedule) -> Markup {
        let always = roadmap.entries.filter(\.conditions.isEmpty).count
        let own = schedule.materials.filter { $0.material.need != .exempt && $0.material.conditions.isEmpty }.count
        let days = TimeLimit.span(max(schedule.workingDays, 0.5), .workingDay)
        var number = days.description
        if let space = number.firstIndex(of: " ") { number = String(number[..<space]) }
        return .tag("div", ["class": "g f"], [
            figure(.flow, [.text(String(always))], "个必办事项"),
            figure(.materials, [.text(String(own))], "种必备材料"),
            figure(.flow, [Components.whole(number), .tag("small", [:], " 个工作日")], "主线最短"),
        ])
    }

    private func figure(_ section: Section, _ value: [Markup], _ label: String) -> Markup {
        .tag("a", ["href": "#\(section.rawValue)"], [.tag("b", value), .tag("span", ["class": "s"], label)])
    }

    private func guide(_ schedule: RoadmapSchedule) -> [Markup] {
        let conditional = roadmap.entries.filter { !$0.conditions.isEmpty }
        let rows = [
            Components.row("哪类项目", roadmap.projectType),
            Components.row("给谁看", roadmap.audience),
            Components.row("最短时间", shortest(schedule)),
            Components.row("主线", schedule.criticalPath.joined(separator: " → ")),
            Components.row("视情况办理", conditional.isEmpty ? nil : conditional.map(\.item).joined(separator: "、")),
        ]
        var content: [Markup] = [.tag("dl", ["class": "d"], rows)]
        if !roadmap.situations.isEmpty {
            content.append(.tag("h3", [:], "先看项目属于哪种情况"))
            content.append(.tag("ul", ["class": "u"], roadmap.situations.map { situation in
                let items = conditional.filter { !Set($0.conditions).isDisjoint(with: situation.conditions) }.map(\.item)
                let answer = "\(situation.options.isEmpty ? "是" : situation.options.joined(separator: "、"))：另办\(items.joined(separator: "、"))"
                return .tag("li", [
                    .text(situation.question),
                    .tag("p", ["class": "m"], [situation.note, items.isEmpty ? nil : answer].compactMap(\.self).joined(separator: " ")),
                ])
            }))
        }
        content.append(.tag("h3", [:], "各事项的服务指南"))
        content.append(Components.links(roadmap.entries.compactMap { entry in
            guidebook.items[entry.item].map { ($0.code?.path ?? "/", $0.name, "\($0.body) · 承诺\($0.promised.limit)") }
        }))
        return content
    }

    private func shortest(_ schedule: RoadmapSchedule) -> String {
        let days = TimeLimit.span(max(schedule.workingDays, 0.5), .workingDay)
        return "\(days)，按各事项的承诺时限沿主线相加；不含视情况办理的事项、依法不计时限的环节和自己准备的时间"
    }

    private func materials(_ schedule: RoadmapSchedule) -> [Markup] {
        let exempt = schedule.materials.filter { $0.material.need == .exempt }.count
        return [Components.muted("全过程合并后共\(schedule.materials.count)种，同样的材料只列一次，其中\(exempt)种免交。按第一次用到的阶段列出。")]
            + MaterialSection(guidebook: guidebook).markup(of: roadmap, schedule)
    }

    /// What the order rests on, and what each item rests on.
    private func basis() -> [Markup] {
        let order = roadmap.entries.flatMap { $0.prerequisites.compactMap(\.basis) }
        let items = roadmap.entries.flatMap { guidebook.items[$0.item]?.basis ?? [] }
        return [Components.muted("先后顺序和各事项的设定依据。点条号看条文。")] + LawSection(guidebook: guidebook).markup(order + items)
    }
}
