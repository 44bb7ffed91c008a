/// A place in a law, down to where a citation goes: `第八条第一款第（四）项`.
package struct LawPlace: Sendable, Hashable {
    package let article: ArticleNumber
    /// A range goes on behind the article, so that what was inserted behind it (第八条之一) is cited as well.
    package let isFollowed: Bool
    // 款, 项, 目, 0 for none: a large tree holds millions of places.
    private let levels: SIMD4<UInt16>

    package init(
        _ article: ArticleNumber, paragraph: Int? = nil, item: Int? = nil, subitem: Int? = nil, isFollowed: Bool = false
    ) {
        self.article = article
        self.isFollowed = isFollowed
        levels = SIMD4(
            UInt16(clamping: paragraph ?? 0), UInt16(clamping: item ?? 0), UInt16(clamping: subitem ?? 0), 0)
    }

    /// 款, from 1; nil for the whole article, or where an item is cited without its paragraph.
    package var paragraph: Int? { LawPlace.number(levels.x) }
    /// 项, from 1.
    package var item: Int? { LawPlace.number(levels.y) }
    /// 目, from 1.
    package var subitem: Int? { LawPlace.number(levels.z) }

    private static func number(_ level: UInt16) -> Int? { level == 0 ? nil : Int(level) }

    /// Whether the whole article is meant.
    package var isWhole: Bool { paragraph == nil && item == nil }

    /// Whether the place is in this article, one that was inserted within a range counted.
    package func isIn(_ number: ArticleNumber) -> Bool {
        if article == number { return true }
        guard isFollowed, case .article(let cited, 0) = article, case .article(let other, let inserted) = number else {
            return false
        }
        return cited == other && inserted > 0
    }

    /// Whether a change of one is a change of the other: one lies in the other, or they may be the same.
    package func overlaps(_ other: LawPlace) -> Bool {
        guard isIn(other.article) || other.isIn(article) else { return false }
        func agree(_ own: Int?, _ theirs: Int?) -> Bool { own == nil || theirs == nil || own == theirs }
        return agree(paragraph, other.paragraph) && agree(item, other.item) && agree(subitem, other.subitem)
    }

    /// What stands behind the article: `第一款第（四）项`; empty for the whole article.
    package var part: String {
        (paragraph.map { "第\(ChineseNumeral.text($0))款" } ?? "") + (item.map { "第（\(ChineseNumeral.text($0))）项" } ?? "")
            + (subitem.map { "第\($0)目" } ?? "")
    }
}

extension LawPlace: CustomStringConvertible {
    /// `第八条第一款第（四）项`.
    package var description: String { article.description + part }
}
