package import Diagnostics

/// A guide cites an article of which a law's file has only a wording that comes into force later.
package enum ArticleNotInForce: DatedRule {
    package static let name = "article-not-in-force"
    package static let severity = Severity.warning
    package static let manual = """
        指南引用的这一条，只写了以后才施行的条文，页面上就没有现在的条文了。提前准备修改的，原来的条文要留着：同一条写两次，原来的不动，新的写上“修改日期”；到那天页面自动换。新增的条，等施行了再引用。

        错误：
            - {条: 第八条, 修改日期: 2027-03-01, 内容: 新的条文。}
        正确：
            - {条: 第八条, 内容: 现在的条文。}
            - {条: 第八条, 修改日期: 2027-03-01, 内容: 新的条文。}
        """

    package static let keys: [KeptKey] = ["条款.条"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let laws = tree.laws.byName { law in law.articles.contains { isYetToCome($0, today) } }
        guard !laws.isEmpty else { return [] }
        var citing: [String: [ArticleNumber: SourceLocation]] = [:]
        for file in tree.files {
            for reference in file.articles {
                guard let law = laws[ByteKey(reference.law)] else { continue }
                for place in reference.places where citing[law.stem]?[place.article] == nil {
                    citing[law.stem, default: [:]][place.article] = reference.mark.location(in: file.path)
                }
            }
        }
        return tree.files(of: .law).flatMap { file -> [Diagnostic] in
            guard let law = tree.laws.law(of: file.stem), let cited = citing[law.stem] else { return [] }
            return law.articles.compactMap { article in
                guard isYetToCome(article, today), let place = cited[article.number],
                    let start = article.wordings.first?.from
                else { return nil }
                return finding(
                    "\(article.number)的条文\(start.chinese)才施行，现在的条文没有写；是修改的，把原来的条文也写上（同一条，不写“修改日期”）",
                    at: location(of: article.number, in: file), notes: [.init("引用在这里", at: place)])
            }
        }
    }

    private static func isYetToCome(_ article: Law.Article, _ today: CalendarDate) -> Bool {
        article.wordings.allSatisfy { $0.from.map { $0 > today } ?? false }
    }

    private static func location(of number: ArticleNumber, in file: GuideFile) -> SourceLocation {
        let node = (file.root?["条款"]?.elements ?? []).compactMap { $0["条"] }.first {
            $0.text.flatMap { ArticleNumber($0) } == number
        }
        return node?.mark.location(in: file.path) ?? SourceLocation(file: file.path)
    }
}
