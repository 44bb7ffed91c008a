internal import Guides
internal import Markup

/// 服务指南: the elements of GB/T 36114 in the order in which applicants ask for them.
struct GuideFacts {
    let item: Item
    let guidebook: Guidebook

    func markup() -> [Markup] {
        var rows: [Markup] = [
            Components.row("也叫", item.aliases.isEmpty ? nil : item.aliases.joined(separator: "、")),
            Components.row("曾用名", item.formerNames.isEmpty ? nil : item.formerNames.joined(separator: "、")),
            Components.row("适用范围", item.scope),
            Components.row("谁可以办", item.audiences.joined(separator: "、")),
            Components.row("受理条件", [Components.bullets(item.conditions)]),
        ]
        rows += [
            Components.row("怎么办", item.channels.joined(separator: "、")),
            Components.row("要到现场几次", item.visits == 0 ? "不用到现场" : "\(item.visits)次\(item.visitReason.map { "（\($0)）" } ?? "")"),
            Components.row("承诺时限", deadline(item.promised)),
            Components.row("法定时限", deadline(item.statutory)),
        ]
        rows += [
            Components.row("收费", fees),
            Components.row("办完拿到", result),
            Components.row("哪里办的", body),
            Components.row("权限划分", item.division),
            Components.row("数量限制", item.quota),
        ]
        rows += [
            Components.row("特别程序", procedures),
            Components.row("中介服务", intermediaries),
            Components.row("怎么审查", item.examination.isEmpty ? nil : [Components.paragraphs(item.examination)]),
            Components.row("容缺受理", item.allowsLateMaterials.map { $0 ? "支持：次要材料可以先受理、后补交" : "不支持" }),
            Components.row("告知承诺", item.allowsPledge.map { $0 ? "支持：书面承诺符合条件，可以先办" : "不支持" }),
            Components.row("不服怎么办", item.remedies.isEmpty ? nil : [Components.paragraphs(item.remedies)]),
            Components.row("权利和义务", item.rights.isEmpty ? nil : [Components.paragraphs(item.rights)]),
        ]
        return [.tag("dl", ["class": "d"], rows), situations, Components.questions(item.questions)]
    }

    private func deadline(_ deadline: Item.Deadline) -> [Markup] {
        var content: [Markup] = []
        if deadline.limit != .none, let start = deadline.start { content.append(.text("\(start)起 ")) }
        content.append(deadline.limit == .immediate ? .text("当场办结") : Components.time(deadline.limit))
        if deadline.isSample { content += [.text(" "), Components.chip(Words.sample)] }
        if let basis = deadline.basis { content.append(.tag("p", ["class": "m"], "依据：\(guidebook.words(basis))")) }
        if let note = deadline.note { content.append(.tag("p", ["class": "m"], note)) }
        return content
    }

    private var fees: [Markup] {
        guard item.isCharged else { return [.text("不收费")] }
        return item.fees.map { fee in
            let parts = [fee.amount, fee.reduction, fee.basis.map { "依据：\($0)" }].compactMap(\.self)
            return .fragment([.tag("p", [:], fee.name), Components.muted(parts.joined(separator: "；"))])
        }
    }

    private var result: [Markup] {
        var content: [Markup] = [.text(item.result.name)]
        if let validity = item.result.validity { content.append(.tag("p", ["class": "m"], "有效期：\(validity)")) }
        if !item.result.deliveries.isEmpty {
            content.append(.tag("p", ["class": "m"], "怎么拿到：\(item.result.deliveries.joined(separator: "、"))"))
        }
        return content
    }

    private var body: [Markup] {
        var content: [Markup] = [.text(item.body)]
        if let statutory = item.statutoryBody { content.append(.tag("p", ["class": "m"], "法定机关：\(statutory)")) }
        content.append(.tag("p", ["class": "m"], "行使层级：\(item.levels.joined(separator: "、"))"))
        return content
    }

    private var procedures: [Markup]? {
        guard !item.specialProcedures.isEmpty else { return nil }
        return [
            Components.bullets(item.specialProcedures.map { procedure in
                [procedure.name, procedure.limit?.description, procedure.note].compactMap(\.self).joined(separator: "：")
            })
        ]
    }

    private var intermediaries: [Markup]? {
        guard !item.intermediaries.isEmpty else { return nil }
        return [
            Components.bullets(item.intermediaries.map { service in
                [service.name, service.principal.map { "由\($0)委托" }, service.note].compactMap(\.self).joined(separator: "：")
            })
        ]
    }

    private var situations: Markup {
        guard !item.situations.isEmpty else { return .nothing }
        return .fragment([
            .tag("h3", [:], "先看您属于哪种情况"),
            .tag("ul", ["class": "u"], item.situations.map { situation in
                var content: [Markup] = [.text(situation.question)]
                let answers = situation.options.isEmpty ? "是的话，按“\(situation.name)”办" : "选项：\(situation.options.joined(separator: "、"))"
                content.append(.tag("p", ["class": "m"], [answers, situation.note].compactMap(\.self).joined(separator: "。")))
                return .tag("li", content)
            }),
        ])
    }
}
