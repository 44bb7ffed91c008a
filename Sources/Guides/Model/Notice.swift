/// 通知.
package struct Notice: Sendable {
    package let stem: String
    package let code: ShortCode?
    package let name: String
    /// 曾用名.
    package let formerNames: [FormerName]
    package let issuer: String
    package let published: CalendarDate?
    package let expires: CalendarDate?
    package let fields: [String]
    package let text: [String]
    /// Not a real notice.
    package let isSample: Bool
    package let changes: [Change]
    package let review: Review
    /// Everything that its file says, for facts and data.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        code = record.code("短码")
        name = record.text("名称")
        formerNames = record.formerNames
        issuer = record.text("发布机关")
        published = record.date("发布日期")
        expires = record.date("有效期至")
        fields = record.texts("领域")
        text = record.paragraphs("内容")
        isSample = record.yes("示例")
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record, .notice)
    }
}
