package import Diagnostics

/// A citation that names no places that exist in laws: words behind an article, numbers that are none, 款 of no article.
package enum UnreadableCitation: Rule {
    package static let name = "unreadable-citation"
    package static let severity = Severity.error
    package static let manual = """
        条款读不懂。一处写成“第八条”“第八条第一款”“第八条第一款第（四）项”；几处用“、”“和”“及”连接，连着的写“第七条至第九条”。要说明的话写到“说明”里，另一部法规另写一项。

        错误：
            依据: 建筑法 第八条改7日
        正确：
            依据: 建筑法 第八条
        """

    /// - Parameters:
    ///   - law: The law that stands in front of the places; nil where they stand alone.
    ///   - places: What was read before the problem.
    static func finding(
        _ problem: PlaceReading.Problem, behind law: String?, _ places: [LawPlace], at location: SourceLocation
    ) -> Diagnostic {
        finding(message(problem, behind: law, places), at: location)
    }

    static func message(_ problem: PlaceReading.Problem, behind law: String?, _ places: [LawPlace]) -> String {
        switch problem {
        case .junk(let words):
            guard !places.isEmpty else { return "读不懂条款“\(words)”，请写成“第八条”或“第八条第一款第（四）项”" }
            let spelling = ([law].compactMap(\.self) + [places.map(\.description).joined(separator: "、")])
            let other = words.contains("第") && words.contains("条") ? "；另一部法规另写一项" : ""
            return "读不懂条款后面的“\(words)”，请写成“\(spelling.joined(separator: " "))”\(other)"
        case .number(let words, let maybe):
            let meant = maybe.map { "“\($0)”" }.joined(separator: "或")
            return "“\(words)”不是条款的写法，\(meant.isEmpty ? "请核对" : "请写成\(meant)")"
        case .noArticle(let words):
            let article = places.last.map { $0.article.description } ?? "第八条"
            return "“\(words)”没有写是哪一条的，请写全，如“\(article)\(words)”"
        case .range(let words):
            return "“\(words)”不知道从哪到哪：两头要同一级，小的在前，不超过\(PlaceReading.limit)条；请改正，或一条一条写出来"
        case .tooMany:
            return "一处依据最多写\(PlaceReading.limit)条，请核对"
        }
    }
}
