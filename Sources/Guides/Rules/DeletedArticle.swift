package import Diagnostics

/// A guide cites an article that a later law has deleted.
package enum DeletedArticle: DatedRule {
    package static let name = "deleted-article"
    package static let severity = Severity.warning
    package static let manual = """
        引用的这一条已经从法规里删去了，页面上会写明。请改引现在有效的条款；要保留历史的，写到“曾用依据”。

        错误：
            条款: [{条: 第九条, 删去日期: 2026-08-15, 内容: 原来的条文。}]
            设定依据: [建筑法 第九条]
        正确：
            设定依据: [建筑法 第八条]
            曾用依据: [{法规: 建筑法, 条款: 第九条, 止: 2026-08-15}]
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let laws = tree.laws.byName { law in law.articles.contains { $0.deletion(on: today) != nil } }
        guard !laws.isEmpty else { return [] }
        return tree.files.flatMap { file in
            file.articles.flatMap { reference -> [Diagnostic] in
                guard let law = laws[ByteKey(reference.law)] else { return [] }
                let articles = law.articles.filter { article in reference.places.contains { $0.isIn(article.number) } }
                return articles.compactMap { article in
                    article.deletion(on: today).map { day in
                        finding(
                            "“\(law.stem)”\(article.number)已于\(day.chinese)删去，请改引现在有效的条款；要保留历史的，写到“曾用依据”",
                            at: reference.mark.location(in: file.path))
                    }
                }
            }
        }
    }
}
