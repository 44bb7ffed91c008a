import Guides
import Testing

/// The rules that hold the elements of one item against one another.
struct ItemRulesTests {
    @Test func handlingMismatch() {
        expect(
            HandlingMismatch.self, inItem: "办件类型: 1️⃣即办件\n承诺办结时限: {时限: 2️⃣3个工作日}\n",
            ["2️⃣ 即办件当场办结，承诺办结时限要写“即时”；要几天的，办件类型写“承诺件”（1️⃣ 办件类型写在这里）"])
        expect(
            HandlingMismatch.self, inItem: "办件类型: 1️⃣承诺件\n承诺办结时限: {时限: 2️⃣即时}\n",
            ["1️⃣ 承诺办结时限是即时的，办件类型要写“即办件”（2️⃣ 承诺办结时限写在这里）"])
        expect(
            HandlingMismatch.self, inItem: "办件类型: 1️⃣承诺件\n承诺办结时限: {时限: 2️⃣无}\n",
            ["2️⃣ 承诺件要有承诺办结时限，请写几个工作日（1️⃣ 办件类型写在这里）"])
        expect(HandlingMismatch.self, inItem: "办件类型: 即办件\n承诺办结时限: {时限: 即时}\n", [])
        expect(HandlingMismatch.self, inItem: "办件类型: 其他\n承诺办结时限: {时限: 无}\n", [])
        expect(HandlingMismatch.self, inItem: "办件类型: 即办件\n承诺办结时限: {时限: 读不懂}\n", [])
    }

    @Test func visitReason() {
        expect(
            VisitReason.self, inItem: "到办事现场次数: 1️⃣2\n", ["1️⃣ 到办事现场次数是2，请加上“必须现场办理原因”，写明为什么要到现场"])
        expect(
            VisitReason.self, inItem: "到办事现场次数: 1️⃣1\n必须现场办理原因: 无\n",
            ["1️⃣ 到办事现场次数是1，请加上“必须现场办理原因”，写明为什么要到现场"])
        expect(VisitReason.self, inItem: "到办事现场次数: 1\n必须现场办理原因: 核对身份\n", [])
        expect(VisitReason.self, inItem: "到办事现场次数: 0\n", [])
    }

    @Test func needlessVisitReason() {
        expect(
            NeedlessVisitReason.self, inItem: "到办事现场次数: 1️⃣0\n必须现场办理原因: 2️⃣核对身份\n",
            ["2️⃣ 到办事现场次数是0，不用写必须现场办理的原因；要到现场的，请改次数（1️⃣ 次数写在这里）"])
        expect(NeedlessVisitReason.self, inItem: "到办事现场次数: 0\n必须现场办理原因: 无\n", [])
    }

    @Test func zeroVisits() {
        expect(
            ZeroVisits.self, inItem: "办理形式: 1️⃣[窗口办理]\n到办事现场次数: 2️⃣0\n",
            ["1️⃣ 到办事现场次数是0，办理形式里却没有网上办理或快递申请，请补上办理形式，或改次数（2️⃣ 次数写在这里）"])
        expect(ZeroVisits.self, inItem: "办理形式: [窗口办理, 快递申请]\n到办事现场次数: 0\n", [])
        expect(ZeroVisits.self, inItem: "办理形式: [窗口办理]\n", [])
    }

    @Test func onlineVisits() {
        expect(
            OnlineVisits.self, inItem: "办理形式: 1️⃣[电脑端网上办理]\n到办事现场次数: 2️⃣1\n",
            ["2️⃣ 只能网上办理的，到办事现场次数应当是0；要到现场的，办理形式加上“窗口办理”（1️⃣ 办理形式写在这里）"])
        expect(OnlineVisits.self, inItem: "办理形式: [电脑端网上办理, 窗口办理]\n到办事现场次数: 1\n", [])
    }

    @Test func incompleteFee() {
        expect(
            IncompleteFee.self, inItem: "是否收费: 1️⃣是\n",
            ["1️⃣ 收费的事项还要写“收费依据”：哪个文件规定可以收", "1️⃣ 收费的事项还要写“收费项目”：收什么费，多少钱"])
        expect(
            IncompleteFee.self, inItem: "是否收费: 是\n收费项目:\n  - {名称: 1️⃣工本费, 依据: 甲文件}\n",
            ["1️⃣ 收费项目“工本费”没有写“标准”，请写收多少钱"])
        expect(IncompleteFee.self, inItem: "是否收费: 是\n收费项目: [{名称: 工本费, 标准: 10元}]\n收费依据: 建筑法 第七条\n", [])
        expect(IncompleteFee.self, inItem: "是否收费: 否\n", [])
    }

    @Test func unsaidPayment() {
        expect(UnsaidPayment.self, inItem: "是否收费: 1️⃣是\n", ["1️⃣ 收费的事项请写“是否支持网上支付”"])
        expect(UnsaidPayment.self, inItem: "是否收费: 是\n是否支持网上支付: 否\n", [])
    }

