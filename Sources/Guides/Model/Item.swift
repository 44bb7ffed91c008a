/// 事项: one approval or service, with everything its 办事指南 must say (GB/T 39554.2, GB/T 36114).
///
/// A class because it never changes and has forty parts: tables of all items are made anew at every edit, and a copy of each
/// costs one reference instead of forty.
package final class Item: Sendable {
    /// 办件类型.
    package enum Handling: String, Sendable {
        /// 即办件: decided on the spot.
        case immediate = "即办件"
        /// 承诺件: decided within the promised time.
        case promised = "承诺件"
        case other = "其他"
    }

    /// A time with what it is counted from and what it rests on.
    package struct Deadline: Sendable, Hashable {
        package let limit: TimeLimit
        /// 起算: what starts the count, such as 收到申请 or 受理.
        package let start: String?
        package let basis: Citation?
        /// Not the locality's published time.
        package let isSample: Bool
        package let note: String?

        init(_ record: RecordReader?) {
            limit = record?.timeLimit("时限") ?? .none
            start = record?.optionalText("起算")
            basis = record?.citation("依据")
            isSample = record?.yes("示例") ?? false
            note = record?.optionalText("说明")
        }
    }

    /// 办理结果: what the applicant gets.
    package struct Result: Sendable, Hashable {
        package let name: String
        /// 证照, 批文 or 其他.
        package let kind: String
        /// 样本: the address of a picture of it.
        package let sampleAddress: String?
        package let validity: String?
        package let validityBasis: Citation?
        /// 送达方式.
        package let deliveries: [String]
        package let delivery: Deadline?
    }

    /// 收费项目.
    package struct Fee: Sendable, Hashable {
        package let name: String
        package let amount: String?
        package let reduction: String?
        package let basis: String?
    }

    /// 办理地点: a counter in a hall of site.yaml.
    package struct Counter: Sendable, Hashable {
        package let hall: String
        package let window: String?
        package let hours: String?
    }

    /// 特别程序: a hearing, expert review or public notice.
    package struct SpecialProcedure: Sendable, Hashable {
        package let name: String
        package let basis: Citation?
        package let limit: TimeLimit?
        package let note: String?
    }

    /// 中介服务.
    package struct Intermediary: Sendable, Hashable {
        package let name: String
        package let basis: Citation?
        /// 委托方: who commissions and pays it.
        package let principal: String?
        package let note: String?
    }

    /// 曾用依据: a basis that is no longer in force.
    package struct FormerBasis: Sendable, Hashable {
        package let law: String
        package let articles: [String]
        package let until: CalendarDate?
        package let note: String?
    }

    /// The stem of its file, by which others refer to it.
    package let stem: String
    /// 短码; nil only in a tree with errors.
    package let code: ShortCode?
    /// 事项名称.
    package let name: String
    /// 别名, 日常用语.
    package let aliases: [String]
    /// 曾用名.
    package let formerNames: [FormerName]
    package let summary: String
    /// 事项类型.
    package let type: String
    /// 实施主体.
    package let body: String
    /// Nobody has published that it is this body.
    package let isBodySample: Bool
    /// 实施主体性质.
    package let bodyKind: String
    /// 行使层级.
    package let levels: [String]
    /// 事项状态, with its days.
    package let standing: ItemStanding
    /// 设定依据.
    package let basis: [Citation]
    package let formerBasis: [FormerBasis]
    /// 服务对象.
    package let audiences: [String]
    /// 办件类型.
    package let handling: Handling
    /// 办理形式.
    package let channels: [String]
    /// 到办事现场次数.
    package let visits: Int
    /// 必须现场办理原因.
    package let visitReason: String?
    /// 法定办结时限.
    package let statutory: Deadline
    /// 承诺办结时限.
    package let promised: Deadline
    /// 受理条件.
    package let conditions: [String]
    /// 情形.
    package let situations: [Situation]
    /// 申请材料.
    package let materials: [Material]
    /// 办理流程.
    package let steps: [FlowStep]
    package let specialProcedures: [SpecialProcedure]
    package let intermediaries: [Intermediary]
    /// 是否收费.
    package let isCharged: Bool
    /// 收费依据: why a fee is taken, or may not be.
    package let feeBasis: [Citation]
    package let fees: [Fee]
    package let counters: [Counter]
    package let inquiry: Contact?
    package let complaint: Contact?
    package let result: Result
    package let changes: [Change]
    package let review: Review
    /// Everything that its file says, for facts and data.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        code = record.code("短码")
        name = record.text("名称")
        aliases = record.names("别名")
        formerNames = record.formerNames
        summary = record.text("简介")
        type = record.text("事项类型")
        body = record.text("实施主体")
        isBodySample = record.texts("示例").contains("实施主体")
        bodyKind = record.text("实施主体性质")
        levels = record.texts("行使层级")
        standing = ItemStanding(record)
        basis = record.citations("设定依据")
        formerBasis = record.records("曾用依据").map { FormerBasis($0) }
        audiences = record.texts("服务对象")
        handling = record.choice("办件类型") ?? .other
        channels = record.texts("办理形式")
        visits = record.integer("到办事现场次数") ?? 0
        visitReason = record.optionalText("必须现场办理原因")
        statutory = Deadline(record.record("法定办结时限"))
        promised = Deadline(record.record("承诺办结时限"))
        conditions = record.texts("受理条件")
        situations = record.records("情形").map { Situation($0) }
        materials = record.records("申请材料").map { Material($0) }
        steps = record.records("办理流程").map { FlowStep($0) }
        specialProcedures = record.records("特别程序").map { SpecialProcedure($0) }
        intermediaries = record.records("中介服务").map { Intermediary($0) }
        isCharged = record.yes("是否收费")
        feeBasis = record.citations("收费依据")
        fees = record.records("收费项目").map { Fee($0) }
        counters = record.records("办理地点").map { Counter($0) }
        inquiry = record.record("咨询方式").map { Contact($0) }
        complaint = record.record("监督投诉方式").map { Contact($0) }
        result = Result(record.record("办理结果"))
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record, .item)
    }
}

