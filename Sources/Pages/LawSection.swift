internal import Guides
internal import Markup

/// 实施依据: each law with its standing, and the words of the cited articles.
struct LawSection {
    let guidebook: Guidebook

    /// The laws in the order of their first citation, each once with all its cited articles.
    func markup(_ citations: [Citation], former: [Item.FormerBasis] = []) -> [Markup] {
        var order: [String] = []
        var cited: [String: [Citation]] = [:]
        for citation in citations {
            if cited[citation.law] == nil { order.append(citation.law) }
            cited[citation.law, default: []].append(citation)
        }
        var content = order.compactMap { stem in guidebook.laws[stem].map { markup($0, cited[stem] ?? []) } }
        if !former.isEmpty {
            content.append(.tag("h3", [:], "以前的依据"))
            content.append(.tag("ul", ["class": "j"], former.map { .tag("li", [:], text(of: $0)) }))
        }
        return content
    }

    private func markup(_ law: Law, _ citations: [Citation]) -> Markup {
        var seen: Set<String> = []
        let numbers = citations.flatMap(\.articles).map(Citation.articleNumber).filter { seen.insert($0).inserted }
        var content: [Markup] = [.tag("h3", [.text(law.name), .text(" "), state(of: law)])]
        content.append(Components.muted(standing(of: law)))
        for number in numbers { content.append(article(number, of: law)) }
        if citations.contains(where: \.isUnverified) || numbers.isEmpty {
            let notes = citations.filter(\.isUnverified).compactMap(\.note)
            content.append(Components.muted([Components.chip(Words.unverifiedArticle, "a"), .text(" " + (notes.first ?? ""))]))
        }
        return .fragment(content)
    }

    private func article(_ number: String, of law: Law) -> Markup {
        guard let article = law.article(number) else { return .nothing }
        guard !article.text.isEmpty else {
            return Components.muted([.text(number + " "), Components.chip("条文待补", "a")])
        }
        var summary: [Markup] = [.text(number)]
        if article.isExcerpt { summary += [.text(" "), Components.chip("摘录")] }
        if article.isUnverified { summary += [.text(" "), Components.chip("待核", "a")] }
        return Components.folded(summary, [.tag("blockquote", [Components.paragraphs(article.text)])])
    }

    private func state(of law: Law) -> Markup {
        switch law.state {
        case .inForce: Components.chip(law.state.rawValue, "o")
        case .repealed, .notYetInForce: Components.chip(law.state.rawValue, "a")
        }
    }

    private func standing(of law: Law) -> String {
        var parts = [law.rank]
        if let number = law.number { parts.append(number) }
        if let effective = law.effective { parts.append("\(effective.chinese)起施行") }
        if let repealed = law.repealed { parts.append("\(repealed.chinese)起废止") }
        if let latest = law.amendments.last, !latest.isEmpty { parts.append("最近修改：\(latest)") }
        return parts.joined(separator: " · ")
    }

    private func text(of basis: Item.FormerBasis) -> String {
        let name = guidebook.laws[basis.law]?.name ?? basis.law
        let until = basis.until.map { "，\($0.chinese)起不再是依据" } ?? ""
        return "\(name)\(basis.articles.joined(separator: "、"))\(until)\(basis.note.map { "。\($0)" } ?? "")"
    }
}

extension Guidebook {
    /// A citation in words: 《中华人民共和国建筑法》第八条.
    func words(_ citation: Citation) -> String {
        "《\(laws[citation.law]?.name ?? citation.law)》\(citation.articles.joined(separator: "、"))"
    }

    /// The same by the law's short name: 建筑法第八条.
    func shortWords(_ citation: Citation) -> String {
        citation.law + citation.articles.joined(separator: "、")
    }
}
