internal import Drawing
internal import Guides
internal import Markup

/// The page of an item: the four answers first, then flow, guide, materials, basis, policies and contact.
struct ItemPage {
    let item: Item
    let guidebook: Guidebook
    let flow: FlowSection

    func page() throws(DrawingError) -> Page {
        let places = guidebook.roadmaps(with: item.stem)
        var body: [Markup] = [
            .tag("header", header(places) + [AnswerGrid(item: item, guidebook: guidebook).markup()]),
            Components.bar(Section.allCases),
        ]
        body.append(.tag("main", [
            Components.section(.flow, try flow.markup(of: item)),
            Components.section(.guide, GuideFacts(item: item, guidebook: guidebook).markup()),
            Components.section(.materials, MaterialSection(guidebook: guidebook).markup(of: item)),
            Components.section(.basis, LawSection(guidebook: guidebook).markup(basis, former: item.formerBasis)),
            Components.section(.policies, PolicySection(guidebook: guidebook).markup(fields: fields(places), limit: 3)),
            Components.section(.contact, ContactSection(guidebook: guidebook).markup(
                counters: item.counters, inquiry: item.inquiry, complaint: item.complaint, code: item.code,
                review: item.review, changes: item.changes)),
        ]))
        body.append(PageFooter.markup(guidebook.site))
        return Page(
            title: item.name, description: item.summary, site: guidebook.site, colour: guidebook.site.fields.last?.colour,
            body)
    }

    private func header(_ places: [(roadmap: Roadmap, stage: Roadmap.Stage)]) -> [Markup] {
        var header = [Components.kicker(guidebook.site, [.text(item.type)]), Markup.tag("h1", [:], item.name)]
        header.append(.tag("p", [:], item.summary))
        return header
    }

    /// What the item rests on, and what its time and fees rest on, each law once.
    private var basis: [Citation] {
        item.basis + [item.statutory.basis].compactMap(\.self) + item.feeBasis
    }

    private func fields(_ places: [(roadmap: Roadmap, stage: Roadmap.Stage)]) -> [String] {
        guidebook.site.fields.map(\.name).filter { name in places.contains { $0.roadmap.field == name } }
    }
}
