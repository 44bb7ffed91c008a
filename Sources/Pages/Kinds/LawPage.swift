internal import Guides
internal import Markup

/// The page of a law: its standing, the articles that guides cite, and the items that rest on it.
struct LawPage {
    let law: Law
    let guidebook: Guidebook
    let today: CalendarDate

    static func path(of law: Law) -> String { PageAddress.law(law.stem).link }

    /// Where an article stands on the page: `a13` for 第十三条, `a120-1` for 第一百二十条之一.
    static func anchor(of number: ArticleNumber) -> String {
        switch number {
        case .article(let number, 0): "a\(number)"
        case .article(let number, let inserted): "a\(number)-\(inserted)"
        case .entry(let number): "e\(number)"
        case .named(let name): "n" + name.utf8.map { String($0, radix: 16) }.joined()
        }
    }

    func content() -> PageContent {
        var facts = FactRows(written: law.written, shape: FileKind.law.shape, guidebook: guidebook).open
        var lead = [
            Components.muted([
                LawSection.state(of: law, on: today), .text(" " + LawSection.standing(of: law, on: today)),
            ])
        ]
        if let note = law.note { lead.append(.tag("p", [:], note)) }
        if let replacement = law.replacement.flatMap({ guidebook.laws[$0] }) {
            lead.append(
                .tag(
                    "p",
                    [
                        .tag(
                            "a", ["class": "i", "href": LawPage.path(of: replacement)],
                            SiteWords.replacedBy(replacement.name))
                    ]))
        }
        facts += [
            Components.row(SiteWords.changes, ContactSection.changes(law.changes)),
            Components.row(SiteWords.checked, ContactSection.checked(law.review)),
        ]
        let names = guidebook.laws.names(of: law)
        let items = guidebook.items.values.filter { $0.citations.contains { $0.isOfLaw(named: names) } }.sorted {
            $0.name < $1.name
        }
        var main: [Markup] = []
        if !law.articles.isEmpty {
            main =
                [.tag("h2", [:], SiteWords.citedArticles), Components.muted(SiteWords.whole)]
                + law.articles.map(article)
        }
        if !items.isEmpty {
            main += [
                .tag("h2", [:], SiteWords.usedBy),
                Components.links(
                    items.map {
                        .init(
                            address: $0.code?.path ?? "/", title: $0.name,
                            chip: StateMarks.chip(guidebook.state(of: $0)))
                    }),
            ]
        }
        main += [.tag("h2", [:], SiteWords.document), Components.facts(facts)]
        return PageContent(
            address: .law(law.stem), title: law.name, description: LawSection.standing(of: law, on: today),
            trail: [.text(SiteWords.law)],
            lead: lead, main: main)
    }

    private func article(_ article: Law.Article) -> Markup {
        let words = ArticleWords(article: article, today: today)
        return .fragment(
            [
                .tag(
                    "h3", ["id": LawPage.anchor(of: article.number)],
                    [.text(article.number.description)] + words.marks)
            ] + words.markup(withFormer: true))
    }
}