    @Test func feeContradiction() {
        expect(
            FeeContradiction.self, inItem: "是否收费: 1️⃣否\n收费项目: 2️⃣[{名称: 工本费}]\n是否支持网上支付: 3️⃣是\n",
            [
                "2️⃣ 不收费的事项不能有收费项目，请删去，或把“是否收费”改成“是”（1️⃣ 是否收费写在这里）",
                "3️⃣ 不收费的事项不用网上支付，请写“否”（1️⃣ 是否收费写在这里）",
            ])
        expect(FeeContradiction.self, inItem: "是否收费: 否\n收费依据: 行政许可法 第五十八条\n是否支持网上支付: 否\n", [])
    }

    @Test func resultKind() {
        expect(
            ResultKind.self, inItem: "办理结果: {名称: 1️⃣施工许可证, 类型: 2️⃣批文}\n",
            ["2️⃣ “施工许可证”是证照，类型却写了“批文”，请核对（1️⃣ 结果名称写在这里）"])
        expect(
            ResultKind.self, inItem: "办理结果: {名称: 1️⃣核准批复, 类型: 2️⃣证照}\n",
            ["2️⃣ “核准批复”是批文，类型却写了“证照”，请核对（1️⃣ 结果名称写在这里）"])
        expect(ResultKind.self, inItem: "办理结果: {名称: 备案证明, 类型: 其他}\n", [])
    }

    @Test func missingCopies() {
        expect(
            MissingCopies.self,
            inItem:
                "申请材料:\n  - {名称: 申请表, 材料形式: 1️⃣纸质, 必要性: 必要}\n  - {名称: 甲, 材料形式: 纸质, 复印件份数: 1}\n  - {名称: 乙, 材料形式: 纸质, 必要性: 免交}\n",
            ["1️⃣ “申请表”要交纸质的，请写“原件份数”或“复印件份数”"])
    }

    @Test func topicAudience() {
        expect(
            TopicAudience.self, inItem: "服务对象: [企业法人]\n自然人主题分类: 1️⃣[住房保障]\n",
            ["1️⃣ 服务对象里没有“自然人”，请删去自然人主题分类，或补上服务对象"])
        expect(
            TopicAudience.self, inItem: "服务对象: [自然人]\n法人主题分类: 1️⃣[投资审批]\n",
            ["1️⃣ 服务对象只有自然人，请删去法人主题分类，或补上服务对象"])
        expect(TopicAudience.self, inItem: "服务对象: [自然人, 企业法人]\n法人主题分类: [投资审批]\n自然人主题分类: [住房]\n", [])
    }

    @Test func samePhone() {
        expect(
            SamePhone.self, in: ["site.yaml": "咨询电话: 1️⃣0537-3239633\n监督投诉电话: 2️⃣05373239633\n"],
            ["2️⃣ 监督投诉电话与咨询电话相同，请写另一个电话（1️⃣ 咨询电话写在这里）"])
        expect(
            SamePhone.self, inItem: "咨询方式: {电话: 1️⃣12345}\n监督投诉方式: {电话: 2️⃣12345}\n",
            ["2️⃣ 监督投诉电话与咨询电话相同，请写另一个电话（1️⃣ 咨询电话写在这里）"])
        expect(SamePhone.self, inItem: "咨询方式: {说明: 甲}\n监督投诉方式: {说明: 甲}\n", [])
    }

    @Test func identifierMismatch() {
        expect(
            IdentifierMismatch.self,
            inItem: """
                事项类型: 1️⃣行政确认
                基本编码: 2️⃣"370111500100"
                实施主体编码: 3️⃣91330100799655058B
                行使层级: 4️⃣[县级]
                实施编码: 5️⃣914403001922038216337011150010X
                """, ["2️⃣ 基本编码的第3、4位是“01”，行政确认应当是“07”（1️⃣ “事项类型”写在这里）"])
        expect(
            IdentifierMismatch.self,
            inItem: """
                基本编码: 1️⃣"370111500200"
                实施主体编码: 2️⃣91330100799655058B
                行使层级: 3️⃣[县级]
                实施编码: 4️⃣9144030019220382163370111500100
                业务办理项编码: 5️⃣913301007996550 58B337011150010001
                """,
            [
                "4️⃣ 实施编码的前18位应当是实施主体编码“91330100799655058B”（2️⃣ “实施主体编码”写在这里）",
                "4️⃣ 实施编码的最后12位应当是基本编码“370111500200”（1️⃣ “基本编码”写在这里）",
                "4️⃣ 实施编码的第19位表示“市级”，行使层级里没有（3️⃣ “行使层级”写在这里）",
            ])
        expect(
            IdentifierMismatch.self,
            inItem: "实施编码: 1️⃣\"9144030019220382163370111500100\"\n业务办理项编码: 2️⃣91330100799655058B337011150010001\n",
            ["2️⃣ 业务办理项编码的前31位应当是实施编码（1️⃣ “实施编码”写在这里）"])
    }

    @Test func malformedIdentifier() {
        expect(
            MalformedIdentifier.self, inItem: "基本编码: 1️⃣\"3701\"\n实施主体编码: 2️⃣91330100799655058A\n",
            [
                "1️⃣ “基本编码”应当是12位，这里是4位，请对照官方系统核对",
                "2️⃣ “实施主体编码”第18位校验码不对；如果前17位没有写错，应当是“B”，请对照官方系统核对",
            ])
    }
}
