import Guides
import Testing

struct TimeLimitTests {
    @Test(arguments: [
        ("7日", TimeLimit.span(7, .day)), ("7天", .span(7, .day)), ("20个工作日", .span(20, .workingDay)),
        ("20工作日", .span(20, .workingDay)),
        ("0.5个工作日", .span(0.5, .workingDay)), ("２０个工作日", .span(20, .workingDay)), ("1个月", .span(1, .month)),
        ("3月", .span(3, .month)),
        (" 15 个 工作日", .span(15, .workingDay)), ("即时", .immediate), ("当场", .immediate), ("即办", .immediate), ("无", .none),
        ("10个自然日", .span(10, .day)),
    ])
    func readable(text: String, limit: TimeLimit) {
        #expect(TimeLimit(text) == limit)
    }

    @Test(arguments: [
        "", "7", "日", "0日", "-1日", "七日", "1-3个工作日", "0.3日", "7.日", ".5日", "1.5.5日", "3651日", "1e3日", "7日内", "1年",
        "nan日", "٣日",
    ])
    func unreadable(text: String) {
        #expect(TimeLimit(text) == nil)
    }

    @Test func description() {
        #expect(TimeLimit.span(0.5, .workingDay).description == "0.5 个工作日")
        #expect(TimeLimit.span(7, .day).description == "7 日")
        #expect(TimeLimit.immediate.description == "即时")
        #expect(TimeLimit.none.description == "无法定时限")
    }

    @Test func unlikeUnitsAreComparedOnlyWhereEveryCalendarAgrees() {
        #expect(TimeLimit.span(5, .workingDay).exceeds(.span(7, .day)) == nil)
        #expect(TimeLimit.span(8, .workingDay).exceeds(.span(7, .day)) == true)
        #expect(TimeLimit.span(30, .day).exceeds(.span(1, .month)) == nil)
        #expect(TimeLimit.span(32, .day).exceeds(.span(1, .month)) == true)
        #expect(TimeLimit.span(1, .month).exceeds(.span(27, .day)) == true)
        #expect(TimeLimit.span(1, .month).exceeds(.span(28, .day)) == nil)
        #expect(TimeLimit.span(32, .workingDay).exceeds(.span(1, .month)) == true)
    }
}
