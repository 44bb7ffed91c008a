/// 核对: who held a guide against its official source, when, and when that is due again.
package struct Review: Sendable, Hashable {
    package enum State: String, Sendable {
        case verified = "已核对"
        /// Not official data.
        case sample = "示例"
        case unverified = "待核"
    }

    package let date: CalendarDate?
    package let office: String?
    package let state: State
    package let note: String?
    /// 下次核对.
    package let due: CalendarDate?

    init(_ record: RecordReader) {
        let review = record.record("核对")
        date = review?.date("日期")
        office = review?.optionalText("单位")
        state = review?.choice("状态") ?? .unverified
        note = review?.optionalText("说明")
        due = record.date("下次核对")
    }
}

/// 更新记录: one change that applicants should know of.
package struct Change: Sendable, Hashable {
    package let date: CalendarDate
    package let text: String

    init?(_ record: RecordReader) {
        guard let date = record.date("日期") else { return nil }
        self.date = date
        text = record.text("内容")
    }
}

/// 常见问题: a question and its answer.
package struct Question: Sendable, Hashable {
    package let question: String
    /// The answer's paragraphs.
    package let answer: [String]

    init(_ record: RecordReader) {
        question = record.text("问")
        answer = record.paragraphs("答")
    }

    init(_ record: GuideRecord) {
        question = record.value("问", of: .question)?.text ?? ""
        answer = record.value("答", of: .question)?.paragraphs ?? []
    }
}

/// 情形: a question whose answer decides which materials, steps or items apply.
package struct Situation: Sendable, Hashable {
    package let name: String
    package let question: String
    /// Empty for a yes-or-no question.
    package let options: [String]
    package let note: String?

    init(_ record: RecordReader) {
        name = record.text("名称")
        question = record.text("问")
        options = record.texts("选项")
        note = record.optionalText("说明")
    }

    /// What `仅当` may name: the situation itself for a yes, or one of its options.
    package var conditions: [String] { options.isEmpty ? [name] : options }
}

/// 来源: where something was read.
package struct Source: Sendable, Hashable {
    package let name: String
    package let address: String?
    package let version: CalendarDate?

    init(_ record: RecordReader) {
        name = record.text("名称")
        address = record.optionalText("网址")
        version = record.date("版本日期")
    }
}

/// A way to reach somebody.
package struct Contact: Sendable, Hashable {
    package let phone: String?
    package let address: String?
    /// 邮箱.
    package let email: String?
    /// 信函地址.
    package let letters: String?
    package let note: String?

    init(_ record: RecordReader) {
        email = record.optionalText("邮箱")
        letters = record.optionalText("信函地址")
        phone = record.optionalText("电话")
        address = record.optionalText("网址")
        note = record.optionalText("说明")
    }
}
