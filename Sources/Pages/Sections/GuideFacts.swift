internal import Guides
internal import Markup

/// 服务指南: the elements of GB/T 36114 in the order in which applicants ask for them.
struct GuideFacts {
    let item: Item
    let guidebook: Guidebook

    func markup() -> [Markup] {
        var rows: [Markup] = [
            Components.row(GuideWords.aliases, list(item.aliases)),
            Components.row(GuideWords.formerNames, formerNames),
            Components.row(GuideWords.scope, item.scope.map { [paragraphs($0)] }),
            Components.row(GuideWords.who, list(item.audiences)),
            Components.row(GuideWords.conditions, [Components.bullets(item.conditions)]),
            Components.row(GuideWords.how, list(item.channels)),
        ]
        rows += [
            Components.row(GuideWords.onlineAddress, item.onlineAddress.map { [.tag("a", ["href": $0], $0)] }),
            Components.row(
                GuideWords.visitCount,
                item.visits == 0 ? GuideWords.noVisit : GuideWords.visitsWhy(item.visits, item.visitReason)),
            Components.row(GuideWords.promisedTime, deadline(item.promised)),
            Components.row(GuideWords.statutoryTime, deadline(item.statutory)),
            Components.row(GuideWords.fees, fees),
            Components.row(GuideWords.result, result),
        ]
        rows += [
            Components.row(GuideWords.body, body),
            Components.row(GuideWords.division, item.division),
            Components.row(GuideWords.quota, item.quota),
            Components.row(GuideWords.procedures, procedures),
            Components.row(GuideWords.intermediaries, intermediaries),
            Components.row(GuideWords.examination, texts(item.examination)),
        ]
        rows += [
            Components.row(
                GuideWords.lateMaterials,
                item.allowsLateMaterials.map { $0 ? GuideWords.lateAllowed : GuideWords.unsupported }),
            Components.row(
                GuideWords.pledge, item.allowsPledge.map { $0 ? GuideWords.pledgeAllowed : GuideWords.unsupported }),
            Components.row(GuideWords.remedies, texts(item.remedies)),
            Components.row(GuideWords.rights, texts(item.rights)),
        ]
        return [Components.facts(rows), Components.questions(item.questions)]
    }

    private func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: Words.listMark) }

    /// Texts whose lines are paragraphs.
    private func texts(_ texts: [String]) -> [Markup]? {
        texts.isEmpty ? nil : [Components.paragraphs(texts.flatMap { $0.split(separator: "\n").map { String($0) } })]
    }

    private var formerNames: [Markup]? {
        item.formerNames.isEmpty
            ? nil
            : item.formerNames.map { former in
                let years =
                    [former.from, former.until].contains { $0 != nil }
                    ? GuideWords.called(former.from, former.until) : nil
                let details = [years, former.note].compactMap(\.self)
                return .fragment(
                    [.tag("p", [:], former.name)]
                        + (details.isEmpty ? [] : [Components.muted(details.joined(separator: Words.semicolon))]))
            }
    }

    /// A text whose lines are paragraphs.
    private func paragraphs(_ text: String) -> Markup {
        Components.paragraphs(text.split(separator: "\n").map { String($0) })
    }

    private func deadline(_ deadline: Item.Deadline) -> [Markup] {
        var content: [Markup] = []
        if deadline.limit != .none, let start = deadline.start { content.append(.text(GuideWords.starting(start))) }
        content.append(deadline.limit == .immediate ? .text(Words.immediate) : Components.time(deadline.limit))
        if deadline.isSample { content += [.text(" "), Components.chip(Words.sample)] }
        if let basis = deadline.basis { content.append(Components.muted(Words.basisLabel + guidebook.words(basis))) }
        if let note = deadline.note { content.append(Components.muted(note)) }
        return content
    }

    private var fees: [Markup] {
        guard item.isCharged else {
            return [.text(GuideWords.free)]
                + item.feeBasis.map { Components.muted(Words.basisLabel + guidebook.words($0)) }
        }
        return item.fees.map { fee in
            let parts = [fee.amount, fee.reduction, fee.basis.map { Words.basisLabel + $0 }].compactMap(\.self)
            return .fragment([.tag("p", [:], fee.name), Components.muted(parts.joined(separator: Words.semicolon))])
        }
    }

    private var result: [Markup] {
        var content: [Markup] = [.text(item.result.name)]
        if let validity = item.result.validity {
            content.append(
                Components.muted(
                    GuideWords.validity(validity)
                        + (item.result.validityBasis.map { Words.brackets(Words.basisLabel + guidebook.words($0)) }
                            ?? "")))
        }
        if !item.result.deliveries.isEmpty {
            content.append(Components.muted(GuideWords.deliveries(item.result.deliveries)))
        }
        if let delivery = item.result.delivery, delivery.limit != .none {
            content.append(Components.muted(GuideWords.delivery(delivery.start, delivery.limit)))
        }
        if let sample = item.result.sampleAddress {
            content.append(.tag("a", ["class": "i", "href": sample], GuideWords.resultSample))
        }
        return content
    }

    private var body: [Markup] {
        var content: [Markup] = [.text(item.body)]
        if let statutory = item.statutoryBody { content.append(Components.muted(GuideWords.statutoryBody(statutory))) }
        content.append(Components.muted(GuideWords.levels(item.levels)))
        return content
    }

    private var procedures: [Markup]? {
        guard !item.specialProcedures.isEmpty else { return nil }
        return [
            Components.bullets(
                item.specialProcedures.map { procedure in
                    [procedure.name + (procedure.limit.map { Words.brackets($0.description) } ?? ""), procedure.note]
                        .compactMap(\.self)
                        .joined(separator: Words.colon)
                })
        ]
    }

    private var intermediaries: [Markup]? {
        guard !item.intermediaries.isEmpty else { return nil }
        return [
            Components.bullets(
                item.intermediaries.map { service in
                    [
                        service.name + (service.principal.map { Words.brackets(GuideWords.principal($0)) } ?? ""),
                        service.note,
                    ].compactMap(\.self)
                        .joined(separator: Words.colon)
                })
        ]
    }
}
