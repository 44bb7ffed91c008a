package import Guides

/// A page that only some ask for: a guide's with answers to its 情形, or what a search finds.
///
/// It holds what makes a difference and nothing else of a query, so that equal ones are the same page.
package struct PageVariant: Sendable, Hashable {
    /// Where it stands: a code's address or the search.
    package let address: PageAddress
    /// The fields that count, decoded.
    package let query: [String: String]

    /// The page of a guide with answers; nil where the query has none that the guide asks for.
    ///
    /// - Parameter query: Decoded fields, each once.
    package init?(of guide: Guide, _ code: ShortCode, query: [String: String]) {
        let reading = Reading(query, situations: guide.view.asked)
        guard !reading.answers.isEmpty else { return nil }
        address = .code(code)
        var fields = Dictionary(uniqueKeysWithValues: reading.answers.map { ("q\($0.key)", String($0.value)) })
        fields[Reading.sizeField] = reading.isLarge ? Reading.largeValue : nil
        self.query = fields
    }

    /// What a search finds.
    ///
    /// - Parameter query: Decoded fields, each once; `q` is what is looked for.
    package init(searching query: [String: String]) {
        address = .search
        var fields = ["q": SearchPage.asked(query["q"] ?? "")]
        fields[Reading.sizeField] = Reading(query).isLarge ? Reading.largeValue : nil
        self.query = fields
    }
}

extension SitePages {
    /// A page that only some ask for, made now.
    ///
    /// - Parameter isWanted: Whether somebody still waits for it; where nobody does, the page is not a true one.
    package func page(_ variant: PageVariant, while isWanted: () -> Bool = { true }) -> Page {
        page(at: variant.address.path, query: variant.query, while: isWanted)
    }
}
