import Diagnostics
import Testing

@testable import Guides

/// What an item is, day by day.
@Suite struct ItemStandingTests {
    /// The standing of the sample item with some lines in the place of 事项状态.
    private func standing(_ lines: String) throws -> ItemStanding {
        let files = sampleTree(["items/施工许可.yaml": sampleItem(["事项状态": lines])])
        let marked = MarkedTree(files)
        let wrong = Checker.check(marked.tree, today: testDay).filter { $0.severity == .error }
        #expect(wrong.map(marked.describe) == [])
        return try #require(Guidebook(marked.tree)?.items["施工许可"]).standing
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func `An item in use is in use on every day`() throws {
        let standing = try standing("事项状态: 在用")
        #expect(standing.isConstant && standing.turns.isEmpty)
        for text in ["1900-01-01", "2026-11-23", "2999-12-31"] { #expect(standing.state(on: try day(text)) == .inUse) }
    }

    @Test func `A pause begins on its first day and ends behind its last`() throws {
        let standing = try standing("事项状态: 暂停\n暂停: {起: 2026-12-01, 止: 2026-12-31, 原因: 系统升级}")
        #expect(standing.state(on: try day("2026-11-30")) == .inUse)
        for text in ["2026-12-01", "2026-12-15", "2026-12-31"] {
            guard case .paused(let pause) = standing.state(on: try day(text)) else {
                Issue.record("\(text)")
                continue
            }
            #expect(pause.reason == "系统升级")
            #expect(try pause.since == day("2026-12-01"))
            #expect(try pause.until == day("2026-12-31"))
            #expect(try pause.resumes == day("2027-01-01"))
        }
        #expect(standing.state(on: try day("2027-01-01")) == .inUse)
        #expect(standing.turns.map(\.day) == [try day("2026-12-01"), try day("2027-01-01")])
        #expect(standing.next(after: try day("2026-12-01")) == .init(day: try day("2027-01-01"), state: .inUse))
        #expect(standing.next(after: try day("2027-01-01")) == nil)
    }

    @Test func `A pause without an end goes on`() throws {
        let standing = try standing("事项状态: 暂停\n暂停: {起: 2026-11-01, 原因: 系统升级}")
        guard case .paused(let pause) = standing.state(on: try day("2999-12-31")) else {
            throw Unexpected(words: "over")
        }
        #expect(pause.until == nil && pause.resumes == nil)
    }

    @Test func `The planned days are the first of what comes`() throws {
        let standing = try standing("事项状态: 在用\n计划生效日期: 2027-03-01\n计划取消日期: 2028-01-01")
        #expect(standing.state(on: try day("2027-02-28")) == .notYet(from: try day("2027-03-01")))
        #expect(standing.state(on: try day("2027-03-01")) == .inUse)
        #expect(standing.state(on: try day("2027-12-31")) == .inUse)
        guard case .cancelled(let end) = standing.state(on: try day("2028-01-01")) else {
            throw Unexpected(words: "no end")
        }
        #expect(try end.date == day("2028-01-01"))
        #expect(end.reason.isEmpty && end.successor == nil)
        #expect(standing.turns.map(\.day) == [try day("2027-03-01"), try day("2028-01-01")])
    }

    @Test func `A cancellation has its reason and successor, and waits for its day`() throws {
        let words = "原因: 并入施工许可。, 接替: 房地产开发"
        for lines in [
            "事项状态: 取消\n取消: {日期: 2026-11-01, \(words)}", "事项状态: 在用\n计划取消日期: 2026-11-01\n取消: {\(words)}",
            "事项状态: 取消\n计划取消日期: 2026-11-01\n取消: {\(words)}",
        ] {
            // The roadmap would still name it.
            let files = ["items/施工许可.yaml": sampleItem(["事项状态": lines])]
            let item = try #require(MarkedTree(sampleTree(files)).tree.guides[.item]?["施工许可"]?.item)
            #expect(item.state(on: try day("2026-10-31")) == .inUse, "\(lines)")
            guard case .cancelled(let end) = item.state(on: try day("2026-11-01")) else {
                Issue.record("\(lines)")
                continue
            }
            #expect(end.reason == "并入施工许可。" && end.successor == "房地产开发")
            #expect(try end.date == day("2026-11-01"))
        }
    }

    @Test func `A pause that a cancellation cuts short does not resume`() throws {
        let standing = try standing(
            "事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 2027-06-30, 原因: 系统升级}\n计划取消日期: 2027-01-01")
        #expect(standing.turns.map(\.day) == [try day("2026-11-01"), try day("2027-01-01")])
        guard case .cancelled = standing.next(after: try day("2026-12-01"))?.state else {
            throw Unexpected(words: "resumes")
        }
    }
}
