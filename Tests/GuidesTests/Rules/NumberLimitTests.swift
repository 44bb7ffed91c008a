import Diagnostics
import Testing

@testable import Guides

/// Numbers in guide files, at their limits and far beyond: each is read or refused, and none ends the program.
struct NumberLimitTests {
    private static let absurd = [
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "-1",
        "99999999999999999999999999999999", "1e308", "0x7fffffffffffffff", "兆億万兆億万兆", "九千九百九十九千千千", "∞", "NaN",
    ]

    /// What all rules say, on the day of the tests.
    private func check(_ files: [String: String]) -> [Diagnostic] {
        let marked = MarkedTree(files)
        _ = Checker.check(marked.tree, today: testDay)
        return Checker.check(marked.condensed, today: testDay)
    }

    @Test(arguments: absurd) func `A time limit`(_ number: String) throws {
        for unit in ["日", "天", "个工作日", "个月", "年", "小时", "日内", "-5日"] {
            let text = number + unit
            #expect(TimeLimit(text) == nil, "\(text)")
            let found = check(
                sampleTree([
                    "items/施工许可.yaml": sampleItem(["承诺办结时限": "承诺办结时限: {时限: \(text), 起算: 受理}"])
                ]))
            #expect(found.contains { $0.rule == UnreadableTimeLimit.name }, "\(text)")
        }
    }

    @Test func `The longest time limits are counted without an end beyond the years there are`() throws {
        let calendar = WorkingDayCalendar()
        let last = try #require(CalendarDate("2999-12-31")), first = try #require(CalendarDate("1900-01-01"))
        for text in ["3650日", "3650个工作日", "3650个月", "3650天"] {
            let limit = try #require(TimeLimit(text))
            #expect(calendar.adding(limit, to: last) == nil)
            #expect(calendar.adding(limit, to: first) != nil)
        }
        #expect(TimeLimit("3650.5日") == nil)
        #expect(TimeLimit("3651个月") == nil)
        #expect(TimeLimit("0日") == nil)
    }

    @Test(arguments: absurd) func `A year, a date, a number of copies`(_ number: String) {
        for text in [number, "\(number)-01-01", "2026-\(number)-01", "\(number)年1月1日"] {
            #expect(CalendarDate(text) == nil, "\(text)")
        }
        let calendar = """
            年份: \(number)
            放假: [{名称: 元旦, 起: 2026-01-01, 止: 2999-12-31}, {名称: 国庆, 起: 1900-01-01, 止: \(number)}]
            调休上班: [2026-02-14, \(number)]

            """
        #expect(!check(sampleTree(["calendar/2026.yaml": calendar])).isEmpty)
        for key in ["到办事现场次数", "事项版本"] {
            let found = check(sampleTree(["items/施工许可.yaml": sampleItem([key: "\(key): \(number)"])]))
            #expect(found.contains { $0.rule == WrongType.name }, "\(key) \(number)")
        }
        let materials = "申请材料: [{名称: 申请表, 原件份数: \(number), 复印件份数: \(number), 材料形式: 电子, 必要性: 必要, 来源渠道: 申请人自备}]"
        #expect(
            check(sampleTree(["items/施工许可.yaml": sampleItem(["申请材料": materials])])).count { $0.rule == WrongType.name }
                == 2)
    }

    @Test(arguments: absurd) func `Steps of a flow`(_ number: String) {
        let steps = """
            办理流程: [{环节: 申请, 办理人: 申请人, 角色: 申请人}, {环节: 受理, 办理人: 窗口, 角色: 窗口, 时限: \(number)日}, {环节: 送达, 办理人: 窗口, 角色: 窗口}]
            """
        #expect(
            check(sampleTree(["items/施工许可.yaml": sampleItem(["办理流程": steps])])).contains {
                $0.rule == UnreadableTimeLimit.name
            })
    }

    @Test func `A horizon of a hundred years is one`() throws {
        let guidebook = try #require(Guidebook(MarkedTree(sampleTree()).tree))
        for today in ["1900-01-01", "2999-12-31"] {
            let audit = Audit(guidebook, today: try #require(CalendarDate(today)), horizon: 36_500)
            #expect(audit.samples.isEmpty == false)
        }
    }
}
