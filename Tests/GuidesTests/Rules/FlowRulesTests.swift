import Diagnostics
import Guides
import Testing

/// The rules about 办理流程 and its times.
struct FlowRulesTests {
    @Test func duplicateStep() {
        expect(
            DuplicateStep.self,
            inItem: """
                办理流程:
                  - 环节: 1️⃣受理
                  - 写错了
                  - 环节: 决定
                  - 环节: 2️⃣受理
                  - 环节: 3️⃣受理
                """,
            ["2️⃣ 环节“受理”写了两次，请改名（1️⃣ 首次写在这里）", "3️⃣ 环节“受理”写了两次，请改名（1️⃣ 首次写在这里）"])
    }

    @Test func unknownStep() {
        expect(
            UnknownStep.self,
            inItem: """
                办理流程:
                  - {环节: 受理, 分支: {材料不齐: 1️⃣补证, 不属于本机关: 2️⃣告知}}
                  - {环节: 决定, 下一步: 3️⃣归档}
                  - {环节: 补正, 下一步: 结束}
                """,
            [
                "1️⃣ 办理流程里没有环节“补证”，是否想写“补正”？", "2️⃣ 办理流程里没有环节“告知”，请写某个环节的名称，或“结束”",
                "3️⃣ 办理流程里没有环节“归档”，请写某个环节的名称，或“结束”",
            ])
    }

    @Test func unreachableStep() {
        expect(
            UnreachableStep.self,
            inItem: """
                办理流程:
                  - {环节: 受理, 下一步: 送达}
                  - {环节: 1️⃣决定}
                  - {环节: 送达, 下一步: 结束}
                  - {环节: 2️⃣补正, 下一步: 受理}
                """,
            ["1️⃣ 环节“决定”走不到：没有哪一步的“下一步”或“分支”通向它", "2️⃣ 环节“补正”走不到：没有哪一步的“下一步”或“分支”通向它"])
    }

    @Test func aStepReachedByABranchOnly() {
        expect(
            UnreachableStep.self,
            inItem: "办理流程:\n  - {环节: 受理, 分支: {材料不齐: 补正}}\n  - {环节: 决定, 下一步: 结束}\n  - {环节: 补正, 下一步: 受理}\n", [])
    }

    @Test func promiseExceedsStatute() {
        expect(
            PromiseExceedsStatute.self,
            inItem: "法定办结时限: {时限: 1️⃣7日}\n承诺办结时限: {时限: 2️⃣10日}\n",
            ["2️⃣ 承诺办结时限（10 日）长于法定办结时限（7 日），请改短或核对法条（1️⃣ 法定办结时限写在这里）"])
    }

    @Test(arguments: [
        ("20个工作日", "20日", false), ("21个工作日", "20日", true), ("7日", "7个工作日", false), ("1个月", "20日", true),
        ("32日", "1个月", true), ("31日", "1个月", false), ("3个工作日", "无", false), ("无", "7日", true), ("即时", "7日", false),
        ("1日", "即时", true), ("2个月", "1个月", true), ("0.5个工作日", "1个工作日", false),
    ])
    func promiseExceedsStatute(promised: String, statutory: String, isFound: Bool) {
        let marked = MarkedTree(["items/甲.yaml": "法定办结时限: {时限: \(statutory)}\n承诺办结时限: {时限: \(promised)}\n"])
        let found = Checker.check(marked.tree, today: testDay).contains { $0.rule == PromiseExceedsStatute.name }
        #expect(found == isFound)
    }

    @Test func endlessFlow() {
        expect(
            EndlessFlow.self,
            inItem: "办理流程:\n  - 环节: 申请\n  - 环节: 受理\n    分支: {不受理: 结束}\n  - 环节: 1️⃣审查\n  - 环节: 决定\n    下一步: 审查\n",
            ["1️⃣ 从环节“审查”走不到结束，请给后面的某个环节写“下一步: 结束”"])
        expect(EndlessFlow.self, inItem: "办理流程:\n  - 环节: 受理\n  - 环节: 决定\n    下一步: 没有的\n", [])
        expect(EndlessFlow.self, inItem: "办理流程:\n  - 环节: 受理\n    分支: {补正: 受理}\n", [])
    }

    @Test func licenceSteps() {
        expect(
            LicenceSteps.self, inItem: "事项类型: 行政许可\n办件类型: 承诺件\n办理流程: 1️⃣[{环节: 收件受理}, {环节: 办结}]\n",
            ["1️⃣ 行政许可的办理流程还要有“审查”、“决定”环节"])
        expect(
            LicenceSteps.self, inItem: "事项类型: 行政许可\n办件类型: 即办件\n办理流程: [{环节: 受理}, {环节: 当场决定}, {环节: 领取}]\n", [])
        expect(LicenceSteps.self, inItem: "事项类型: 公共服务\n办理流程: [{环节: 申请}]\n", [])
    }

    @Test func stepsExceedPromise() {
        expect(
            StepsExceedPromise.self,
            inItem: """
                承诺办结时限: {时限: 1️⃣3个工作日}
                办理流程: 2️⃣[{环节: 受理, 时限: 1个工作日}, {环节: 审查, 时限: 3个工作日}, {环节: 评审, 时限: 10个工作日, 不计时限: 是}, {环节: 公示, 时限: 7日}, {环节: 决定, 时限: 0.5个工作日}, {环节: 送达, 时限: 1个工作日}]
                """, ["2️⃣ 各环节加起来要3.5 个工作日，长于承诺办结时限（3 个工作日），请核对（1️⃣ 承诺办结时限写在这里）"])
    }
}
