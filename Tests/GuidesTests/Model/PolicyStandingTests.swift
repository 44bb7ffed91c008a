import Guides
import Testing

/// What a policy is on a day.
@Suite struct PolicyStandingTests {
    private func standing(_ lines: String, on day: String) throws -> PolicyStanding {
        let text = """
            短码: WB7HM
            名称: 税收公告
            发文机关: 税务部门
            \(lines)
            领域: [房地产开发]
            适用对象: 企业
            要点: [减半。]
            解读: {这是什么: 甲, 谁能用: 甲, 能得到什么: 甲, 怎么做: 甲, 注意什么: 甲}
            核对: {日期: 2026-11-01, 状态: 待核}
            下次核对: 2027-05-01

            """
        let book = try #require(Guidebook(MarkedTree(sampleTree(["policies/税收.yaml": text])).tree))
        let dated = book.on(try #require(CalendarDate(day)))
        return dated.standing(of: try #require(dated.policies["税收"]))
    }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func `A policy is over on the day after its last one, whatever its file still calls it`() throws {
        for state in ["有效", "待核", "已到期"] {
            let lines = "状态: \(state)\n有效期至: 2026-12-31"
            #expect(try !standing(lines, on: "2026-12-31").isPast, "\(state)")
            #expect(try standing(lines, on: "2027-01-01") == .expired(lastDay: date("2026-12-31")), "\(state)")
        }
        #expect(try standing("有效期至: 2026-12-31", on: "2027-01-01").isPast)
        #expect(try standing("状态: 已到期", on: "2026-01-01") == .expired(lastDay: nil))
    }

    @Test func `A repealed policy is not merely over`() throws {
        #expect(try standing("状态: 已废止\n有效期至: 2025-12-31", on: "2026-11-23") == .repealed)
    }

    @Test func `A policy waits for its first day`() throws {
        let lines = "状态: 有效\n施行日期: 2027-01-01"
        #expect(try standing(lines, on: "2026-12-31") == .notYet(from: date("2027-01-01")))
        #expect(try standing(lines, on: "2027-01-01") == .inForce)
        #expect(try standing("状态: 待核", on: "2027-01-01") == .unverified)
    }
}
