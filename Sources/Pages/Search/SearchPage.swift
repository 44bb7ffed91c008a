internal import Guides
internal import Markup

/// What a search finds; each hit says what it is and by what it was found.
struct SearchPage {
    let query: String
    let index: SearchIndex
    let context: SiteContext

    /// What is looked for, on one line; longer than that is nothing that has a name here.
    static func asked(_ query: String) -> String {
        String(query.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(60))
    }

    /// - Parameter isWanted: Whether somebody still waits for it.
    func content(while isWanted: () -> Bool = { true }) -> PageContent {
        let asked = SearchPage.asked(query)
        let outcome = index.find(asked, while: isWanted)
        var main: [Markup] = []
        var title = SiteWords.searchTitle
        if asked.allSatisfy(\.isWhitespace) {
            main.append(.tag("p", [:], SiteWords.nothingTyped))
        } else if outcome.hits.isEmpty {
            title = SiteWords.nothingFound(asked)
            main += [
                .tag("p", [:], SiteWords.searchHelp), .tag("p", context.guidebook.site.inquiryPhone),
            ]
        } else {
            title = outcome.isNear ? SiteWords.nothingFound(asked) : SiteWords.found(asked, outcome.hits.count)
            if outcome.isNear { main.append(.tag("p", [:], SiteWords.near)) }
            main.append(
                Components.links(
                    outcome.hits.map { hit in
                        .init(
                            address: hit.entry.address, title: hit.entry.title,
                            note: [hit.reason, hit.entry.note].compactMap(\.self).filter { !$0.isEmpty }.joined(
                                separator: Words.dot),
                            chip: chips(of: hit.entry))
                    }))
        }
        if outcome.hits.isEmpty { main += [.tag("h2", [:], SiteWords.byField), FrontPages(context: context).fields()] }
        return PageContent(
            address: .search, query: "q=" + WebPath.escaped(asked), title: title, description: SiteWords.homeLead,
            lead: [SearchBox.search(asked)], main: main)
    }

    /// What it is and, of an item that cannot be applied for now, that.
    private func chips(of entry: SearchIndex.Entry) -> Markup {
        let kind = Components.chip(entry.kind)
        let guidebook = context.guidebook
        guard let item = entry.item.flatMap({ guidebook.items[$0] }),
            let state = StateMarks.chip(guidebook.state(of: item))
        else { return kind }
        return .fragment([kind, .text(" "), state])
    }
}
