/// What is due in a tree: reviews, expiring policies, changed laws, sample data.
package struct Audit: Sendable {
    /// A guide whose review is due.
    package struct DueReview: Sendable, Hashable, Encodable {
        /// The kind of file: 事项, 法规 or another.
        package let kind: String
        package let name: String
        /// The office that checked it last; empty where not said.
        package let office: String
        /// ISO 8601.
        package let due: String
        package let isOverdue: Bool
    }

    /// A policy that ends soon or has ended.
    package struct Expiry: Sendable, Hashable, Encodable {
        package let policy: String
        package let date: String
        package let isExpired: Bool
    }

    /// A guide that cites what changed after its last review.
    package struct ChangedLaw: Sendable, Hashable, Encodable {
        package let guide: String
        package let law: String
        /// What changed: an article's number, or 已废止.
        package let change: String
    }

    /// An item whose time, begun today, runs into a year whose holidays are not known.
    package struct OpenDeadline: Sendable, Hashable, Encodable {
        package let item: String
        /// The key whose time it is: 承诺办结时限 or 法定办结时限.
        package let limit: String
        /// The day that pages give, counted by weekends alone beyond the calendar.
        package let date: String
        /// The first year without a calendar file.
        package let missingYear: Int
    }

    package let today: CalendarDate
    /// By date.
    package let reviews: [DueReview]
    /// By date; those that end within the horizon or have ended.
    package let expiries: [Expiry]
    package let changedLaws: [ChangedLaw]
    /// By date: what will change and is written down already.
    package let comingLaws: [ComingLawChange]
    /// By year and item.
    package let openDeadlines: [OpenDeadline]
    /// Names of files whose review says 示例, by kind.
    package let samples: [String: [String]]
    /// Names of files whose review says 待核, by kind.
    package let unverified: [String: [String]]

    /// - Parameter horizon: How many days ahead counts as soon.
    package init(_ guidebook: Guidebook, today: CalendarDate, horizon: Int = 180) {
        self.today = today
        let reviewed = Audit.reviewed(guidebook)
        let limit = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + horizon)
        reviews = reviewed.compactMap { kind, name, review in
            guard let due = review.due, due <= limit else { return nil }
            return DueReview(
                kind: kind, name: name, office: review.office ?? "", due: due.description, isOverdue: due < today)
        }.sorted { ($0.due, $0.kind, $0.name) < ($1.due, $1.kind, $1.name) }
        expiries = guidebook.policies.values.compactMap { policy in
            guard let date = policy.expires, date <= limit else { return nil }
            return Expiry(policy: policy.name, date: date.description, isExpired: date < today)
        }.sorted { ($0.date, $0.policy) < ($1.date, $1.policy) }
        changedLaws = Audit.changedLaws(guidebook, today)
        comingLaws = ComingLawChange.all(in: guidebook, after: today)
        openDeadlines = Audit.openDeadlines(guidebook, today)
        samples = Audit.names(reviewed, in: .sample)
        unverified = Audit.names(reviewed, in: .unverified)
    }

    private static func openDeadlines(_ guidebook: Guidebook, _ today: CalendarDate) -> [OpenDeadline] {
        guidebook.items.values.flatMap { item in
            [("承诺办结时限", item.promised.limit), ("法定办结时限", item.statutory.limit)].compactMap { key, limit in
                guard let last = guidebook.calendar.adding(limit, to: today), let year = last.missingYear else {
                    return nil
                }
                return OpenDeadline(item: item.stem, limit: key, date: last.date.description, missingYear: year)
            }
        }.sorted { ($0.missingYear, $0.item, $0.limit) < ($1.missingYear, $1.item, $1.limit) }
    }

    private typealias Reviewed = [(kind: String, name: String, review: Review)]

    private static func reviewed(_ guidebook: Guidebook) -> Reviewed {
        // What is not out yet must be checked all the same.
        let awaited = guidebook.awaited.keys.compactMap { guidebook.asWritten.guide(for: $0) }
        let guides = (guidebook.guides.map(\.guide) + awaited).compactMap { guide in
            guide.review.map { (kind: guide.category, name: guide.stem, review: $0) }
        }
        return guides + guidebook.laws.values.map { ("法规", $0.stem, $0.review) }
    }

    private static func names(_ reviewed: Reviewed, in state: Review.State) -> [String: [String]] {
        Dictionary(grouping: reviewed.filter { $0.review.state == state }, by: \.kind).mapValues {
            $0.map(\.name).sorted()
        }
    }

    private static func changedLaws(_ guidebook: Guidebook, _ today: CalendarDate) -> [ChangedLaw] {
        guidebook.items.values.sorted { $0.stem < $1.stem }.flatMap { item -> [ChangedLaw] in
            guard let checked = item.review.date else { return [] }
            var found: [ChangedLaw] = []
            for citation in item.citations {
                guard let law = guidebook.laws[citation.law] else { continue }
                if let repealed = law.repealed, repealed > checked, repealed <= today {
                    found.append(ChangedLaw(guide: item.stem, law: law.stem, change: "\(repealed.chinese)起废止"))
                }
                for article in citation.places.flatMap({ law.articles(at: $0) }) {
                    if let changed = article.wording(on: today)?.from, changed > checked {
                        found.append(
                            ChangedLaw(
                                guide: item.stem, law: law.stem, change: "\(article.number)\(changed.chinese)起修改"))
                    }
                }
            }
            return Array(Set(found)).sorted { ($0.law, $0.change) < ($1.law, $1.change) }
        }
    }
}
