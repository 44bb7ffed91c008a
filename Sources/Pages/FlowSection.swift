internal import Drawing
internal import Flowcharts
internal import Guides
internal import Markup

/// 审批流程图: the picture, and below it the same in words, both from one graph.
struct FlowSection {
    let guidebook: Guidebook
    let measurer: TextMeasurer

    func markup(of item: Item) throws(DrawingError) -> [Markup] {
        let graph = FlowGraph(item.steps)
        let layout = try FlowchartLayout(graph, measuring: measurer)
        return [legend(graph), layout.svg(title: "\(item.name)的办理流程图，文字版在图下面"), list(graph)]
    }

    func markup(of roadmap: Roadmap, _ schedule: RoadmapSchedule) throws(DrawingError) -> [Markup] {
        let chart = try RoadmapChart(roadmap, schedule: schedule, in: guidebook, measuring: measurer) { item in
            item.code?.path ?? "/"
        }
        return [
            Components.muted("圆点连成的是用时最长的主线；虚线框里的事项可以同时办；点事项看详情。"),
            chart.svg(title: "\(roadmap.name)的流程图"), list(roadmap),
        ]
    }

    private func legend(_ graph: FlowGraph) -> Markup {
        let actors = FlowStep.Actor.allCases.filter { actor in graph.steps.contains { $0.actor == actor } }
        var entries = actors.map { actor in
            Markup.tag("li", ["class": "a-\(actor.token)"], [.tag("i", []), .text(actor.rawValue)])
        }
        if graph.steps.contains(where: { $0.isUncounted || !$0.conditions.isEmpty }) {
            entries.append(.tag("li", [.tag("i", ["class": "z"], []), .text("视情况或不计时限")]))
        }
        return .tag("ul", ["class": "lg", "aria-label": "图例"], entries)
    }

    /// The flow as an ordered list; every edge of the graph is in it.
    private func list(_ graph: FlowGraph) -> Markup {
        Components.folded(
            [.text("文字版流程")],
            [
                .tag("ol", ["class": "st"], graph.steps.enumerated().map { index, step in
                    .tag("li", ["data-step": String(index)], [.tag("b", [:], "\(index + 1). \(step.name)")] + details(of: index, step, graph))
                })
            ])
    }

    private func details(of index: Int, _ step: FlowStep, _ graph: FlowGraph) -> [Markup] {
        var lines = ["\(step.actor.rawValue == step.person ? step.person : "\(step.person)（\(step.actor.rawValue)）")"]
        if let limit = step.limit { lines[0] += "，\(limit)" }
        if step.isUncounted { lines[0] += "，不计入办理时限" }
        if !step.conditions.isEmpty { lines.append("仅当：\(step.conditions.joined(separator: "、"))") }
        if let note = step.note { lines.append(note) }
        if let basis = step.basis { lines.append("依据：\(guidebook.shortWords(basis))") }
        var content = lines.map { Markup.tag("span", ["class": "m"], $0) }
        for edge in graph.branches(of: index) {
            content.append(way("\(edge.condition ?? "")，转到：", to: edge.to, graph))
        }
        content.append(graph.successor(of: index).map { way("下一步：", to: $0, graph) } ?? .tag("span", ["class": "m"], "到此结束"))
        return content
    }

    private func way(_ words: String, to step: Int, _ graph: FlowGraph) -> Markup {
        .tag("span", ["class": "m", "data-to": String(step)], "\(words)\(step + 1). \(graph.steps[step].name)")
    }

    /// The roadmap as a list: stages, items, and what must be done before each.
    private func list(_ roadmap: Roadmap) -> Markup {
        Components.folded(
            [.text("文字版流程")],
            roadmap.stages.enumerated().map { index, stage in
                .fragment([
                    .tag("h3", [:], "第\(ChineseNumeral.ordinal(index + 1))阶段 \(stage.name)"),
                    .tag("ol", ["class": "st"], stage.items.compactMap { entry in
                        guidebook.items[entry.item].map { row(entry, $0) }
                    }),
                ])
            })
    }

    private func row(_ entry: Roadmap.Entry, _ item: Item) -> Markup {
        var content: [Markup] = [
            .tag("b", [.tag("a", ["href": item.code?.path ?? "/"], item.stem)]),
            .tag("span", ["class": "m"], "承诺\(item.promised.limit)\(entry.parallel.map { "；\($0)" } ?? "")"),
        ]
        if !entry.conditions.isEmpty {
            content.append(.tag("span", ["class": "m"], "仅当：\(entry.conditions.joined(separator: "、"))"))
        }
        content += entry.prerequisites.map { prerequisite in
            let reason = prerequisite.basis.map { "（\(guidebook.shortWords($0))）" } ?? ""
            return .tag("span", ["class": "m"], "须先办好：\(prerequisite.item)\(reason)")
        }
        if let note = entry.note { content.append(.tag("span", ["class": "m"], note)) }
        return .tag("li", ["data-item": entry.item], content)
    }
}
