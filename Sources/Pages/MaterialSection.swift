internal import Guides
internal import Markup

/// 申请材料: a checklist in plain words.
struct MaterialSection {
    let guidebook: Guidebook

    /// The materials of one item.
    func markup(of item: Item) -> [Markup] {
        guard !item.materials.isEmpty else { return [Components.muted("不需要提交材料。")] }
        return [
            .tag("ul", ["class": "u t"], item.materials.enumerated().map { index, material in
                row(material, id: "m\(index)", usedIn: [])
            })
        ]
    }

    /// The materials of a whole project, each once, folded by the stage in which it is first asked for.
    func markup(of roadmap: Roadmap, _ schedule: RoadmapSchedule) -> [Markup] {
        var index = 0
        return roadmap.stages.map { stage in
            let stems = stage.items.map(\.item)
            let materials = schedule.materials.filter { stems.contains($0.items.first ?? "") }
            guard !materials.isEmpty else { return .nothing }
            return Components.folded(
                [.tag("b", [:], stage.name), .text(" \(materials.count)种")],
                [
                    .tag("ul", ["class": "u t"], materials.map { shared in
                        index += 1
                        return row(shared.material, id: "m\(index)", usedIn: shared.items)
                    })
                ])
        }
    }

    private func row(_ material: Material, id: String, usedIn items: [String]) -> Markup {
        var words: [Markup] = [.tag("b", [:], material.name)]
        if let chip = chip(of: material) { words += [.text(" "), chip] }
        words.append(.tag("span", ["class": "m"], facts(of: material)))
        if items.isEmpty {
            if let note = material.note { words.append(.tag("span", ["class": "m"], note)) }
            if let basis = material.basis {
                words.append(.tag("span", ["class": "m"], "依据：\(guidebook.words(basis))"))
            }
        } else {
            words.append(.tag("span", ["class": "m"], "用于：\(items.joined(separator: "、"))"))
        }
        if !material.conditions.isEmpty {
            words.append(.tag("span", ["class": "m"], "仅当：\(material.conditions.joined(separator: "、"))"))
        }
        return .tag("li", [.tag("label", ["for": id], [.void("input", ["type": "checkbox", "id": id]), .tag("span", words)])])
    }

    private func chip(of material: Material) -> Markup? {
        switch material.need {
        case .exempt: Components.chip("免交", "o")
        case .later: Components.chip("可后补", "a")
        case .optional: Components.chip("非必要")
        case .required: material.conditions.isEmpty ? nil : Components.chip("视情况", "a")
        }
    }

    /// Form, number and issuer in one line: 原件1份 · 纸质或电子 · 申请人自备.
    private func facts(of material: Material) -> String {
        var parts: [String] = []
        if let originals = material.originals, originals > 0 { parts.append("原件\(originals)份") }
        if let copies = material.copies, copies > 0 { parts.append("复印件\(copies)份") }
        parts.append(material.form == "电子" ? "电子件" : material.form)
        parts.append(material.issuer ?? material.source)
        return parts.joined(separator: " · ")
    }
}
