/// What 事项状态 and the dates beside it amount to on one day.
package enum ItemState: Sendable, Hashable {
    /// 在用.
    case inUse
    /// 暂停: nobody can apply, and no day of decision may be promised.
    case paused(Pause)
    /// Before 计划生效日期: nobody can apply yet.
    case notYet(from: CalendarDate)
    /// 取消: its code opens nothing any more but the reason and what has taken its place.
    case cancelled(Cancellation)
}

/// 暂停: since when, until when and why an item cannot be applied for.
package struct Pause: Sendable, Hashable {
    /// 起, the first day; nil only in a tree with errors.
    package let since: CalendarDate?
    /// 止, the last day; nil where nobody knows it yet.
    package let until: CalendarDate?
    /// 原因, for applicants.
    package let reason: String

    init(_ record: RecordReader) {
        since = record.date("起")
        until = record.date("止")
        reason = record.text("原因")
    }

    /// A pause of which the file says nothing, as only one with errors does.
    static let unexplained = Pause()

    private init() { (since, until, reason) = (nil, nil, "") }

    /// The first day after it; nil where its end is not known.
    package var resumes: CalendarDate? { until?.adding(days: 1) }
}

/// 取消: since when and why an item is no longer done, and what to read instead.
package struct Cancellation: Sendable, Hashable {
    /// The first day on which it is no longer done; nil only in a tree with errors.
    package let date: CalendarDate?
    /// 原因, for whoever scans its code; empty where the file gives none.
    package let reason: String
    /// 接替: the stem of the guide to read instead.
    package let successor: String?
}
