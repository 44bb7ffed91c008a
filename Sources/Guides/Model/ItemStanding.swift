/// 事项状态 with everything that the file says of its days: what an item is now, was and will be.
package struct ItemStanding: Sendable, Hashable {
    /// 事项状态.
    package enum Word: String, Sendable {
        case inUse = "在用"
        case paused = "暂停"
        case cancelled = "取消"
    }

    package let word: Word
    /// 计划生效日期: the first day on which it is done.
    package let start: CalendarDate?
    /// 计划取消日期: the first day on which it is no longer done.
    package let end: CalendarDate?
    package let pause: Pause?
    /// What 取消 says; its date is nil where only 计划取消日期 gives one.
    package let cancellation: Cancellation?

    init(_ record: RecordReader) {
        word = record.choice("事项状态") ?? .inUse
        start = record.date("计划生效日期")
        end = record.date("计划取消日期")
        pause = record.record("暂停").map { Pause($0) }
        cancellation = record.record("取消").map {
            Cancellation(date: $0.date("日期"), reason: $0.text("原因"), successor: $0.optionalText("接替"))
        }
    }

    /// Whether it is the same on every day: in use, without a date.
    package var isConstant: Bool { word == .inUse && start == nil && cancelledFrom == nil }

    /// The first day on which it is no longer done; nil where it is not to be cancelled.
    package var cancelledFrom: CalendarDate? { cancellation?.date ?? end }

    /// What it is on a day.
    ///
    /// A pause or a cancellation that lies ahead changes nothing yet, and after the last day of a pause the item is in use
    /// again, whether or not somebody has updated its file.
    package func state(on day: CalendarDate) -> ItemState {
        if let from = cancelledFrom {
            if from <= day { return .cancelled(cancelled(from)) }
        } else if word == .cancelled {
            return .cancelled(cancelled(nil))
        }
        if let start, day < start { return .notYet(from: start) }
        guard word == .paused else { return .inUse }
        let pause = pause ?? .unexplained
        if let since = pause.since, day < since { return .inUse }
        if let until = pause.until, until < day { return .inUse }
        return .paused(pause)
    }

    private func cancelled(_ date: CalendarDate?) -> Cancellation {
        Cancellation(date: date, reason: cancellation?.reason ?? "", successor: cancellation?.successor)
    }

    /// A day on which an item becomes something else, and what it is from then on.
    package struct Turn: Sendable, Hashable {
        package let day: CalendarDate
        package let state: ItemState
    }

    /// All its turns in their order, past ones too.
    package var turns: [Turn] {
        let days = [start, word == .paused ? pause?.since : nil, word == .paused ? pause?.resumes : nil, cancelledFrom]
        return Set(days.compactMap(\.self)).sorted().compactMap { day in
            guard let before = day.adding(days: -1) else { return nil }
            let state = self.state(on: day)
            return self.state(on: before) == state ? nil : Turn(day: day, state: state)
        }
    }

    /// What it becomes next.
    package func next(after day: CalendarDate) -> Turn? {
        isConstant ? nil : turns.first { $0.day > day }
    }
}

extension Item {
    /// What the item is on a day.
    package func state(on day: CalendarDate) -> ItemState { standing.state(on: day) }
}
