import Guides
import Testing

/// What slipped through silently, one small rule each.
struct SmallRulesTests {
    @Test func `an address for what is not offered`() {
        expect(
            NeedlessAddress.self, inItem: "2️⃣办理形式: 3️⃣[窗口办理]\n网办地址: 1️⃣https://example.gov.cn\n",
            ["1️⃣ 写了“网办地址”，办理形式里却没有“电脑端网上办理”，请加上，或删去地址（3️⃣ 办理形式写在这里）"])
        expect(NeedlessAddress.self, inItem: "办理形式: [移动端网上申请]\n网办地址: https://example.gov.cn\n", [])
    }

    @Test func `steps in the wrong order`() {
        expect(
            StepsOutOfOrder.self,
            inItem: "办理流程:\n  - {环节: 1️⃣决定}\n  - {环节: 2️⃣受理}\n  - {环节: 送达}\n",
            ["2️⃣ “受理”排在“决定”后面，先后反了，请调换（1️⃣ 排在前面的写在这里）"])
        // The order is that of the way, not that of the list.
        expect(
            StepsOutOfOrder.self,
            inItem: "办理流程:\n  - {环节: 受理, 下一步: 审查}\n  - {环节: 决定, 下一步: 送达}\n  - {环节: 审查, 下一步: 决定}\n  - {环节: 送达}\n", [])
        expect(StepsOutOfOrder.self, inItem: "办理流程: [{环节: 受理决定}, {环节: 受理}]\n", [])
    }

    @Test func `the same material twice`() {
        expect(
            DuplicateMaterial.self, inItem: "申请材料:\n  - {名称: 1️⃣营业执照}\n  - {名称: 2️⃣《营业执照》}\n",
            ["2️⃣ 材料“《营业执照》”前面写过了，请合并成一条（1️⃣ 首次写在这里）"])
        expect(DuplicateMaterial.self, inItem: "申请材料:\n  - {名称: 合同, 仅当: 甲}\n  - {名称: 合同, 仅当: 乙}\n", [])
        expect(
            DuplicateMaterial.self, inItem: "申请材料:\n  - {名称: 1️⃣合同, 仅当: [甲, 乙]}\n  - {名称: 2️⃣合同, 仅当: 乙}\n",
            ["2️⃣ 材料“合同”前面写过了，请合并成一条（1️⃣ 首次写在这里）"])
    }

    @Test func `the same question twice`() {
        expect(
            DuplicateQuestion.self, inItem: "常见问题: [{问: 1️⃣几天？, 答: 三天}, {问: 2️⃣几天, 答: 五天}, {问: 几次, 答: 一次}]\n",
            ["2️⃣ 这个问题前面问过了，请只留一条（1️⃣ 首次写在这里）"])
    }

    @Test func `dates too far ahead`() {
        expect(
            DistantDate.self,
            in: [
                "items/甲.yaml": "下次核对: 1️⃣2099-01-01\n", "cards/乙.yaml": "版本日期: 2️⃣2099-01-01\n",
                "items/丙.yaml": "下次核对: 2028-01-01\n",
            ],
            ["2️⃣ “版本日期”是2099年1月1日，太远了，请核对年份", "1️⃣ “下次核对”是2099年1月1日，太远了，请核对年份"])
    }

    @Test func `a year without one of its holidays`() {
        expect(
            MissingHoliday.self,
            in: [
                "calendar/2028.yaml":
                    "放假: 1️⃣[{名称: 元旦}, {名称: 春节}, {名称: 劳动节}, {名称: 端午节}, {名称: 国庆节、中秋节}]\n"
            ], ["1️⃣ 放假里没有清明，请对照放假通知补上"])
    }

    @Test func `a card that opens something else than it says`() {
        let files = [
            "roadmaps/基础提升.yaml": "名称: 基础设施项目审批全流程\n", "items/施工许可延期.yaml": "名称: 建筑工程施工许可证延期\n别名: [{名称: 开工延期}]\n",
        ]
        expect(
            CardTitle.self, in: files.merging(["cards/甲.yaml": "打开: 1️⃣基础提升\n标题: 2️⃣施工许可延期\n"]) { $1 },
            ["1️⃣ 这张卡的标题是“施工许可延期”，打开的却是“基础设施项目审批全流程”，请核对（2️⃣ 标题写在这里）"])
        for title in ["施工许可证", "开工", "延期"] {
            expect(CardTitle.self, in: files.merging(["cards/甲.yaml": "打开: 施工许可延期\n标题: \(title)\n"]) { $1 }, [])
        }
        expect(CardTitle.self, in: ["cards/甲.yaml": "打开: 总览\n标题: 一卡通\n"], [])
    }
}
