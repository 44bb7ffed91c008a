internal import Flowcharts
internal import Guides
internal import Markup

/// 审批流程图: the picture, and below it the same in words, both from one graph.
struct FlowSection {
    let guidebook: Guidebook
    let charts: Charts
    let reading: Reading

    func markup(of item: Item) -> [Markup] {
        let graph = FlowGraph(item.steps)
        guard !reading.isLarge else { return [instead(item.code), list(graph)] }
        return [legend(graph), charts.chart(of: item) ?? .nothing, Components.folded([.text(GuideWords.asText)], [list(graph)])]
    }

    func markup(of roadmap: Roadmap) -> [Markup] {
        guard !reading.isLarge else { return [instead(roadmap.code)] + lists(roadmap) }
        let needs = RoadmapNeeds(roadmap, reading)
        let chart = charts.chart(of: roadmap)?.svg { entry in
            (needs.allows([entry.item]) ? nil : "no", needs.dependence([entry.item]))
        }
        return [
            Components.muted(RoadmapWords.chartHint),
            .tag("div", ["role": "group", "aria-label": RoadmapWords.chartTitle(roadmap.name)], [chart ?? .nothing]),
            Components.folded([.text(GuideWords.asText)], lists(roadmap)),
        ]
    }

    /// Large print needs more room than a picture has on a phone; the words say the same.
    private func instead(_ code: ShortCode?) -> Markup {
        Components.muted([
            .text(GuideWords.largePrintFlow + " "),
            // A picture by itself, so that the large-print page stays the one that Back leads to.
            .tag("a", ["class": "i", "href": "\(code?.path ?? "")/flowchart.svg"], GuideWords.showFlowchart),
        ])
    }

    private func legend(_ graph: FlowGraph) -> Markup {
        let actors = FlowStep.Actor.allCases.filter { actor in graph.steps.contains { $0.actor == actor } }
        var entries = actors.map { actor in
            Markup.tag("li", ["class": "a-\(actor.token)"], [.tag("i", []), .text(actor.rawValue)])
        }
        if graph.steps.contains(where: { $0.isUncounted || !$0.conditions.isEmpty }) {
            entries.append(.tag("li", [.tag("i", ["class": "z"], []), .text(GuideWords.asideLegend)]))
        }
        return .tag("ul", ["class": "lg", "aria-label": GuideWords.legend], entries)
    }

    /// The flow as an ordered list; every edge of the graph is in it.
    private func list(_ graph: FlowGraph) -> Markup {
        .tag("ol", ["class": "st"], graph.steps.enumerated().map { index, step in
            .tag("li", ["data-step": String(index)], [.tag("b", [:], "\(index + 1). \(step.name)")] + details(of: index, step, graph))
        })
    }

    private func details(of index: Int, _ step: FlowStep, _ graph: FlowGraph) -> [Markup] {
        var lines = [GuideWords.person(step.person, step.actor.rawValue)]
        if let limit = step.limit { lines[0] += Words.comma + limit.description }
        if step.isUncounted { lines[0] += Words.comma + GuideWords.uncounted }
        if !step.conditions.isEmpty { lines.append(Words.onlyIf(step.conditions)) }
        if let note = step.note { lines.append(note) }
        if let basis = step.basis { lines.append(Words.basisLabel + guidebook.shortWords(basis)) }
        var content = lines.map { Markup.tag("span", ["class": "m"], $0) }
        for edge in graph.branches(of: index) {
            content.append(way(GuideWords.branch(edge.condition ?? ""), to: edge.to, graph))
        }
        content.append(
            graph.successor(of: index).map { way(GuideWords.nextStep, to: $0, graph) }
                ?? .tag("span", ["class": "m"], GuideWords.endsHere))
        return content
    }

    private func way(_ words: String, to step: Int, _ graph: FlowGraph) -> Markup {
        .tag("span", ["class": "m", "data-to": String(step)], "\(words)\(step + 1). \(graph.steps[step].name)")
    }

    /// The roadmap as lists: stages, items, and what must be done before each.
    private func lists(_ roadmap: Roadmap) -> [Markup] {
        let needs = RoadmapNeeds(roadmap, reading)
        return roadmap.stages.enumerated().map { index, stage in
            .fragment([
                .tag("h3", [:], RoadmapWords.stage(index + 1, stage.name)),
                stage.note.map { Components.muted($0) } ?? .nothing,
                .tag("ol", ["class": "st"], stage.items.compactMap { entry in
                    needs.allows([entry.item]) ? guidebook.items[entry.item].map { row(entry, $0, needs.dependence([entry.item])) } : nil
                }),
            ])
        }
    }

    private func row(_ entry: Roadmap.Entry, _ item: Item, _ dependence: [Markup.Attribute]) -> Markup {
        var lines = [[item.body, RoadmapWords.promised(item.promised.limit), entry.parallel].compactMap(\.self).joined(separator: " · ")]
        if !entry.conditions.isEmpty { lines.append(Words.onlyIf(entry.conditions)) }
        lines += entry.prerequisites.map { prerequisite in
            RoadmapWords.before(prerequisite.item, prerequisite.basis.map { guidebook.shortWords($0) })
        }
        if let note = entry.note { lines.append(note) }
        let name = Markup.tag("a", ["class": "i", "href": item.code?.path ?? "/"], item.name)
        return .element("li", [.init("data-item", entry.item)] + dependence, [name] + lines.map { .tag("span", ["class": "m"], $0) })
    }
}
