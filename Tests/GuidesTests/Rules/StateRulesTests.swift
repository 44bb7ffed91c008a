import Guides
import Testing

/// 暂停, 取消 and the planned days.
@Suite struct StateRulesTests {
    @Test func `A pause says since when and why`() {
        expect(
            UnexplainedPause.self, inItem: "事项状态: 1️⃣暂停\n",
            ["1️⃣ 事项状态是“暂停”，请加上一行：暂停: {起: 〔待填〕, 止: 〔待填〕, 原因: 〔待填〕}；还不知道到哪天，就不写“止”"])
        expect(
            UnexplainedPause.self, inItem: "事项状态: 1️⃣在用\n暂停: 2️⃣{起: 2026-11-01, 原因: 升级}\n",
            ["1️⃣ 写了“暂停”，事项状态却是“在用”：在暂停的，状态写“暂停”；已经恢复的，删去“暂停”（2️⃣ “暂停”写在这里）"])
        expect(UnexplainedPause.self, inItem: "事项状态: 暂停\n暂停: {起: 2026-11-01, 原因: 升级}\n", [])
        expect(
            DatesOutOfOrder.self, inItem: "暂停: {起: 2026-12-01, 止: 1️⃣2026-11-01, 原因: 升级}\n",
            ["1️⃣ “止”（2026-11-01）早于“起”（2026-12-01），请核对（items/甲.yaml:1:9 “起”写在这里）"])
    }

    @Test func `A cancellation says since when and why`() {
        expect(
            UnexplainedCancellation.self, inItem: "事项状态: 1️⃣取消\n",
            ["1️⃣ 事项状态是“取消”，请加上一行：取消: {日期: 〔待填〕, 原因: 〔待填〕, 接替: 〔待填〕}；没有接替的指南，就不写“接替”"])
        expect(
            UnexplainedCancellation.self, inItem: "事项状态: 1️⃣取消\n计划取消日期: 2026-11-01\n",
            ["1️⃣ 事项状态是“取消”，请加上一行：取消: {原因: 〔待填〕, 接替: 〔待填〕}；没有接替的指南，就不写“接替”"])
        expect(
            UnexplainedCancellation.self, inItem: "事项状态: 取消\n取消: 1️⃣{原因: 并入}\n", ["1️⃣ “取消”里请加上“日期”：从哪天起不再办"])
        expect(
            UnexplainedCancellation.self, inItem: "事项状态: 1️⃣在用\n取消: 2️⃣{日期: 2026-11-01, 原因: 并入}\n",
            ["1️⃣ 写了“取消”，事项状态却是“在用”：已经取消的，状态写“取消”；以后才取消的，写上“计划取消日期”；不取消的，删去“取消”（2️⃣ “取消”写在这里）"])
        expect(
            UnexplainedCancellation.self, inItem: "事项状态: 在用\n计划取消日期: 2️⃣2027-01-01\n取消: {日期: 1️⃣2027-02-01, 原因: 并入}\n",
            ["1️⃣ 这里写2027年2月1日取消，“计划取消日期”却是2027年1月1日，请改成一样，或删去一个（2️⃣ “计划取消日期”写在这里）"])
        for fine in [
            "事项状态: 取消\n取消: {日期: 2026-11-01, 原因: 并入}\n", "事项状态: 在用\n计划取消日期: 2027-01-01\n取消: {原因: 并入}\n",
            "事项状态: 在用\n计划取消日期: 2027-01-01\n",
        ] { expect(UnexplainedCancellation.self, inItem: fine, []) }
    }

