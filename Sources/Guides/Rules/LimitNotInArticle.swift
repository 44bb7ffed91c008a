package import Diagnostics

/// The statutory time is not in the words of the article that it is said to come from: somebody converted a unit, or cites
/// another article.
package enum LimitNotInArticle: DatedRule {
    package static let name = "limit-not-in-article"
    package static let severity = Severity.warning
    package static let manual = """
        法定办结时限的数和单位，在它引用的条文里找不到。时限照法条写，不换算：法律写“七日”就写“7日”，不写“7个工作日”。时限出自另一条的，改引那一条。

        错误：
            法定办结时限: {时限: 7个工作日, 依据: 建筑法 第八条}
        正确：
            法定办结时限: {时限: 7日, 依据: 建筑法 第八条}
        """

    package static let keys: [KeptKey] = ["法定办结时限.时限", "法定办结时限.依据"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        // Thousands of items cite the same few articles.
        var known: [Citation: Words?] = [:]
        return tree.files(of: .item).compactMap { file in
            guard let record = file.root?["法定办结时限"], let node = record["时限"], let basis = record["依据"],
                let limit = node.text.flatMap({ TimeLimit($0) }), case .span(let number, let unit) = limit,
                let citation = Citation(basis), !citation.isUnverified
            else { return nil }
            let found = known[citation] ?? Words(citation, tree, today)
            known[citation] = .some(found)
            guard let words = found, !words.limits.contains(limit) else { return nil }
            if unit == .workingDay, words.limits.contains(.span(number, .day)), words.areDaysWorkingDays { return nil }
            return finding(
                message(limit, citation, words), at: node.mark.location(in: file.path),
                notes: [.init("依据写在这里", at: basis.mark.location(in: file.path))])
        }
    }

    /// What the cited articles say of time.
    private final class Words {
        let law: Law
        private let today: CalendarDate
        let limits: Set<TimeLimit>
        /// As they are written, each once.
        let written: [String]
        /// Few ask, and the answer goes through the whole law.
        private(set) lazy var areDaysWorkingDays = law.countsWorkingDays(on: today)

        /// Nil where not all of the articles are known.
        init?(_ citation: Citation, _ tree: GuideTree, _ today: CalendarDate) {
            guard let law = tree.laws[citation.law],
                let text = LimitNotInArticle.text(of: citation, in: law, on: today)
            else { return nil }
            let mentions = text.flatMap { TimeLimit.mentions(in: $0) }
            self.law = law
            self.today = today
            limits = Set(mentions.map(\.limit))
            written = mentions.map(\.words).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// The words of all cited articles; nil where not all of them are known.
    private static func text(of citation: Citation, in law: Law, on day: CalendarDate) -> [String]? {
        var text: [String] = []
        for place in citation.places {
            guard let wording = law.article(place.article)?.wording(on: day), !wording.text.isEmpty,
                !wording.isExcerpt
            else { return nil }
            text += wording.text
        }
        return text.isEmpty ? nil : text
    }

    private static func message(_ limit: TimeLimit, _ citation: Citation, _ words: Words) -> String {
        let numbers = Array(citation.places.map { $0.article.description }.prefix(3)).joined(separator: "、")
        let written =
            words.written.isEmpty ? "没有写时限" : "写的是" + words.written.prefix(4).map { "“\($0)”" }.joined(separator: "、")
        return "“\(words.law.stem)”\(numbers)里没有“\(limit)”，条文\(written)；时限照法条写，不换算，出自别的条的改引那一条"
    }
}
