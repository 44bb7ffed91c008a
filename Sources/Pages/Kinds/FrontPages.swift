internal import Guides
internal import Markup

/// The home page, the fields' pages and the list of policies: where people land who have no card at hand.
struct FrontPages {
    let context: SiteContext

    private var guidebook: Guidebook { context.guidebook }
    private var site: Site { context.guidebook.site }

    func home() -> PageContent { page(at: .home, code: nil) }

    /// The home page under the code of the general card.
    func overview() -> PageContent { page(at: PageAddress(ofCode: site.code), code: site.code) }

    private func page(at address: PageAddress, code: ShortCode?) -> PageContent {
        let items = guidebook.items.values.sorted { $0.name < $1.name }
        let main: [Markup] =
            [
                .tag("h2", [:], SiteWords.byField), fields(),
                .tag("h2", [:], Words.policies),
                Components.links([.init(address: PageAddress.policies.link, title: SiteWords.allPolicies)]),
                .tag("h2", [:], SiteWords.allItems),
                Components.folded([.text(SiteWords.itemCount(items.count))], [Components.links(items.map(link))]),
                .tag("h2", [:], Words.contact),
                Components.facts(
                    FactRows(written: site.written, shape: FileKind.site.shape, guidebook: guidebook).rows(.names) + [
                        Components.row(SiteWords.inquiry, site.inquiryPhone),
                        Components.row(SiteWords.complaint, site.complaintPhoneMarked),
                    ]),
            ]
            + identity(code)
        return PageContent(
            address: address, title: site.name, description: SiteWords.homeDescription(site.authority),
            heading: site.region + site.name,
            lead: [.tag("p", [:], SiteWords.homeLead), SearchBox.search()], main: main, code: code)
    }

    /// The code to hold against the general card.
    private func identity(_ code: ShortCode?) -> [Markup] {
        guard let code else { return [] }
        let card = CardsAbout(dates: nil, hasPicture: context.printed(code).hasPicture)
        return [ContactSection(guidebook: guidebook, printed: card).identity(code, of: Guide.overviewStem)]
    }

    /// The fields as tiles, each with its colour.
    func fields() -> Markup {
        .tag(
            "ul", ["class": "ff"],
            site.fields.map { field in
                .tag(
                    "li",
                    [
                        .tag(
                            "a",
                            [
                                "href": PageAddress.field(field.name).link,
                                "style": field.colour.map { "--c:\($0.hex)" },
                            ],
                            [
                                .tag("b", [:], field.name), .tag("span", ["class": "m"], field.note ?? ""),
                            ])
                    ])
            })
    }

    /// A field's roadmaps, items, notices and policies.
    func field(_ field: Site.ProjectField) -> PageContent {
        // The one that the field's card opens first.
        let opened = Set(guidebook.cards.map(\.opens))
        let all = guidebook.roadmaps(ofField: field.name)
        let roadmaps = all.filter { opened.contains($0.stem) } + all.filter { !opened.contains($0.stem) }
        var seen: Set<String> = []
        let items = roadmaps.flatMap(\.entries).map(\.item).filter { seen.insert($0).inserted }.compactMap {
            guidebook.items[$0]
        }
        let main: [Markup] =
            [
                .tag("h2", [:], SiteWords.roadmaps),
                Components.links(
                    roadmaps.map { .init(address: $0.code?.path ?? "/", title: $0.name, note: $0.summary) }),
                .tag("h2", [:], SiteWords.fieldItems),
                Components.folded([.text(SiteWords.itemCount(items.count))], [Components.links(items.map(link))]),
                .tag("h2", [:], Words.policies),
            ] + PolicySection(guidebook: guidebook, today: context.today).markup(field: field.name)
        return PageContent(
            address: .field(field.name), title: field.name, description: field.note ?? field.name,
            colour: field.colour,
            lead: field.note.map { [.tag("p", [:], $0)] } ?? [], main: main)
    }

    func policies() -> PageContent {
        PageContent(
            address: .policies, title: SiteWords.allPolicies, description: SiteWords.policiesLead,
            lead: [.tag("p", [:], SiteWords.policiesLead)],
            main: PolicySection(guidebook: guidebook, today: context.today).all())
    }

    private func link(_ item: Item) -> Components.Link {
        let state = item.state(on: context.today)
        return .init(
            address: item.code?.path ?? "/", title: item.name, note: StateMarks.note(item, state),
            chip: StateMarks.chip(state))
    }
}

extension Site: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent { FrontPages(context: context).overview() }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) { digest.add(inputs.home) }

    /// Every page leads there.
    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? { nil }
}
