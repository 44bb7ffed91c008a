/// 法规: one law, with the articles that guides cite.
package struct Law: Sendable {
    /// 状态.
    package enum State: String, Sendable {
        case inForce = "现行有效"
        case repealed = "已废止"
        case notYetInForce = "尚未施行"
    }

    package struct Article: Sendable, Hashable {
        /// 条: `第八条`.
        package let number: String
        /// The words, a 款 a paragraph; empty where no source was read.
        package let text: [String]
        /// Parts are left out.
        package let isExcerpt: Bool
        package let isUnverified: Bool
        /// When its present wording came into force.
        package let changed: CalendarDate?
    }

    package let stem: String
    package let name: String
    /// 效力级别.
    package let rank: String
    /// 文号.
    package let number: String?
    package let issuer: String?
    package let published: CalendarDate?
    package let effective: CalendarDate?
    package let repealed: CalendarDate?
    package let amendments: [String]
    package let state: State
    /// The stem of the law that replaces it.
    package let replacement: String?
    package let note: String?
    package let articles: [Article]
    package let source: Source?
    package let changes: [Change]
    package let review: Review
    /// What its file says of the law as a document.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        name = record.text("名称")
        rank = record.text("效力级别")
        number = record.optionalText("文号")
        issuer = record.optionalText("制定机关")
        published = record.date("公布日期")
        effective = record.date("施行日期")
        repealed = record.date("废止日期")
        amendments = record.records("修改").map { change in
            let dates = [change.date("公布日期"), change.date("施行日期")].compactMap(\.self)
            return ([dates.first?.chinese, change.optionalText("说明")].compactMap(\.self)).joined(separator: " ")
        }
        state = record.choice("状态") ?? .inForce
        replacement = record.optionalText("替代")
        note = record.optionalText("说明")
        articles = record.records("条款").map { Article($0) }
        source = record.record("来源").map { Source($0) }
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record.node, .law, keeps: \.shown.isFact)
    }

    /// The article that a citation means, whatever 款 or 项 it goes down to.
    package func article(_ cited: String) -> Article? {
        let number = Citation.articleNumber(of: cited)
        return articles.first { $0.number.hasSameBytes(as: number) }
    }
}

extension Law.Article {
    init(_ record: RecordReader) {
        number = record.text("条")
        text = record.paragraphs("内容")
        isExcerpt = record.yes("摘录")
        isUnverified = record.yes("待核")
        changed = record.date("修改日期")
    }
}
