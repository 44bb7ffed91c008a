/// 法规: one law, with the articles that guides cite.
package struct Law: Sendable {
    /// 状态.
    package enum State: String, Sendable {
        case inForce = "现行有效"
        case repealed = "已废止"
        case notYetInForce = "尚未施行"
    }

    /// 修改: one change of the law.
    package struct Amendment: Sendable, Hashable {
        package let published: CalendarDate?
        package let effective: CalendarDate?
        package let note: String?

        /// The day from which the law reads so; nil where no date is known.
        package var date: CalendarDate? { effective ?? published }
    }

    package let stem: String
    package let name: String
    /// 简称.
    package let abbreviation: String?
    /// 效力级别.
    package let rank: String
    /// 文号.
    package let number: String?
    package let issuer: String?
    package let published: CalendarDate?
    package let effective: CalendarDate?
    package let repealed: CalendarDate?
    /// 修改, in the order of the file.
    package let amendments: [Amendment]
    /// 状态 as written; what it is on a day, `state(on:)` says.
    package let state: State
    /// The stem of the law that replaces it.
    package let replacement: String?
    package let note: String?
    /// Each once, in the order of the file.
    package let articles: [Article]
    package let source: Source?
    package let changes: [Change]
    package let review: Review
    /// What its file says of the law as a document.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        name = record.text("名称")
        abbreviation = record.optionalText("简称")
        rank = record.text("效力级别")
        number = record.optionalText("文号")
        issuer = record.optionalText("制定机关")
        published = record.date("公布日期")
        effective = record.date("施行日期")
        repealed = record.date("废止日期")
        amendments = record.records("修改").map {
            Amendment(published: $0.date("公布日期"), effective: $0.date("施行日期"), note: $0.optionalText("说明"))
        }
        state = record.choice("状态") ?? .inForce
        replacement = record.optionalText("替代")
        note = record.optionalText("说明")
        articles = Article.all(record.records("条款"))
        source = record.record("来源").map { Source($0) }
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record.node, .law, keeps: \.shown.isFact)
    }

    /// Whether it is in force on a day: its dates count where they say more than 状态, so that nobody need edit a file at
    /// midnight.
    package func state(on day: CalendarDate) -> State {
        if let repealed { return repealed <= day ? .repealed : start(by: day) }
        return state == .repealed ? .repealed : start(by: day)
    }

    private func start(by day: CalendarDate) -> State {
        guard let effective else { return state == .repealed ? .inForce : state }
        return effective <= day ? .inForce : .notYetInForce
    }

    /// The last change that is in force on a day.
    package func latestAmendment(on day: CalendarDate) -> Amendment? {
        amendments.last { ($0.date ?? day) <= day }
    }

    /// The changes that are known and not yet in force, soonest first.
    package func comingAmendments(after day: CalendarDate) -> [Amendment] {
        amendments.filter { ($0.date ?? day) > day }.sorted { ($0.date ?? day) < ($1.date ?? day) }
    }

    package func article(_ number: ArticleNumber) -> Article? { articles.first { $0.number == number } }

    /// The article of a number as laws write it; nil for anything else.
    package func article(_ cited: String) -> Article? {
        PlaceReading(cited).places.first.flatMap { article($0.article) }
    }

    /// The articles that a place is in: one, or within a range also those inserted behind it.
    package func articles(at place: LawPlace) -> [Article] {
        articles.filter { place.isIn($0.number) }
    }
}
