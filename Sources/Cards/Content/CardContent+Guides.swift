internal import Flowcharts
internal import Guides

/// What a design can say about the guide itself.
extension CardContent {
    static func values(of guide: Guide, in guidebook: Guidebook) -> [Placeholder: String] {
        if let item = guide.item { return values(of: item, in: guidebook) }
        if let roadmap = guide.roadmap { return values(of: roadmap, in: guidebook) }
        if let policy = guide.policy { return values(of: policy) }
        if let notice = guide.notice { return values(of: notice) }
        if guide.overview != nil { return overview(of: guidebook) }
        // A kind without words of its own on cards says what its file says in brief.
        return [.summary: guide.written.value("简介", of: guide.kind.shape)?.text ?? ""]
    }

    private static func values(of policy: Policy) -> [Placeholder: String] {
        entries(["政策要点", "政策解读", "适用对象", "官方来源"], ["逐条列出", "普通话说清", "谁能享受", "原文链接"]).merging([
            .summary: policy.points.first ?? "", .audience: policy.audience,
            .steps: policy.points.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"),
        ]) { _, own in own }
    }

    private static func values(of notice: Notice) -> [Placeholder: String] {
        entries(["通知内容", "发布机关", "联系方式", "相关事项"], ["全文", "何时发布", "问谁", "一页看全"]).merging([
            .summary: notice.text.first ?? "", .steps: notice.text.joined(separator: "\n"),
        ]) { _, own in own }
    }

    private static func values(of roadmap: Roadmap, in guidebook: Guidebook) -> [Placeholder: String] {
        let schedule = RoadmapSchedule(roadmap, in: guidebook)
        let notes = [
            "\(ChineseNumeral.count(roadmap.stages.count))个阶段", "\(ChineseNumeral.count(roadmap.entries.count))个事项",
            "全程清单", "法条原文",
        ]
        var values = entries(usual, notes)
        values[.summary] = roadmap.summary
        values[.audience] = roadmap.audience
        values[.conditionsHeading] = "先答这几个问题"
        values[.conditions] = roadmap.situations.map { "· \($0.question)" }.joined(separator: "\n")
        values[.materials] = schedule.materials.map { shared in
            "· \(shared.material.name)\(shared.isAlways ? "" : "（视情况）")"
        }.joined(separator: "\n")
        values[.steps] = roadmap.stages.enumerated().flatMap { number, stage in
            ["\(ChineseNumeral.ordinal(number + 1))、\(stage.name)"]
                + stage.items.map { "　· \($0.item)\($0.conditions.isEmpty ? "" : "（视情况）")" }
        }.joined(separator: "\n")
        values[.basis] = laws(of: roadmap.entries.compactMap { guidebook.items[$0.item] }, in: guidebook)
        values[.statutoryTime] = "各事项不同，见网页"
        values[.fee] = "各事项不同，见网页"
        // Along the longest path, without what only some projects meet: no promise for the whole.
        if schedule.workingDays > 0 {
            values[.shortestTime] = TimeLimit.span(schedule.workingDays, .workingDay).description
        }
        return values
    }

    /// What a card says that opens all fields: what there is in each, with the codes to type.
    private static func overview(of guidebook: Guidebook) -> [Placeholder: String] {
        let notes = [
            "\(ChineseNumeral.count(guidebook.roadmaps.count))类项目",
            "\(ChineseNumeral.count(guidebook.items.count))个事项", "逐项清单", "法条原文",
        ]
        let fields = guidebook.site.fields
        var values = entries(usual, notes)
        values[.summary] = fields.map(\.name).joined(separator: "、")
        values[.conditionsHeading] = "先看项目属于哪个领域"
        values[.conditions] = fields.map { field in
            "· \(field.name)\(field.note.map { "：\($0)" } ?? "")"
        }.joined(separator: "\n")
        values[.materials] = "每类项目要的材料不同。扫码选好领域，就看到逐项清单，带一份勾一份。"
        values[.steps] = fields.enumerated().flatMap { number, field in
            ["\(ChineseNumeral.ordinal(number + 1))、\(field.name)"]
                + guidebook.roadmaps(ofField: field.name).map { roadmap in
                    "　· \(roadmap.name)\(roadmap.code.map { "（卡号\(grouped($0.text))）" } ?? "")"
                }
        }.joined(separator: "\n")
        values[.basis] = laws(of: byStem(guidebook.items.values), in: guidebook)
        values[.statutoryTime] = "各事项不同，见网页"
        values[.fee] = "各事项不同，见网页"
        return values
    }

