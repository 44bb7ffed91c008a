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

    package static let keys: [String] = ["核对"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let changing = Set(
            tree.laws.values.filter { law in law.articles.contains { $0.changed != nil } }.map { ByteKey($0.stem) })
        guard !changing.isEmpty else { return [] }
        return tree.files.flatMap { file -> [Diagnostic] in
            guard file.kind != .law, let review = file.date("核对", "日期") else { return [] }
            return file.articles.compactMap { reference in
                guard changing.contains(ByteKey(reference.law)),
                    let article = tree.laws[reference.law]?.article(reference.article), let changed = article.changed,
                    changed > review.value, changed <= today
                else { return nil }
                return finding(
                    "“\(reference.law)”\(article.number)在\(changed.chinese)修改，晚于上次核对（\(review.value.chinese)），请重新核对",
                    at: reference.mark.location(in: file.path), notes: [.init("上次核对写在这里", at: review.place)])
            }
        }
    }
}
