import Testing

@testable import Guides

struct WorkingDayCalendarTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private let calendar = MarkedTree([
        "calendar/2026.yaml": "年份: 2026\n放假: [{名称: 国庆节, 起: 2026-10-01, 止: 2026-10-07}]\n调休上班: [2026-10-10]\n"
    ]).tree.calendar

    @Test(arguments: [
        ("1个工作日", "2026-11-23", "2026-11-24"), ("5个工作日", "2026-11-23", "2026-11-30"),
        ("1个工作日", "2026-11-27", "2026-11-30"),
        ("1个工作日", "2026-11-28", "2026-11-30"), ("0.5个工作日", "2026-11-23", "2026-11-24"),
        ("1个工作日", "2026-09-30", "2026-10-08"),
        ("3个工作日", "2026-09-30", "2026-10-10"), ("7日", "2026-11-23", "2026-11-30"), ("1个月", "2026-01-31", "2026-02-28"),
        ("2个月", "2026-12-31", "2027-02-28"), ("1.5个月", "2026-01-31", "2026-03-15"), ("即时", "2026-11-27", "2026-11-27"),
        ("即时", "2026-11-28", "2026-11-30"), ("即时", "2026-10-01", "2026-10-08"), ("即时", "2026-10-10", "2026-10-10"),
    ])
    func theLastDay(limit: String, start: String, end: String) throws {
        let result = calendar.adding(try #require(TimeLimit(limit)), to: try date(start))
        #expect(result == .init(date: try date(end), missingYear: nil))
    }

    @Test func `On a day off nothing is taken in before the next working day`() throws {
        for (day, taken) in [
            ("2026-11-27", "2026-11-27"), ("2026-11-28", "2026-11-30"), ("2026-10-10", "2026-10-10"),
            ("2026-10-01", "2026-10-08"),
        ] {
            #expect(
                calendar.workingDay(from: try date(day)) == .init(date: try date(taken), missingYear: nil), "\(day)")
        }
        // 元旦 is off in every year; the other holidays of 2027 are not known here.
        #expect(
            calendar.workingDay(from: try date("2026-12-31")) == .init(date: try date("2026-12-31"), missingYear: nil))
        #expect(
            calendar.workingDay(from: try date("2027-01-01")) == .init(date: try date("2027-01-04"), missingYear: 2027))
    }

    @Test func noLimitHasNoEnd() throws {
        #expect(calendar.adding(.none, to: try date("2026-01-01")) == nil)
    }

    @Test func aYearWithoutACalendarIsCountedByWeekendsAndSaidSo() throws {
        let result = calendar.adding(.span(3, .workingDay), to: try date("2026-12-30"))
        #expect(result == .init(date: try date("2027-01-05"), missingYear: 2027))
        let empty = WorkingDayCalendar()
        #expect(empty.adding(.span(1, .workingDay), to: try date("2026-09-30"))?.missingYear == 2026)
    }

    @Test func theEndOfTime() throws {
        #expect(calendar.adding(.span(3650, .workingDay), to: try date("2999-12-01")) == nil)
        #expect(calendar.adding(.span(60, .month), to: try date("2999-12-01")) == nil)
    }

    @Test func aSlipInAYearDoesNotFillTheMemory() throws {
        let calendar = MarkedTree(["calendar/2026.yaml": "年份: 2026\n放假: [{名称: 甲, 起: 2026-10-01, 止: 2926-10-07}]\n"])
            .tree.calendar
        #expect(!calendar.isWorkingDay(try date("2026-11-02")))
        #expect(calendar.isWorkingDay(try date("2027-11-02")))
    }

    @Test func retirementsReachTheGuidebook() throws {
        let tree = MarkedTree(
            sampleTree(["retired.yaml": "退役:\n  - {短码: WB7HM, 名称: 甲, 日期: 2026-01-01, 原因: 合并, 接替: 施工许可}\n"])
        ).tree
        let guidebook = try #require(Guidebook(tree))
        let retirement = try #require(guidebook.retired[try ShortCode(reading: "WB7HM")])
        #expect(retirement.name == "甲")
        #expect(retirement.successor == "施工许可")
        #expect(retirement.date == (try date("2026-01-01")))
    }
}
