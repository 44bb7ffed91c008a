/// Which days are working days (工作日): Monday to Friday without the national holidays, and the weekend days that the
/// State Council's yearly notice makes working days instead.
package struct WorkingDayCalendar: Sendable, Hashable {
    /// A date and how sure it is.
    package struct Result: Sendable, Hashable {
        package let date: CalendarDate
        /// The first year among the days counted that has no calendar file, so that of it only weekends and 元旦 were left out; nil
        /// where all is known.
        package let missingYear: Int?
    }

    /// The years whose holidays are known.
    package let years: Set<Int>
    private let holidays: Set<CalendarDate>
    private let workingWeekends: Set<CalendarDate>

    package init(years: Set<Int> = [], holidays: Set<CalendarDate> = [], workingWeekends: Set<CalendarDate> = []) {
        self.years = years
        self.holidays = holidays
        self.workingWeekends = workingWeekends
    }

    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        if workingWeekends.contains(date) { return true }
        // 元旦 is one day off whatever the year's notice says (全国年节及纪念日放假办法).
        if date.month == 1, date.day == 1, !years.contains(date.year) { return false }
        return !date.isWeekend && !holidays.contains(date)
    }

    /// The day on which an office can take in what is handed in on `date`: that very day, or the next working day.
    ///
    /// - Returns: Nil where the years that dates can have (to 2999) end first.
    package func workingDay(from date: CalendarDate) -> Result? {
        var date = date
        var missingYear: Int?
        while true {
            if missingYear == nil, !years.contains(date.year) { missingYear = date.year }
            if isWorkingDay(date) { return Result(date: date, missingYear: missingYear) }
            guard let next = date.adding(days: 1) else { return nil }
            date = next
        }
    }

    /// The last day of a limit that starts on `start`, which itself is not counted (民法典 第二百零一条).
    ///
    /// What is decided at once is decided on `start`, or where nobody works on that day, on the next working day. Working days are counted one by one, halves rounded up. Calendar days and months run on through weekends; a month
    /// that has no such day ends on its last (第二百零二条), and half a month counts as 15 days. A last day that is a
    /// holiday is not moved on.
    ///
    /// - Returns: Nil where there is no limit, or where the years that dates can have (to 2999) end first.
    package func adding(_ limit: TimeLimit, to start: CalendarDate) -> Result? {
        switch limit {
        case .none: nil
        case .immediate: workingDay(from: start)
        case .span(let number, .workingDay): addingWorkingDays(Int(number.rounded(.up)), to: start)
        case .span(let number, .day):
            start.adding(days: Int(number.rounded(.up))).map { Result(date: $0, missingYear: nil) }
        case .span(let number, .month):
            start.adding(months: Int(number)).flatMap { $0.adding(days: number == number.rounded() ? 0 : 15) }
                .map { Result(date: $0, missingYear: nil) }
        }
    }

    private func addingWorkingDays(_ count: Int, to start: CalendarDate) -> Result? {
        var (date, left) = (start, count)
        var missingYear: Int?
        while left > 0 {
            guard let next = date.adding(days: 1) else { return nil }
            date = next
            if missingYear == nil, !years.contains(date.year) { missingYear = date.year }
            if isWorkingDay(date) { left -= 1 }
        }
        return Result(date: date, missingYear: missingYear)
    }
}

extension WorkingDayCalendar {
    /// The calendar of all files of guides/calendar/.
    init(_ records: [RecordReader]) {
        var years: Set<Int> = []
        var holidays: Set<CalendarDate> = []
        var workingWeekends: Set<CalendarDate> = []
        for record in records {
            if let year = record.integer("年份") { years.insert(year) }
            for holiday in record.records("放假") {
                guard let first = holiday.date("起"), let last = holiday.date("止"), first <= last else { continue }
                // A slip in a year would otherwise fill the memory.
                let end = min(last.daysSinceEpoch, first.daysSinceEpoch + 60)
                for day in first.daysSinceEpoch...end { holidays.insert(CalendarDate(daysSinceEpoch: day)) }
            }
            workingWeekends.formUnion(record.texts("调休上班").compactMap { CalendarDate($0) })
        }
        self.init(years: years, holidays: holidays, workingWeekends: workingWeekends)
    }
}

extension CalendarDate {
    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool {
        // 1970-01-01 was a Thursday.
        let weekday = ((daysSinceEpoch + 3) % 7 + 7) % 7
        return weekday >= 5
    }

    /// So many days later; nil beyond 2999.
    package func adding(days: Int) -> CalendarDate? {
        let later = CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
        return CalendarDate(year: later.year, month: later.month, day: later.day)
    }

    /// The same day so many months later, or that month's last day; nil beyond 2999.
    package func adding(months: Int) -> CalendarDate? {
        let month = year * 12 + self.month - 1 + months
        let (year, index) = month.quotientAndRemainder(dividingBy: 12)
        return CalendarDate(
            year: year, month: index + 1, day: min(day, CalendarDate.days(in: index + 1, of: year)))
    }
}
