import Guides
import Testing

/// The rules about what an item must also say: elements that the standard asks for under a condition.
struct CompleteItemRulesTests {
    @Test func missingElement() {
        let offers = ["网上支付", "物流快递", "预约办理", "自助终端"].map { "是否支持\($0): 否\n" }.joined()
        expect(
            MissingElement.self,
            inItem: "基本编码: 甲\n实施编码: 甲\n权力来源: 法定本级行使\n特别程序: []\n\(offers)服务对象: [企业法人, 自然人]\n自然人主题分类: [甲]\n"
                + "核对: {日期: 2026-11-01, 状态: 1️⃣已核对}\n",
            ["1️⃣ 写了“已核对”的事项还要写“实施主体编码”、“是否进驻政务大厅”、“法人主题分类”；还没有核对好的，状态写“待核”"])
        expect(
            MissingElement.self,
            inItem: "基本编码: 甲\n实施编码: 甲\n实施主体编码: 甲\n权力来源: 法定本级行使\n特别程序: []\n\(offers)是否进驻政务大厅: 是\n"
                + "核对: {状态: 已核对}\n", [])
        expect(
            MissingElement.self,
            in: [
                "policies/甲.yaml": "核对: {状态: 1️⃣已核对}\n", "policies/乙.yaml": "性质: 优惠\n核对: {状态: 已核对}\n",
                "policies/丙.yaml": "核对: {状态: 待核}\n",
            ], ["1️⃣ 写了“已核对”的政策还要写“性质”；还没有核对好的，状态写“待核”"])
        for state in ["示例", "待核"] { expect(MissingElement.self, inItem: "核对: {状态: \(state)}\n", []) }
    }

    @Test func onlineAddress() {
        expect(
            OnlineAddress.self, inItem: "办理形式: [窗口办理, 1️⃣电脑端网上办理, 2️⃣移动端网上申请]\n核对: {状态: 待核}\n",
            ["1️⃣ 能“电脑端网上办理”，却没有写“网办地址”，请补上地址，或改办理形式", "2️⃣ 能“移动端网上申请”，却没有写“移动端办理地址”，请补上地址，或改办理形式"])
        expect(
            OnlineAddress.self, inItem: "办理形式: [电脑端网上办理]\n网办地址: https://a.example\n核对: {状态: 已核对}\n", [])
        expect(OnlineAddress.self, inItem: "办理形式: [窗口办理, 快递申请]\n核对: {状态: 已核对}\n", [])
        // A sample's address would be a guess.
        expect(OnlineAddress.self, inItem: "办理形式: [电脑端网上办理]\n核对: {状态: 示例}\n", [])
    }

    @Test func delegatedBody() {
        expect(DelegatedBody.self, inItem: "实施主体性质: 1️⃣受委托组织\n", ["1️⃣ 实施主体是受委托组织，请加上“委托部门”，写明受谁委托"])
        expect(
            DelegatedBody.self, inItem: "实施主体性质: 1️⃣法定机关\n委托部门: 2️⃣济宁市自然资源和规划局\n",
            ["1️⃣ 写了委托部门，实施主体性质却是“法定机关”，请改成“受委托组织”，或删去委托部门（2️⃣ 委托部门写在这里）"])
        expect(DelegatedBody.self, inItem: "实施主体性质: 受委托组织\n委托部门: 济宁市自然资源和规划局\n", [])
        expect(DelegatedBody.self, inItem: "实施主体性质: 法定机关\n", [])
    }

    @Test func resultSample() {
        expect(
            ResultSample.self, inItem: "办理结果: {名称: 1️⃣取水许可证, 类型: 证照}\n核对: {状态: 已核对}\n",
            ["1️⃣ 办理结果“取水许可证”没有样本，请写“样本”的地址"])
        expect(
            ResultSample.self, inItem: "办理结果: {名称: 取水许可证, 样本: 'https://a.example/1.png'}\n核对: {状态: 已核对}\n", [])
        expect(ResultSample.self, inItem: "办理结果: {名称: 取水许可证}\n核对: {状态: 示例}\n", [])
    }

    @Test func missingIssuer() {
        expect(
            MissingIssuer.self,
            inItem: "申请材料:\n  - {名称: 申请表, 来源渠道: 申请人自备}\n  - {名称: 营业执照, 来源渠道: 1️⃣政府部门核发}\n"
                + "  - {名称: 合同, 来源渠道: 企事业单位产生, 来源说明: 双方签订}\n",
            ["1️⃣ 材料“营业执照”不是申请人自备的，请加上“来源说明”，写明由谁出、到哪里拿"])
    }

    @Test func halfBusinessItem() {
        expect(HalfBusinessItem.self, inItem: "业务办理项名称: 1️⃣新办\n", ["1️⃣ 写了“业务办理项名称”，还要写“业务办理项编码”"])
        expect(HalfBusinessItem.self, inItem: "业务办理项编码: 1️⃣甲\n", ["1️⃣ 写了“业务办理项编码”，还要写“业务办理项名称”"])
        expect(HalfBusinessItem.self, inItem: "业务办理项名称: 新办\n业务办理项编码: 甲\n", [])
        expect(HalfBusinessItem.self, inItem: "名称: 甲\n", [])
    }
}
