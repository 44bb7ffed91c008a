/// 政策 with its 解读.
package struct Policy: Sendable {
    package enum State: String, Sendable {
        case valid = "有效"
        case expired = "已到期"
        case repealed = "已废止"
        case unverified = "待核"
    }

    /// 性质: what a policy is for those who read it.
    package enum Nature: String, Sendable {
        /// It gives: money, lower taxes and fees, fewer errands and papers, a right.
        case benefit = "优惠"
        /// It demands: who builds must do as it says.
        case demand = "要求"
        /// It points: where things are meant to go, without a gift and without a duty.
        case direction = "方向"
    }

    /// 解读: the policy in plain words, by the five things that readers ask.
    package struct Interpretation: Sendable, Hashable {
        package let heading: String
        package let text: [String]
    }

    package let stem: String
    package let code: ShortCode?
    package let name: String
    /// 曾用名.
    package let formerNames: [FormerName]
    /// 文号.
    package let number: String?
    package let issuer: String
    /// 成文, 公布 and 施行, as far as known.
    package let dated: CalendarDate?
    package let published: CalendarDate?
    package let effective: CalendarDate?
    /// 有效期至.
    package let expires: CalendarDate?
    package let state: State?
    package let nature: Nature?
    package let fields: [String]
    package let audience: String
    package let points: [String]
    /// 依据: the laws that it carries out or explains.
    package let basis: [Citation]
    package let interpretation: [Interpretation]
    package let questions: [Question]
    package let source: Source?
    package let changes: [Change]
    package let review: Review
    /// Everything that its file says, for facts and data.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        code = record.code("短码")
        name = record.text("名称")
        formerNames = record.formerNames
        number = record.optionalText("文号")
        issuer = record.text("发文机关")
        dated = record.date("成文日期")
        published = record.date("公布日期")
        effective = record.date("施行日期")
        expires = record.date("有效期至")
        state = record.choice("状态")
        nature = record.choice("性质")
        fields = record.texts("领域")
        audience = record.text("适用对象")
        points = record.texts("要点")
        basis = record.citations("依据")
        let words = record.record("解读")
        interpretation = RecordShape.interpretation.fields.compactMap { field in
            guard let text = words?.paragraphs(field.key), !text.isEmpty else { return nil }
            return Interpretation(heading: field.key, text: text)
        }
        questions = record.records("问答").map { Question($0) }
        source = record.record("来源").map { Source($0) }
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record, .policy)
    }

    /// The date by which policies are sorted: when the public could know of it.
    package var date: CalendarDate? { published ?? dated ?? effective }
}
