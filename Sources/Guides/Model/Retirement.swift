/// 退役: a code that was printed once and whose guide is gone.
///
/// It is never given to another guide.
package struct Retirement: Sendable, Hashable {
    package let code: ShortCode
    /// The name of the guide that it opened.
    package let name: String
    /// From when on the guide is gone; nil only in a tree with errors.
    package let date: CalendarDate?
    /// Why, for the person who scans the code.
    package let reason: String
    /// 接替: the stem of the guide to read instead.
    package let successor: String?

    init?(_ record: RecordReader) {
        guard let code = record.code("短码") else { return nil }
        self.code = code
        name = record.text("名称")
        date = record.date("日期")
        reason = record.text("原因")
        successor = record.optionalText("接替")
    }
}
