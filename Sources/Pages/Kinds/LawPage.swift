internal import Guides
internal import Markup

/// The page of a law: its standing, the articles that guides cite, and the items that rest on it.
struct LawPage {
    let law: Law
    let guidebook: Guidebook

    static func path(of law: Law) -> String { PageAddress.law(law.stem).link }

    /// Where an article stands on the page: `a13` for 第十三条, `a120-1` for 第一百二十条之一.
    static func anchor(of number: String) -> String {
        "a" + ChineseNumeral.numbers(in: number).map { String($0) }.joined(separator: "-")
    }

    func content() -> PageContent {
        var facts = FactRows(written: law.written, shape: FileKind.law.shape, guidebook: guidebook).open
        var lead = [Components.muted([LawSection.state(of: law), .text(" " + LawSection.standing(of: law))])]
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
        let items = guidebook.items.values.filter { $0.citations.contains { $0.law == law.stem } }.sorted {
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
                Components.links(items.map { .init(address: $0.code?.path ?? "/", title: $0.name) }),
            ]
        }
        main += [.tag("h2", [:], SiteWords.document), Components.facts(facts)]
        return PageContent(
            address: .law(law.stem), title: law.name, description: LawSection.standing(of: law),
            trail: [.text(SiteWords.law)],
            lead: lead, main: main)
    }

    private func article(_ article: Law.Article) -> Markup {
        let words =
            article.text.isEmpty
            ? Components.chip(SiteWords.textMissing, "a") : .tag("blockquote", [Components.paragraphs(article.text)])
        return .fragment([
            .tag(
                "h3", ["id": LawPage.anchor(of: article.number)],
                [.text(article.number)] + LawSection.marks(of: article)), words,
        ])
    }
}
