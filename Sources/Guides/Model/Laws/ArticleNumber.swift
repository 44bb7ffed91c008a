/// What a law counts its parts by: an article, an entry of a list, or a part that has a name.
package enum ArticleNumber: Sendable, Hashable {
    /// `第八条`; with `inserted`, `第一百二十条之一`, 0 where nothing follows.
    case article(Int, inserted: Int = 0)
    /// `第101项`, an entry of a list that has no articles.
    case entry(Int)
    /// `附件一`, `第二章`: as written.
    case named(String)

    /// Reads one number as laws/ or a citation writes it, `第八条` or `附则`; nil where it goes further down or is none.
    package init?(_ text: String) {
        let reading = PlaceReading(text)
        guard reading.problem == nil, reading.places.count == 1, let place = reading.places.first,
            place == LawPlace(place.article)
        else { return nil }
        self = place.article
    }
}

extension ArticleNumber: CustomStringConvertible {
    /// As laws/ writes it: `第八条`, `第一百二十条之一`, `第101项`.
    package var description: String {
        switch self {
        case .article(let number, 0): "第\(ChineseNumeral.text(number))条"
        case .article(let number, let inserted):
            "第\(ChineseNumeral.text(number))条之\(ChineseNumeral.text(inserted))"
        case .entry(let number): "第\(number)项"
        case .named(let name): name
        }
    }
}

extension ArticleNumber: Comparable {
    /// In a law's order; entries and names behind the articles.
    package static func < (left: ArticleNumber, right: ArticleNumber) -> Bool {
        switch (left, right) {
        case (.article(let one, let first), .article(let other, let second)): (one, first) < (other, second)
        case (.entry(let one), .entry(let other)): one < other
        case (.named(let one), .named(let other)): one < other
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .article: 0
        case .entry: 1
        case .named: 2
        }
    }
}
