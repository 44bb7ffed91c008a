internal import Guides
internal import Markup

/// 申请材料: a checklist in plain words.
struct MaterialSection {
    let guidebook: Guidebook
    let reading: Reading

    /// The materials of one item, with its questions on top.
    func markup(of item: Item) -> [Markup] {
        guard !item.materials.isEmpty else { return [Components.muted(GuideWords.noMaterials)] }
        let address = PageAddress(ofCode: item.code)
        let shown = item.materials.filter { reading.allows($0.conditions, of: item.situations) }
        var content = [
            questions(of: item, path: address.link), meanings(shown.map { ($0.need, $0.conditions.isEmpty) }), progress,
        ]
        if shown.count < item.materials.count {
            content.append(leftOut(item.materials.count - shown.count, path: address.link))
        }
        content.append(
            .tag(
                "ul", ["class": "u t"], shown.map { row($0, Components.dependence($0.conditions, of: item.situations)) }
            ))
        content.append(foot(item.code))
        return content
    }

    private func questions(of item: Item, path: String) -> Markup {
        Components.situationForm(
            item.situations, reading, heading: GuideWords.yourSituation, path: path, anchor: .materials, note: \.note)
    }

    /// How many are ready, once the script counts them.
    private var progress: Markup {
        .tag("p", ["class": "v", "data-v": GuideWords.ready, "role": "status", "hidden": nil], [])
    }

    /// What the short words behind the materials' names mean.
    private func meanings(_ materials: [(need: Material.Need, isAlways: Bool)]) -> Markup {
        var words: [String] = []
        if materials.contains(where: { $0.need == .exempt }) { words.append(GuideWords.exemptMeaning) }
        if materials.contains(where: { $0.need == .later }) { words.append(GuideWords.laterMeaning) }
        if materials.contains(where: { $0.need == .optional }) { words.append(GuideWords.optionalMeaning) }
        if materials.contains(where: { ($0.need == .required || $0.need == .later) && !$0.isAlways }) {
            words.append(GuideWords.dependsMeaning)
        }
        return words.isEmpty ? .nothing : Components.muted(words.joined())
    }

    private func leftOut(_ count: Int, path: String) -> Markup {
        .tag(
            "p", ["class": "m"],
            [
                .text(GuideWords.left(count) + " "),
                .tag("a", ["class": "i", "href": "\(path)#\(Section.materials.rawValue)"], GuideWords.showAll),
            ])
    }

    private func foot(_ code: ShortCode?) -> Markup {
        Components.muted([
            .text(GuideWords.ticksStay + " "),
            code.map { code in
                .tag("a", ["class": "i", "href": PageAddress.file(.materials, of: code).link], GuideWords.table)
            } ?? .nothing,
        ])
    }

    private func row(_ material: Material, _ attributes: [Markup.Attribute]) -> Markup {
        var details: [Markup] = []
        if let note = material.note { details.append(Components.muted(note)) }
        details += material.advice.map { Components.muted($0) }
        if let basis = material.basis { details.append(Components.muted(Words.basisLabel + guidebook.words(basis))) }
        if !material.conditions.isEmpty { details.append(Components.muted(Words.onlyIf(material.conditions))) }
        let forms = [(GuideWords.blankForm, material.blankAddress), (GuideWords.filledSample, material.sampleAddress)]
        for case (let name, let address?) in forms { details.append(.tag("a", ["class": "i", "href": address], name)) }
        return .element("li", attributes, [tick(material, isAlways: material.conditions.isEmpty)] + details)
    }

    private func tick(_ material: Material, isAlways: Bool) -> Markup {
        var words: [Markup] = [.tag("b", [:], material.name)]
        for chip in chips(of: material, isAlways) { words += [.text(" "), chip] }
        words.append(.tag("span", ["class": "m"], MaterialSection.facts(of: material)))
        // What the office gets by itself needs no tick.
        guard material.need != .exempt else { return .tag("div", words) }
        return .tag("label", [.void("input", ["type": "checkbox"]), .tag("span", words)])
    }

