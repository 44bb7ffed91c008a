internal import Guides
internal import Markup

/// The words of an article as they read on a day, and how they will read or once read.
struct ArticleWords {
    let article: Law.Article
    let today: CalendarDate

    private var current: Law.Wording? { article.wording(on: today) }
    private var coming: [Law.Wording] { article.comingWordings(after: today) }

    /// The day from which there is no such article any more.
    private var deletion: CalendarDate? { article.deletion(on: today) }

    /// Whether there is anything to read.
    var hasText: Bool { current?.text.isEmpty == false || coming.contains { !$0.text.isEmpty } }

    /// The characters that stand there.
    var length: Int { ([current].compactMap(\.self) + coming).flatMap(\.text).reduce(0) { $0 + $1.count } }

    /// What a reader must know of them before reading.
    var marks: [Markup] {
        var marks: [Markup] = []
        if let current {
            marks = ArticleWords.marks(of: current)
            if let changed = current.from { marks += [.text(" "), Components.chip(SiteWords.changedOn(changed))] }
        }
        if let deletion { marks += [.text(" "), Components.chip(SiteWords.deletedOn(deletion), "a")] }
        if let end = article.comingDeletion(after: today) {
            marks += [.text(" "), Components.chip(SiteWords.willBeDeletedOn(end), "a")]
        }
        if let start = coming.first?.from {
            marks += [
                .text(" "),
                Components.chip(current == nil ? SiteWords.inForceFrom(start) : SiteWords.willChangeOn(start), "a"),
            ]
        }
        return marks
    }

    /// - Parameters:
    ///   - places: The 款 and 项 to mark; none for the whole article.
    ///   - withFormer: Whether how it once read stands there too.
    func markup(marking places: [LawPlace] = [], withFormer: Bool = false) -> [Markup] {
        var content: [Markup] = []
        if let current {
            content.append(
                current.text.isEmpty
                    ? Components.chip(SiteWords.textMissing, "a")
                    : ArticleWords.quoted(current.text, marking: current.lines(of: places)))
        }
        content += coming.compactMap { wording in
            wording.from.map { folded(wording, current == nil ? SiteWords.readsFrom($0) : SiteWords.willReadFrom($0)) }
        }
        guard withFormer else { return content }
        return content
            + article.formerWordings(on: today).map { folded($0.wording, SiteWords.readUntil($0.until)) }
    }

    /// How well a wording is known.
    private static func marks(of wording: Law.Wording) -> [Markup] {
        (wording.isExcerpt ? [.text(" "), Components.chip(SiteWords.excerpt)] : [])
            + (wording.isUnverified ? [.text(" "), Components.chip(Words.unverified, "a")] : [])
    }

    private func folded(_ wording: Law.Wording, _ summary: String) -> Markup {
        guard !wording.text.isEmpty else {
            return Components.muted([.text(summary + " "), Components.chip(SiteWords.textMissing, "a")])
        }
        return Components.folded(
            [.text(summary)] + ArticleWords.marks(of: wording), [ArticleWords.quoted(wording.text)])
    }

    private static func quoted(_ text: [String], marking lines: Set<Int> = []) -> Markup {
        .tag(
            "blockquote",
            text.enumerated().map { index, line in
                .tag("p", [lines.contains(index) ? .tag("mark", [:], line) : .text(line)])
            })
    }

    /// What citations name in one article, each once: 第一款、第三款第（二）项.
    static func parts(of places: [LawPlace]) -> String {
        var parts: [String] = []
        for part in places.map(\.part) where !parts.contains(part) { parts.append(part) }
        return parts.joined(separator: Words.listMark)
    }
}
