/// A code that opened a guide once and opens none any more: retired (退役), or of an item that is cancelled (取消).
///
/// It is never given to another guide.
package struct Retirement: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
        /// Listed in retired.yaml.
        case retired
        /// 事项状态 or 计划取消日期 of the item.
        case cancelled
    }

    package let code: ShortCode
    /// The name of the guide that it opened.
    package let name: String
    /// From when on the guide is gone; nil only in a tree with errors.
    package let date: CalendarDate?
    /// Why, for the person who scans the code; empty where nobody has said it.
    package let reason: String
    /// 接替: the stem of the guide to read instead.
    package let successor: String?
    package let cause: Cause
    /// The stem of the guide's file where it is still there.
    package let stem: String?

    init?(_ record: RecordReader) {
        guard let code = record.code("短码") else { return nil }
        self.code = code
        name = record.text("名称")
        date = record.date("日期")
        reason = record.text("原因")
        successor = record.optionalText("接替")
        cause = .retired
        stem = nil
    }

    /// What became of an item that is cancelled.
    init(_ item: Item, code: ShortCode, _ cancellation: Cancellation) {
        self.code = code
        name = item.name
        date = cancellation.date
        reason = cancellation.reason
        successor = cancellation.successor
        cause = .cancelled
        stem = item.stem
    }

    /// The same where the guide's file is still there.
    init(_ retirement: Retirement, stem: String) {
        code = retirement.code
        name = retirement.name
        date = retirement.date
        reason = retirement.reason
        successor = retirement.successor
        cause = retirement.cause
        self.stem = stem
    }
}
