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
        guard let chart = charts.chart(of: item) else { return [Components.muted(GuideWords.noChart), list(graph)] }
        let legend = legend(graph)
        guard reading.isLarge else {
            return [legend, chart, Components.folded([.text(GuideWords.asText)], [list(graph)])]
        }
        // What is large enough to be read does not fit a phone's width as a picture: the words come first.
        return [list(graph), Components.folded([.text(GuideWords.asPicture)], [legend, Components.scrolling(chart)])]
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
        .tag(
            "ol", ["class": "st"],
            graph.steps.enumerated().map { index, step in
                .tag(
                    "li", ["data-step": String(index)],
                    [.tag("b", [:], "\(index + 1). \(step.name)")] + details(of: index, step, graph))
            })
    }

    private func details(of index: Int, _ step: FlowStep, _ graph: FlowGraph) -> [Markup] {
        var lines = [GuideWords.person(step.person, step.actor.rawValue)]
        if let limit = step.limit { lines[0] += Words.comma + Words.time(limit) }
        if step.isUncounted { lines[0] += Words.comma + FlowchartWords.uncounted }
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
}
