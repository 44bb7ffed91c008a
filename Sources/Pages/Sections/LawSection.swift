internal import Guides
internal import Markup

/// 实施依据: each law with its standing, and the words of the cited articles as they read today.
struct LawSection {
    let guidebook: Guidebook
    let today: CalendarDate
    /// Articles with more characters stand on their law's page only, so that a page with many stays light.
    var longest = Int.max

    /// The laws in the order of their first citation, each once with all its cited articles, whose words open on tap.
    ///
    /// - Parameter others: Citations of the same laws that are worth a link only: to the law's page, where the words stand.
    func markup(_ citations: [Citation], others: [Citation] = [], former: [Item.FormerBasis] = []) -> [Markup] {
        var content = byLaw(citations).map { law, citations in
            let named = Set(articles(of: law, citations).map(\.number))
            let further = articles(of: law, others.filter { guidebook.laws.stem(named: $0.law) == law.stem })
                .map(\.number).filter { !named.contains($0) }
            return Markup.fragment([
                markup(law, citations),
                further.isEmpty
                    ? .nothing
                    : .tag(
                        "a", ["class": "i", "href": LawPage.path(of: law)],
                        RoadmapWords.furtherArticles(further.map(\.description))),
            ])
        }
        if !former.isEmpty {
            content.append(.tag("h3", [:], SiteWords.formerBasis))
            content.append(.tag("ul", ["class": "j"], former.map { .tag("li", [:], text(of: $0)) }))
        }
        return content
    }

    /// Laws as links to the laws' own pages, where the words stand.
    func links(_ citations: [Citation]) -> Markup {
        Components.links(
            byLaw(citations).map { law, citations in
                let numbers = articles(of: law, citations).map(\.number)
                let isOpen = LawSection.isOpen(citations)
                let first = numbers.count == 1 && !isOpen ? "#" + LawPage.anchor(of: numbers[0]) : ""
                return .init(
                    address: LawPage.path(of: law) + first, title: law.name,
                    note: (numbers.map(\.description) + (isOpen ? [LawSection.openNote(citations)] : [])).joined(
                        separator: Words.listMark),
                    chip: isOpen
                        ? Components.chip(Words.unverifiedArticle, "a")
                        : law.state(on: today) == .inForce ? nil : LawSection.state(of: law, on: today))
            })
    }

    private func byLaw(_ citations: [Citation]) -> [(law: Law, citations: [Citation])] {
        var order: [String] = []
        var cited: [String: [Citation]] = [:]
        for citation in citations {
            guard let stem = guidebook.laws.stem(named: citation.law) else { continue }
            if cited[stem] == nil { order.append(stem) }
            cited[stem, default: []].append(citation)
        }
        return order.compactMap { stem in guidebook.laws[stem].map { ($0, cited[stem] ?? []) } }
    }

    /// The cited articles, each once, in the law's order.
    private func articles(of law: Law, _ citations: [Citation]) -> [Law.Article] {
        var found: [ArticleNumber: Law.Article] = [:]
        for place in citations.flatMap(\.places) {
            for article in law.articles(at: place) { found[article.number] = article }
        }
        return found.values.sorted { $0.number < $1.number }
    }

    /// Whether it is not yet known for certain which article is meant.
    private static func isOpen(_ citations: [Citation]) -> Bool {
        citations.contains(where: \.isUnverified) || citations.allSatisfy(\.places.isEmpty)
    }

    private static func openNote(_ citations: [Citation]) -> String {
        citations.filter(\.isUnverified).compactMap(\.note).first ?? SiteWords.articleOpen
    }

    private func markup(_ law: Law, _ citations: [Citation]) -> Markup {
        var content: [Markup] = [
            .tag("h3", [.text(law.name), .text(" "), LawSection.state(of: law, on: today)]),
            Components.muted(LawSection.standing(of: law, on: today)),
        ]
        let places = citations.flatMap(\.places)
        content += articles(of: law, citations).map { article in
            folded(article, of: law, at: places.filter { $0.isIn(article.number) })
        }
        if LawSection.isOpen(citations) {
            content.append(
                Components.muted([
                    Components.chip(Words.unverifiedArticle, "a"), .text(" " + LawSection.openNote(citations)),
                ]))
        }
        content += citations.filter { !$0.isUnverified }.compactMap(\.note).map { Components.muted($0) }
        return .fragment(content)
    }

    /// - Parameter places: Where citations go in the article.
    private func folded(_ article: Law.Article, of law: Law, at places: [LawPlace]) -> Markup {
        let words = ArticleWords(article: article, today: today)
        guard words.hasText else {
            let isDeleted = article.deletion(on: today) != nil
            return Components.muted(
                [.text("\(article.number)")]
                    + (isDeleted ? words.marks : [.text(" "), Components.chip(SiteWords.textMissing, "a")]))
        }
        guard words.length <= longest else {
            let address = LawPage.path(of: law) + "#" + LawPage.anchor(of: article.number)
            return .tag(
                "p", [.tag("a", ["class": "i", "href": address], SiteWords.longArticle("\(article.number)"))])
        }
        let part = places.contains(where: \.isWhole) ? "" : ArticleWords.parts(of: places)
        return Components.folded(
            [.text("\(article.number)\(part)")] + words.marks, words.markup(marking: part.isEmpty ? [] : places))
    }

    static func state(of law: Law, on day: CalendarDate) -> Markup {
        let state = law.state(on: day)
        return Components.chip(state.rawValue, state == .inForce ? "o" : "a")
    }

    static func standing(of law: Law, on day: CalendarDate) -> String {
        var parts = [law.rank]
        if let number = law.number { parts.append(number) }
        if let effective = law.effective { parts.append(SiteWords.inForceFrom(effective)) }
        if let repealed = law.repealed { parts.append(SiteWords.repealedFrom(repealed)) }
        if let latest = law.latestAmendment(on: day) {
            let text = SiteWords.amendment((latest.published ?? latest.effective)?.chinese, latest.note)
            if !text.isEmpty { parts.append(SiteWords.amended(text)) }
        }
        if let next = law.comingAmendments(after: day).first, let date = next.date {
            parts.append(SiteWords.willBeAmended(date))
        }
        return parts.joined(separator: Words.dot)
    }

    private func text(of basis: Item.FormerBasis) -> String {
        let name = guidebook.laws[basis.law]?.name ?? basis.law
        let until = basis.until.map { SiteWords.noBasisFrom($0) } ?? ""
        return Words.law(name) + basis.articles.joined(separator: Words.listMark) + until
            + (basis.note.map { Words.fullStop + $0 } ?? "")
    }
}

extension Guidebook {
    /// A citation in words: 《中华人民共和国建筑法》第八条.
    func words(_ citation: Citation) -> String {
        Words.law(laws[citation.law]?.name ?? citation.law) + places(citation)
    }

    /// The same by the law's short name: 建筑法第八条.
    func shortWords(_ citation: Citation) -> String { shortName(of: citation) + places(citation) }

    /// What the law of a citation is called for short: its file's name.
    func shortName(of citation: Citation) -> String { laws[citation.law]?.stem ?? citation.law }

    private func places(_ citation: Citation) -> String {
        citation.articles.joined(separator: Words.listMark)
            + (citation.isUnverified ? Words.brackets(Words.unverifiedArticle) : "")
            + (citation.note.map { Words.brackets($0) } ?? "")
    }
}