    /// Of each law's items the first by stem, in that order: all that the list of laws needs of a large tree.
    private static func byStem(_ items: some Sequence<Item>) -> [Item] {
        // Names are written in one normal form, in which their bytes stand in the order of their characters.
        func precedes(_ one: Item, _ other: Item) -> Bool { one.stem.utf8.lexicographicallyPrecedes(other.stem.utf8) }
        var first: [String: Item] = [:]
        for item in items {
            for citation in item.basis where first[citation.law].map({ precedes(item, $0) }) ?? true {
                first[citation.law] = item
            }
        }
        return first.values.sorted(by: precedes)
    }

    /// The laws that items lean on, each once, in the order of the items.
    private static func laws(of items: [Item], in guidebook: Guidebook) -> String {
        // A law has several names in the files, and one on the card.
        var written: Set<String> = []
        var shown: Set<String> = []
        return items.flatMap { $0.basis.map(\.law) }.filter { written.insert($0).inserted }.map {
            "《\(guidebook.laws[$0]?.name ?? $0)》"
        }.filter { shown.insert($0).inserted }.joined(separator: "\n")
    }

    private static func values(of item: Item, in guidebook: Guidebook) -> [Placeholder: String] {
        var values = entries(usual, ["一图看懂", "一页看全", "逐项清单", "法条原文"])
        values[.summary] = item.summary
        values[.audience] = item.audiences.joined(separator: "、")
        values[.promisedTime] = item.promised.limit.description
        values[.statutoryTime] = item.statutory.limit.description
        values[.fee] = item.isCharged ? "收费，见网页" : "不收费"
        if let counter = item.counters.first {
            values[.counter] = counter.window ?? ""
            if let hall = guidebook.site.halls.first(where: { $0.name == counter.hall }) {
                values.merge(Self.values(of: hall)) { _, own in own }
            } else {
                values[.hall] = counter.hall
            }
        }
        values[.result] = item.result.name
        values[.conditionsHeading] = "受理条件"
        values[.conditions] = item.conditions.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        values[.materials] = item.materials.filter { $0.need != .exempt }.map(entry).joined(separator: "\n")
        let steps = item.steps
        values[.steps] = steps.mainPath.enumerated().map { number, index in
            let step = steps[index]
            let facts = [step.person, step.limit?.description, step.isUncounted ? FlowchartWords.uncounted : nil]
            return "\(number + 1). \(step.name)（\(facts.compactMap(\.self).joined(separator: "，"))）"
        }.joined(separator: "\n")
        values[.basis] = item.basis.map { citation in
            let name = guidebook.laws[citation.law]?.name ?? citation.law
            return "《\(name)》\(citation.articles.joined(separator: "、"))"
        }.joined(separator: "\n")
        return values
    }

    /// What to bring, and how: □ 工程施工合同（视情况）：原件1份，纸质，申请人自备.
    private static func entry(_ material: Material) -> String {
        var facts: [String] = []
        if let originals = material.originals, originals > 0 { facts.append("原件\(originals)份") }
        if let copies = material.copies, copies > 0 { facts.append("复印件\(copies)份") }
        facts += [material.form == "电子" ? "电子件" : material.form, material.issuer ?? material.source]
        if material.need == .later { facts.append("可后补") }
        let isConditional = !material.conditions.isEmpty || material.need == .optional
        return "□ \(material.name)\(isConditional ? "（视情况）" : "")：\(facts.joined(separator: "，"))"
    }

    private static let usual = ["审批流程图", "服务指南", "申请材料", "实施依据"]

    private static func entries(_ names: [String], _ notes: [String]) -> [Placeholder: String] {
        let places: [(Placeholder, Placeholder)] = [
            (.entry1, .note1), (.entry2, .note2), (.entry3, .note3), (.entry4, .note4),
        ]
        var values: [Placeholder: String] = [:]
        for (place, entry) in zip(places, zip(names, notes)) {
            values[place.0] = entry.0
            values[place.1] = entry.1
        }
        return values
    }
}
