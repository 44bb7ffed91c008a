internal import Guides
internal import Markup

/// The page of an item: the four answers first, then flow, guide, materials, basis, policies and contact.
struct ItemPage {
    let item: Item
    let context: SiteContext
    let reading: Reading

    func content() -> PageContent {
        let guidebook = context.guidebook
        let places = guidebook.roadmaps(with: item.stem)
        let state = StateMarks.words(item.state(on: context.today)).map { Words.brackets($0) }
        let banner = StateBanner(guidebook: guidebook, today: context.today).markup(of: item)
        let main: [Markup] = [
            Components.section(
                .flow, FlowSection(guidebook: guidebook, charts: context.charts, reading: reading).markup(of: item)),
            Components.section(.guide, GuideFacts(item: item, guidebook: guidebook).markup()),
            Components.section(.materials, MaterialSection(guidebook: guidebook, reading: reading).markup(of: item)),
            Components.section(
                .basis, LawSection(guidebook: guidebook, today: context.today).markup(basis, former: item.formerBasis)),
            Components.section(
                .policies,
                PolicySection(guidebook: guidebook, today: context.today).markup(of: item, fields: fields(places))
                    + roadmaps(places)),
            Components.section(
                .contact,
                ContactSection(guidebook: guidebook, printed: context.printed(item.code)).markup(
                    .init(
                        stem: item.stem, code: item.code, review: item.review, changes: item.changes,
                        counters: item.counters,
                        inquiry: item.inquiry, complaint: item.complaint,
                        samples: item.written.samples(of: FileKind.item.shape)))),
        ]
        return PageContent(
            address: PageAddress(ofCode: item.code), query: reading.answerQuery, title: item.name + (state ?? ""),
            description: (state ?? "") + item.summary,
            trail: [.text(item.type)], heading: item.name,
            lead: [
                banner ?? .nothing, .tag("p", [:], item.summary), Components.muted(GuideWords.audience(audience)),
                AnswerGrid(item: item, guidebook: guidebook, today: context.today, reading: reading).markup(),
            ],
            bar: Section.allCases, main: main, chart: Stylesheet.flow, structured: StructuredData.item(item, guidebook),
            picture: context.picture(of: item.stem, item.code), code: item.code, hasBanner: banner != nil)
    }

    /// 服务对象 in everyday words, each once.
    private var audience: [String] {
        var seen: Set<String> = []
        return item.audiences.map(GuideWords.plainAudience).filter { seen.insert($0).inserted }
    }

    private func roadmaps(_ places: [(roadmap: Roadmap, stage: Roadmap.Stage)]) -> [Markup] {
        guard !places.isEmpty else { return [] }
        return [
            .tag("h3", [:], RoadmapWords.partOf),
            Components.links(
                places.map {
                    .init(address: $0.roadmap.code?.path ?? "/", title: $0.roadmap.name, note: $0.stage.name)
                }),
        ]
    }

    /// What the item rests on, and what its time and fees rest on, each law once.
    private var basis: [Citation] { item.basis + [item.statutory.basis].compactMap(\.self) + item.feeBasis }

    private func fields(_ places: [(roadmap: Roadmap, stage: Roadmap.Stage)]) -> [String] {
        context.guidebook.site.fields.map(\.name).filter { name in places.contains { $0.roadmap.fields.contains(name) }
        }
    }
}

extension Item: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent {
        ItemPage(item: self, context: context, reading: reading).content()
    }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) {
        inputs.add(laws: citations.map(\.law) + formerBasis.map(\.law), to: &digest)
        inputs.addPlaces(of: self, to: &digest)
        inputs.addPolicies(to: &digest)
        // The page names what takes its place.
        if let successor = standing.cancellation?.successor { inputs.add(guide: successor, to: &digest) }
    }

    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? {
        var terms: [SearchIndex.Term] = [.init(name, 100), .init(stem, 100)]
        terms += aliases.map { .init($0, 95, SiteWords.alias($0)) }
        terms.append(.init(result.name, 70))
        terms += materials.map { .init($0.name, 40, SiteWords.material($0.name), spoken: false) }
        return (terms + SearchIndex.laws(basis, guidebook), bodyWords)
    }

    var asked: [Situation] { situations }

    func materialsTable(in guidebook: Guidebook) -> MaterialsTable? { MaterialsTable(self, guidebook) }

    func chart(in context: SiteContext) -> ChartFile? {
        context.charts.chart(of: self).map { ChartFile(picture: $0, style: Stylesheet.flow) }
    }
}
