/// A change of a law that is known and has not come yet, with the guides to look at before it does.
package struct ComingLawChange: Sendable, Hashable, Encodable {
    /// ISO 8601.
    package let date: String
    /// The stem of the law.
    package let law: String
    /// What changes: 第八条修改, 第九条删去, 施行, 废止.
    package let change: String
    /// The stems of the items, roadmaps and policies that cite it, sorted.
    package let guides: [String]

    /// All of a guidebook after a day, by date and law.
    static func all(in guidebook: Guidebook, after today: CalendarDate) -> [ComingLawChange] {
        let changing = guidebook.laws.values.filter { !changes(of: $0, after: today).isEmpty }
        guard !changing.isEmpty else { return [] }
        return changing.flatMap { law in
            changes(of: law, after: today).map { date, change, places in
                ComingLawChange(
                    date: date.description, law: law.stem, change: change,
                    guides: Set(LawImpact(law, at: places, in: guidebook).uses.map(\.guide)).sorted())
            }
        }.sorted { ($0.date, $0.law, $0.change) < ($1.date, $1.law, $1.change) }
    }

    private typealias Found = (date: CalendarDate, change: String, places: [LawPlace])

    private static func changes(of law: Law, after today: CalendarDate) -> [Found] {
        var found: [Found] = []
        if let start = law.effective, start > today { found.append((start, "施行", [])) }
        if let end = law.repealed, end > today { found.append((end, "废止", [])) }
        for article in law.articles {
            for wording in article.comingWordings(after: today) {
                guard let date = wording.from else { continue }
                found.append((date, "\(article.number)修改", [LawPlace(article.number)]))
            }
            if let date = article.comingDeletion(after: today) {
                found.append((date, "\(article.number)删去", [LawPlace(article.number)]))
            }
        }
        let days = Set(found.map(\.date))
        // Where its articles say so themselves, the amendment is the same news.
        for amendment in law.comingAmendments(after: today) {
            guard let date = amendment.date, !days.contains(date) else { continue }
            found.append((date, amendment.note ?? "修改", []))
        }
        return found
    }
}
