package import Diagnostics

/// An article that a guide cites was changed after the guide was last held against its source, so the guide may be out of date.
package enum ChangedArticle: DatedRule {
    package static let name = "changed-article"
    package static let severity = Severity.warning
    package static let manual = """
        引用的条款在上次核对以后修改过。请对照新的条文核对指南，再改“核对”的日期。

        错误：
            条款修改日期: 2026-08-15，核对: {日期: 2026-05-01}
        正确：
            核对: {日期: 2026-11-23}
        """

    package static let keys: [KeptKey] = ["核对.日期"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let changing = Set(
            tree.laws.byName { law in law.articles.contains { $0.wordings.contains { $0.from != nil } } }.keys)
        guard !changing.isEmpty else { return [] }
        return tree.files.flatMap { file -> [Diagnostic] in
            guard file.kind != .law, let review = file.date("核对", "日期") else { return [] }
            return file.articles.flatMap { reference -> [Diagnostic] in
                guard changing.contains(ByteKey(reference.law)), let law = tree.laws[reference.law] else { return [] }
                let articles = law.articles.filter { article in reference.places.contains { $0.isIn(article.number) } }
                return articles.compactMap { article in
                    guard let changed = article.wording(on: today)?.from, changed > review.value else { return nil }
                    return finding(
                        "“\(law.stem)”\(article.number)在\(changed.chinese)修改，晚于上次核对（\(review.value.chinese)），请重新核对",
                        at: reference.mark.location(in: file.path), notes: [.init("上次核对写在这里", at: review.place)])
                }
            }
        }
    }
}