    private func chips(of material: Material, _ isAlways: Bool) -> [Markup] {
        switch material.need {
        case .exempt: [Components.chip(GuideWords.exempt, "o")]
        case .optional: [Components.chip(GuideWords.optional)]
        case .later:
            [Components.chip(GuideWords.later, "a")] + (isAlways ? [] : [Components.chip(GuideWords.depends, "a")])
        case .required: isAlways ? [] : [Components.chip(GuideWords.depends, "a")]
        }
    }

    /// Number, size, form, issuer and kind in one line: 原件1份 · A4 · 纸质或电子 · 申请人自备 · 申请表格文书.
    static func facts(of material: Material) -> String {
        var parts: [String] = []
        if let originals = material.originals, originals > 0 { parts.append(GuideWords.originals(originals)) }
        if let copies = material.copies, copies > 0 { parts.append(GuideWords.copies(copies)) }
        if let format = material.format { parts.append(format) }
        parts.append(material.form == KnownValue.electronic ? KnownValue.electronicFile : material.form)
        parts.append(material.issuer ?? material.source)
        if let kind = material.kind, kind != KnownValue.otherKind { parts.append(kind) }
        return parts.joined(separator: Words.dot)
    }
}

extension MaterialSection {
    /// The materials of a whole project, each once, folded by the stage in which it is first asked for.
    func markup(of roadmap: Roadmap, _ schedule: RoadmapSchedule) -> [Markup] {
        let needs = RoadmapNeeds(roadmap, reading)
        var content = [
            Components.muted(RoadmapWords.merged(schedule.materials.count)),
            meanings(schedule.materials.map { ($0.material.need, $0.isAlways) }), progress,
        ]
        content += roadmap.stages.enumerated().map { index, stage in
            let stems = Set(stage.items.map(\.item))
            let materials = schedule.materials.filter { stems.contains($0.items.first ?? "") && needs.allows($0.items) }
            guard !materials.isEmpty else { return .nothing }
            return Components.folded(
                [.tag("b", [:], stage.name), .text(RoadmapWords.kinds(materials.count))],
                [.tag("ul", ["class": "u t"], materials.map { row($0, inStage: stems, needs.dependence($0.items)) })])
        }
        return content + [foot(roadmap.code)]
    }

    private func row(
        _ shared: RoadmapSchedule.SharedMaterial, inStage stems: Set<String>, _ attributes: [Markup.Attribute]
    ) -> Markup {
        let (here, later) = (shared.items.filter { stems.contains($0) }, shared.items.filter { !stems.contains($0) })
        var details = [Components.muted(RoadmapWords.usedIn(here))]
        if !later.isEmpty {
            details.append(
                Components.muted([
                    .text(RoadmapWords.handedIn(later) + " "), Components.chip(RoadmapWords.handedInBefore, "o"),
                ]))
        }
        if !shared.conditions.isEmpty { details.append(Components.muted(RoadmapWords.onlyFor(shared.conditions))) }
        if !shared.material.conditions.isEmpty {
            details.append(Components.muted(Words.onlyIf(shared.material.conditions)))
        }
        return .element("li", attributes, [tick(shared.material, isAlways: shared.isAlways)] + details)
    }
}

/// Which items of a roadmap a project meets, after the answers given so far.
struct RoadmapNeeds {
    private let situations: [Situation]
    private let reading: Reading
    private let conditions: [String: [String]]

    init(_ roadmap: Roadmap, _ reading: Reading) {
        situations = roadmap.situations
        self.reading = reading
        conditions = Dictionary(
            roadmap.entries.map { ($0.item, $0.conditions) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether one of the items is met.
    func allows(_ items: [String]) -> Bool {
        items.contains { reading.allows(conditions[$0] ?? [], of: situations) }
    }

    /// On which answers it depends that any of the items is met; nothing where one always is.
    func dependence(_ items: [String]) -> [Markup.Attribute] {
        let each = items.map { conditions[$0] ?? [] }
        guard !each.contains(where: \.isEmpty) else { return [] }
        return Components.dependence(each.flatMap(\.self), of: situations)
    }
}
