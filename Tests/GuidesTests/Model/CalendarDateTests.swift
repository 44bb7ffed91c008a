import Guides
import Testing

struct CalendarDateTests {
    @Test(arguments: [
        "2026-11-01", "2026-11-1", "2026.11.1", "2026/11/01", "2026年11月1日", "2026年11月1号", "2026 年 11 月 1 日",
        "２０２６－１１－０１",
        "2026．11．1", "20261101", "2026-11–01",
    ])
    func whatCannotBeMisread(text: String) throws {
        #expect(try #require(CalendarDate(text)).description == "2026-11-01")
    }

    @Test(arguments: [
        "", "2026", "2026-11", "26-11-01", "01-11-2026", "2026-13-01", "2026-00-01", "2026-02-29", "2026-11-31",
        "2026-11-0",
        "2026-11-01日", "2026-11日-01", "2026年11-01", "2026年11日01月", "2026-11-01-02", "-2026-11-01", "2026-+1-01",
        "1899-12-31",
        "3000-01-01", "二〇二六年十一月一日", "2026-11-01 00:00", "202611011", "2026.11月1",
    ])
    func whatIsNoDate(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func leapYears() {
        #expect(CalendarDate("2028-02-29") != nil)
        #expect(CalendarDate("2000-02-29") != nil)
        #expect(CalendarDate("2100-02-29") == nil)
    }

    @Test func daysSinceEpochAndBack() throws {
        #expect(try #require(CalendarDate("1970-01-01")).daysSinceEpoch == 0)
        #expect(testDay.description == "2026-11-23")
        var expected = try #require(CalendarDate("1900-01-01")).daysSinceEpoch
        for year in 1900...2999 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    guard date.daysSinceEpoch == expected, CalendarDate(daysSinceEpoch: expected) == date else {
                        Issue.record("\(date)")
                        return
                    }
                    expected += 1
                }
            }
        }
    }

    @Test func order() throws {
        let dates = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(CalendarDate($0)) }
        #expect(dates.shuffled().sorted() == dates)
    }

    @Test func chinese() {
        #expect(testDay.chinese == "2026年11月23日")
    }
}
