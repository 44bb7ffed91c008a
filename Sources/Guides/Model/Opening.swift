/// What a code opens on a day.
package enum Opening: Sendable {
    case guide(Guide)
    /// Nothing any more: why, and what to read instead.
    case gone(Retirement)
    /// Nothing before that day: a notice or a policy that is written but not out.
    case awaited(from: CalendarDate)
    /// Nothing yet: the code was minted before its guide.
    case reserved(Reservation)
    /// Nothing just now: its guide is being revised, and there is no older version to show.
    case revised
    /// It was never given away.
    case nothing
}
