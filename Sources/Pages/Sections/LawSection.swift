internal import Guides
internal import Markup

/// 实施依据: each law with its standing, and the words of the cited articles.
struct LawSection {
    let guidebook: Guidebook
    /// Articles with more characters stand on their law's page only, so that a page with many stays light.
    var longest = Int.max

    /// The laws in the order of their first citation, each once with all its cited articles, whose words open on tap.
    ///
    /// - Parameter others: Citations of the same laws that are worth a link only: to the law's page, where the words stand.
    func markup(_ citations: [Citation], others: [Citation] = [], former: [Item.FormerBasis] = []) -> [Markup] {
        var content = byLaw(citations).map { law, citations in
            let named = LawSection.numbers(of: citations)
            let further = LawSection.numbers(of: others.filter { $0.law == law.stem }).filter { !named.contains($0) }
            return Markup.fragment([
                markup(law, citations),
                further.isEmpty
                    ? .nothing
                    : .tag("a", ["class": "i", "href": LawPage.path(of: law)], RoadmapWords.furtherArticles(further)),
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
                let numbers = LawSection.numbers(of: citations)
                let isOpen = LawSection.isOpen(citations)
                let first =
                    numbers.count == 1 && !isOpen && law.article(numbers[0]) != nil
                    ? "#" + LawPage.anchor(of: numbers[0]) : ""
                return .init(
                    address: LawPage.path(of: law) + first, title: law.name,
                    note: (numbers + (isOpen ? [LawSection.openNote(citations)] : [])).joined(
                        separator: Words.listMark),
                    chip: isOpen
                        ? Components.chip(Words.unverifiedArticle, "a")
                        : law.state == .inForce ? nil : LawSection.state(of: law))
            })
    }

    private func byLaw(_ citations: [Citation]) -> [(law: Law, citations: [Citation])] {
        var order: [String] = []
        var cited: [String: [Citation]] = [:]
        for citation in citations {
            if cited[citation.law] == nil { order.append(citation.law) }
            cited[citation.law, default: []].append(citation)
        }
        return order.compactMap { stem in guidebook.laws[stem].map { ($0, cited[stem] ?? []) } }
    }

    /// The cited articles, each once, in the law's order.
    private static func numbers(of citations: [Citation]) -> [String] {
        var seen: Set<String> = []
        return citations.flatMap(\.articles).map(Citation.articleNumber).filter { seen.insert($0).inserted }.sorted {
            ChineseNumeral.numbers(in: $0).lexicographicallyPrecedes(ChineseNumeral.numbers(in: $1))
        }
    }

    /// Whether it is not yet known for certain which article is meant.
    private static func isOpen(_ citations: [Citation]) -> Bool {
        citations.contains(where: \.isUnverified) || numbers(of: citations).isEmpty
    }

    private static func openNote(_ citations: [Citation]) -> String {
        citations.filter(\.isUnverified).compactMap(\.note).first ?? SiteWords.articleOpen
    }

    private func markup(_ law: Law, _ citations: [Citation]) -> Markup {
        var content: [Markup] = [
            .tag("h3", [.text(law.name), .text(" "), LawSection.state(of: law)]),
            Components.muted(LawSection.standing(of: law)),
        ]
        content += LawSection.numbers(of: citations).map { folded($0, of: law) }
        if LawSection.isOpen(citations) {
            content.append(
                Components.muted([
                    Components.chip(Words.unverifiedArticle, "a"), .text(" " + LawSection.openNote(citations)),
                ]))
        }
        content += citations.filter { !$0.isUnverified }.compactMap(\.note).map { Components.muted($0) }
        return .fragment(content)
    }

    private func folded(_ number: String, of law: Law) -> Markup {
        guard let article = law.article(number) else { return .nothing }
        guard !article.text.isEmpty else {
            return Components.muted([.text(number + " "), Components.chip(SiteWords.textMissing, "a")])
        }
        guard article.text.reduce(0, { $0 + $1.count }) <= longest else {
            let address = LawPage.path(of: law) + "#" + LawPage.anchor(of: number)
            return .tag("p", [.tag("a", ["class": "i", "href": address], SiteWords.longArticle(number))])
        }
        return Components.folded(
            [.text(number)] + LawSection.marks(of: article), [.tag("blockquote", [Components.paragraphs(article.text)])]
        )
    }

    /// What a reader must know of an article's words.
    static func marks(of article: Law.Article) -> [Markup] {
        var marks: [Markup] = []
        if article.isExcerpt { marks += [.text(" "), Components.chip(SiteWords.excerpt)] }
        if article.isUnverified { marks += [.text(" "), Components.chip(Words.unverified, "a")] }
        if let changed = article.changed { marks += [.text(" "), Components.chip(SiteWords.changedOn(changed))] }
        return marks
    }

    static func state(of law: Law) -> Markup { Components.chip(law.state.rawValue, law.state == .inForce ? "o" : "a") }

    static func standing(of law: Law) -> String {
        var parts = [law.rank]
        if let number = law.number { parts.append(number) }
        if let effective = law.effective { parts.append(SiteWords.inForceFrom(effective)) }
        if let repealed = law.repealed { parts.append(SiteWords.repealedFrom(repealed)) }
        if let latest = law.amendments.last, !latest.isEmpty { parts.append(SiteWords.amended(latest)) }
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
        Words.law(laws[citation.law]?.name ?? citation.law) + citation.articles.joined(separator: Words.listMark)
            + (citation.isUnverified ? Words.brackets(Words.unverifiedArticle) : "")
            + (citation.note.map { Words.brackets($0) } ?? "")
    }

    /// The same by the law's short name: 建筑法第八条.
    func shortWords(_ citation: Citation) -> String {
        citation.law + citation.articles.joined(separator: Words.listMark)
            + (citation.isUnverified ? Words.brackets(Words.unverifiedArticle) : "")
            + (citation.note.map { Words.brackets($0) } ?? "")
    }
}