    @Test func `A pause whose last day has passed is said on the next`() throws {
        let text = "事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 1️⃣2026-11-23, 原因: 升级}\n"
        expect(EndedPause.self, inItem: text, today: try #require(CalendarDate("2026-11-23")), [])
        expect(
            EndedPause.self, inItem: text, today: try #require(CalendarDate("2026-11-24")),
            ["1️⃣ 暂停到2026年11月23日为止，已经过了，页面已经按“在用”显示：请把事项状态改成“在用”，删去“暂停”；还没有恢复的，改“止”"])
    }

    @Test func `An end is said thirty days ahead, and behind it, with what still names the item`() throws {
        let tree = [
            "items/甲.yaml": "事项状态: 在用\n计划取消日期: 1️⃣2026-12-20\n", "roadmaps/乙.yaml": "阶段:\n  - 事项: [{事项: 2️⃣甲}]\n",
            "cards/丙.yaml": "打开: 3️⃣甲\n",
        ]
        let reason = "；请写明原因：取消: {原因: 〔待填〕, 接替: 〔待填〕}"
        let notes = "（3️⃣ 这里还指着它）（2️⃣ 这里还指着它）"
        expect(PlannedCancellation.self, in: tree, today: try #require(CalendarDate("2026-11-19")), [])
        expect(
            PlannedCancellation.self, in: tree, today: try #require(CalendarDate("2026-11-20")),
            ["1️⃣ 2026年12月20日起取消，还有30天，到那天页面自动换成取消说明\(reason)\(notes)"])
        expect(
            PlannedCancellation.self, in: tree, today: try #require(CalendarDate("2026-12-20")),
            ["1️⃣ 已于2026年12月20日取消，扫码看到的是取消说明：请把事项状态改成“取消”，从全流程和卡里删去它\(reason)\(notes)"])
        expect(
            PlannedCancellation.self, inItem: "事项状态: 取消\n取消: {日期: 1️⃣2027-01-01, 原因: 并入}\n",
            ["1️⃣ 2027年1月1日才取消，在那以前照常办理：请把事项状态写成“在用”，把日期写进“计划取消日期”"])
    }

    @Test func `A retirement may stand beside a guide until its day`() throws {
        func tree(_ date: String, reviewed: String) -> [String: String] {
            [
                "items/甲.yaml": "短码: 1️⃣CY7MN\n核对: {日期: \(reviewed), 状态: 示例}\n",
                "retired.yaml": "退役:\n  - {短码: 3️⃣CY7MN, 名称: 甲, 日期: 2️⃣\(date), 原因: 并入}\n",
            ]
        }
        let ahead = tree("2026-12-20", reviewed: "2026-11-01")
        expect(DuplicateCode.self, in: ahead, [])
        expect(PlannedRetirement.self, in: ahead, today: try #require(CalendarDate("2026-11-19")), [])
        expect(
            PlannedRetirement.self, in: ahead, today: try #require(CalendarDate("2026-12-19")),
            ["2️⃣ 2026年12月20日起停用，还有1天，到那天页面自动换成退役说明（1️⃣ 指南在这里）"])
        // At midnight the tree stays good: only a warning comes.
        expect(
            PlannedRetirement.self, in: ahead, today: try #require(CalendarDate("2026-12-20")),
            ["2️⃣ 已于2026年12月20日停用，扫码看到的是退役说明：请删去指南文件；指南还在用的，请从这里删去这一条（1️⃣ 指南在这里）"])
        expect(DuplicateCode.self, in: ahead, today: try #require(CalendarDate("2026-12-20")), [])
        // A guide that is checked on that day or later is alive: one of the two is a mistake.
        for reviewed in ["2026-12-20", "2026-12-21"] {
            let alive = tree("2026-12-20", reviewed: reviewed)
            expect(
                DuplicateCode.self, in: alive,
                ["3️⃣ 退役的短码“CY7MN”还有指南在用：指南还在的，请从这里删去；指南是新的，请给它换一个短码（1️⃣ 用在这里）"])
            expect(PlannedRetirement.self, in: alive, today: try #require(CalendarDate("2026-12-25")), [])
        }
        // The file was deleted too early.
        expect(
            PlannedRetirement.self,
            in: ["retired.yaml": "退役:\n  - {短码: CY7MN, 名称: 甲, 日期: 1️⃣2026-12-20, 原因: 并入}\n"],
            today: try #require(CalendarDate("2026-12-19")),
            ["1️⃣ 2026年12月20日才停用，指南文件却已经没有了，现在扫码就看到退役说明：请恢复指南文件，或把日期改成真正停用的那天"])
    }
}