extension Item {
    /// 常见问题.
    package var questions: [Question] {
        (written.value("常见问题", of: .item)?.elements ?? []).compactMap(\.record).map { Question($0) }
    }

    /// Every citation in the item, in the order in which it is read.
    package var citations: [Citation] {
        basis + [statutory.basis, promised.basis].compactMap(\.self) + materials.compactMap(\.basis)
            + steps.compactMap(\.basis) + specialProcedures.compactMap(\.basis) + intermediaries.compactMap(\.basis)
            + feeBasis + [result.validityBasis, result.delivery?.basis].compactMap(\.self)
    }

    /// Whether it can be done without coming in person.
    package var isOnline: Bool { channels.contains { $0.contains("网上") } }
}

extension Item.Result {
    init(_ record: RecordReader?) {
        name = record?.text("名称") ?? ""
        kind = record?.text("类型") ?? ""
        sampleAddress = record?.optionalText("样本")
        validity = record?.optionalText("有效期")
        validityBasis = record?.citation("有效期依据")
        deliveries = record?.texts("送达方式") ?? []
        delivery = (record?.record("送达时限")).map { Item.Deadline($0) }
    }
}

extension Item.Fee {
    init(_ record: RecordReader) {
        name = record.text("名称")
        amount = record.optionalText("标准")
        reduction = record.optionalText("减免")
        basis = record.optionalText("依据")
    }
}

extension Item.Counter {
    init(_ record: RecordReader) {
        hall = record.text("大厅")
        window = record.optionalText("窗口")
        hours = record.optionalText("办公时间")
    }
}

extension Item.SpecialProcedure {
    init(_ record: RecordReader) {
        name = record.text("名称")
        basis = record.citation("依据")
        limit = record.timeLimit("时限")
        note = record.optionalText("说明")
    }
}

extension Item.Intermediary {
    init(_ record: RecordReader) {
        name = record.text("名称")
        basis = record.citation("依据")
        principal = record.optionalText("委托方")
        note = record.optionalText("说明")
    }
}

extension Item.FormerBasis {
    init(_ record: RecordReader) {
        law = record.text("法规")
        articles = record.texts("条款").flatMap { PlaceReading($0).places }.map(\.description)
        until = record.date("止")
        note = record.optionalText("说明")
    }
}
