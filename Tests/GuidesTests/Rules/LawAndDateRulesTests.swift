import Guides
import Testing

/// The rules about laws, dates, and what the day itself changes.
struct LawAndDateRulesTests {
    private let repealed = ["laws/环境影响评价法.yaml": "名称: 中华人民共和国环境影响评价法\n状态: 已废止\n废止日期: 2026-08-15\n替代: 生态环境法典\n"]

    @Test func repealedLaw() {
        expect(
            RepealedLaw.self,
            in: repealed.merging([
                "items/甲.yaml": """
                设定依据: [1️⃣环境影响评价法 第二十二条]
                曾用依据: [{法规: 环境影响评价法, 止: 2026-08-15}]
                收费依据: {法规: 2️⃣环境影响评价法}
                """,
                "laws/生态环境法典.yaml": "名称: 生态环境法典\n状态: 现行有效\n",
            ]) { $1 },
            [
                "1️⃣ “中华人民共和国环境影响评价法”已于2026年8月15日废止，请改用“生态环境法典”，或写到“曾用依据”",
                "2️⃣ “中华人民共和国环境影响评价法”已于2026年8月15日废止，请改用“生态环境法典”，或写到“曾用依据”",
            ])
    }

    @Test func lawNotInForce() {
        expect(
            LawNotInForce.self,
            in: ["items/甲.yaml": "设定依据: [1️⃣新法]\n", "laws/新法.yaml": "名称: 新法\n状态: 尚未施行\n施行日期: 2027-01-01\n"],
            ["1️⃣ “新法”尚未施行（2027年1月1日起施行），请核对依据"])
    }

    @Test func basisWithoutArticle() {
        expect(
            BasisWithoutArticle.self, inItem: "设定依据:\n  - 1️⃣建筑法\n  - {法规: 水法, 待核: 是}\n  - 消防法 第七条\n",
            ["1️⃣ “建筑法”没有写条款，请写到哪一条；条号尚未核实的，写成{法规: 建筑法, 待核: 是}"])
    }

    @Test func datesOutOfOrder() {
        expect(
            DatesOutOfOrder.self,
            in: [
                "laws/甲.yaml": "公布日期: 1️⃣2026-05-01\n施行日期: 2️⃣2025-12-27\n修改:\n  - {公布日期: 2019-01-02, 施行日期: 2019-01-02}\n",
                "items/乙.yaml":
                    "别名: [{名称: 甲, 起: 3️⃣2026-02-01, 止: 4️⃣2026-01-01}]\n核对: {日期: 5️⃣2026-11-01}\n下次核对: 6️⃣2026.10.1\n",
                "policies/丙.yaml": "公布日期: 7️⃣2026-01-02\n有效期至: 8️⃣2026-01-01\n",
            ],
            [
                "4️⃣ “止”（2026-01-01）早于“起”（2026-02-01），请核对（3️⃣ “起”写在这里）",
                "6️⃣ “下次核对”（2026-10-01）早于“核对日期”（2026-11-01），请核对（5️⃣ “核对日期”写在这里）",
                "2️⃣ “施行日期”（2025-12-27）早于“公布日期”（2026-05-01），请核对（1️⃣ “公布日期”写在这里）",
                "8️⃣ “有效期至”（2026-01-01）早于“公布日期”（2026-01-02），请核对（7️⃣ “公布日期”写在这里）",
            ])
    }

    @Test func overdueReview() {
        let files = ["items/甲.yaml": "下次核对: 1️⃣2026-11-22\n", "laws/乙.yaml": "下次核对: 2026-11-23\n"]
        expect(OverdueReview.self, in: files, ["1️⃣ 应当在2026年11月22日前核对，已经过期，请与官方来源核对后改日期"])
        expect(OverdueReview.self, in: files, today: CalendarDate(daysSinceEpoch: 20_000), [])
    }

    @Test func futureDate() {
        expect(
            FutureDate.self,
            inItem: "更新记录:\n  - {日期: 2026-11-23, 内容: 甲}\n  - {日期: 1️⃣2026-12-01, 内容: 乙}\n核对: {日期: 2️⃣2062-11-01}\n",
            ["1️⃣ 2026年12月1日还没有到，请核对日期", "2️⃣ 2062年11月1日还没有到，请核对日期"])
    }

    @Test func expiredPolicy() {
        expect(
            ExpiredPolicy.self,
            in: [
                "policies/甲.yaml": "状态: 有效\n有效期至: 1️⃣2025-12-31\n", "policies/乙.yaml": "状态: 已废止\n有效期至: 2025-12-31\n",
                "policies/丙.yaml": "有效期至: 2026-11-23\n", "policies/丁.yaml": "状态: 已到期\n有效期至: 2025-12-31\n",
                "policies/戊.yaml": "有效期至: 2️⃣2026-11-22\n", "policies/己.yaml": "状态: 3️⃣已到期\n",
                "policies/庚.yaml": "状态: 4️⃣已到期\n有效期至: 2026-11-23\n",
            ],
            [
                "3️⃣ 状态写了“已到期”，没有写“有效期至”，请写上到哪天为止",
                "4️⃣ 这项政策的有效期到2026年11月23日为止，还没有到期，请把状态改成“有效”或“待核”，到期后再改，或核对有效期",
                "2️⃣ 这项政策的有效期到2026年11月22日为止，已经过期，请把状态改成“已到期”，或核对是否延期",
                "1️⃣ 这项政策的有效期到2025年12月31日为止，已经过期，请把状态改成“已到期”，或核对是否延期",
            ])
    }

    @Test func lawState() {
        expect(
            LawState.self,
            in: [
                "laws/甲.yaml": "状态: 1️⃣尚未施行\n施行日期: 2️⃣2026-05-01\n", "laws/乙.yaml": "状态: 3️⃣现行有效\n废止日期: 4️⃣2026-11-23\n",
                "laws/丙.yaml": "状态: 5️⃣现行有效\n施行日期: 6️⃣2027-01-01\n", "laws/丁.yaml": "状态: 现行有效\n施行日期: 2019-01-01\n",
            ],
            [
                "5️⃣ 2027年1月1日才施行，状态要写“尚未施行”（6️⃣ “施行日期”写在这里）",
                "3️⃣ 已于2026年11月23日废止，状态要改成“已废止”（4️⃣ “废止日期”写在这里）",
                "1️⃣ 已于2026年5月1日施行，状态要改成“现行有效”（2️⃣ “施行日期”写在这里）",
            ])
    }

    @Test func changedArticle() {
        expect(
            ChangedArticle.self,
            in: [
                "laws/建筑法.yaml":
                    "名称: 建筑法\n条款: [{条: 第七条, 修改日期: 2026-08-15, 待核: 是}, {条: 第八条, 修改日期: 2027-01-01, 待核: 是}]\n",
                "items/甲.yaml": "设定依据: [1️⃣建筑法 第七条第一款、第八条]\n核对: {日期: 2️⃣2026-05-01}\n",
                "items/乙.yaml": "设定依据: [建筑法 第七条]\n核对: {日期: 2026-08-15}\n",
            ], ["1️⃣ “建筑法”第七条在2026年8月15日修改，晚于上次核对（2026年5月1日），请重新核对（2️⃣ 上次核对写在这里）"])
    }

    @Test func `a range and a full name are changed with the article`() {
        expect(
            ChangedArticle.self,
            in: [
                "laws/建筑法.yaml":
                    "名称: 中华人民共和国建筑法\n条款: [{条: 第八条, 待核: 是}, {条: 第八条, 修改日期: 2026-08-15, 待核: 是}, {条: 第九条, 待核: 是}]\n",
                "items/甲.yaml": "设定依据: [1️⃣中华人民共和国建筑法 第七条至第九条]\n核对: {日期: 2️⃣2026-05-01}\n",
            ], ["1️⃣ “建筑法”第八条在2026年8月15日修改，晚于上次核对（2026年5月1日），请重新核对（2️⃣ 上次核对写在这里）"])
    }

    @Test func repealedLawByItsFullName() {
        expect(
            RepealedLaw.self, in: repealed.merging(["items/甲.yaml": "设定依据: [1️⃣《中华人民共和国环境影响评价法》第二十二条]\n"]) { $1 },
            ["1️⃣ “中华人民共和国环境影响评价法”已于2026年8月15日废止，请改用“生态环境法典”，或写到“曾用依据”"])
    }

    @Test func articleNotInForce() {
        let law = """
            名称: 中华人民共和国建筑法
            条款:
              - 条: 1️⃣第八条
                修改日期: 2027-03-01
                内容: 新的条文。
              - {条: 第八条之一, 修改日期: 2027-03-01, 内容: 还没有人引用。}
              - {条: 第九条, 内容: 旧的条文。}
              - {条: 第九条, 修改日期: 2027-03-01, 内容: 新的条文。}

            """
        let files = ["laws/建筑法.yaml": law, "items/甲.yaml": "设定依据: [2️⃣建筑法 第八条第一款、第九条]\n"]
        expect(
            ArticleNotInForce.self, in: files,
            ["1️⃣ 第八条的条文2027年3月1日才施行，现在的条文没有写；是修改的，把原来的条文也写上（同一条，不写“修改日期”）（2️⃣ 引用在这里）"])
        expect(ArticleNotInForce.self, in: files, today: CalendarDate("2027-03-01") ?? testDay, [])
    }

    @Test func deletedArticle() {
        let law = """
            名称: 中华人民共和国建筑法
            条款:
              - {条: 第八条, 内容: 在的条文。}
              - {条: 第九条, 删去日期: 2027-03-01, 内容: 删去的条文。}

            """
        let files = [
            "laws/建筑法.yaml": law, "items/甲.yaml": "设定依据: [1️⃣中华人民共和国建筑法 第八条至第九条]\n",
            "items/乙.yaml": "设定依据: [建筑法 第八条]\n曾用依据: [{法规: 建筑法, 条款: 第九条, 止: 2027-03-01}]\n",
        ]
        expect(DeletedArticle.self, in: files, today: CalendarDate("2027-02-28") ?? testDay, [])
        expect(
            DeletedArticle.self, in: files, today: CalendarDate("2027-03-01") ?? testDay,
            ["1️⃣ “建筑法”第九条已于2027年3月1日删去，请改引现在有效的条款；要保留历史的，写到“曾用依据”"])
        expect(ArticleNotInForce.self, in: files, today: CalendarDate("2027-03-01") ?? testDay, [])
        expect(
            DatesOutOfOrder.self,
            in: ["laws/建筑法.yaml": "条款: [{条: 第八条, 修改日期: 1️⃣2027-03-01, 删去日期: 2️⃣2026-03-01, 内容: 甲}]\n"],
            ["2️⃣ “删去日期”（2026-03-01）早于“修改日期”（2027-03-01），请核对（1️⃣ “修改日期”写在这里）"])
    }

    /// A law whose 日 are working days, one whose are not, and one that nobody has read.
    private let limits = [
        "laws/许可法.yaml":
            "名称: 许可法\n条款:\n  - {条: 第四十二条, 内容: 应当自受理之日起二十日内决定。}\n  - {条: 第八十二条, 内容: 本法规定的期限以工作日计算。}\n",
        "laws/建筑法.yaml":
            "名称: 中华人民共和国建筑法\n条款:\n  - {条: 第八条, 内容: 应当自收到申请之日起七日内颁发。}\n  - {条: 第九条, 内容: 三个月内开工。}\n  - {条: 第十条, 摘录: 是, 内容: 一个月。}\n  - {条: 第十一条, 待核: 是}\n",
    ]

    @Test func limitNotInArticle() {
        expect(
            LimitNotInArticle.self,
            in: limits.merging([
                "items/甲.yaml": "法定办结时限: {时限: 1️⃣7个工作日, 依据: 2️⃣建筑法 第八条}\n",
                "items/乙.yaml": "法定办结时限: {时限: 3️⃣20日, 依据: 4️⃣{法规: 中华人民共和国建筑法, 条款: [第八条第一款, 第九条]}}\n",
                "items/丙.yaml": "法定办结时限: {时限: 5️⃣15个工作日, 依据: 6️⃣许可法 第四十二条}\n",
            ]) { $1 },
            [
                "5️⃣ “许可法”第四十二条里没有“15 个工作日”，条文写的是“二十日”；时限照法条写，不换算，出自别的条的改引那一条（6️⃣ 依据写在这里）",
                "3️⃣ “建筑法”第八条、第九条里没有“20 日”，条文写的是“七日”、“三个月”；时限照法条写，不换算，出自别的条的改引那一条（4️⃣ 依据写在这里）",
                "1️⃣ “建筑法”第八条里没有“7 个工作日”，条文写的是“七日”；时限照法条写，不换算，出自别的条的改引那一条（2️⃣ 依据写在这里）",
            ])
    }

    @Test(arguments: [
        "{时限: 7日, 依据: 建筑法 第八条}", "{时限: 7天, 依据: 建筑法第八条}", "{时限: 3个月, 依据: 建筑法 第八条至第九条}", "{时限: 20个工作日, 依据: 许可法 第四十二条}",
        "{时限: 20日, 依据: 许可法 第四十二条}", "{时限: 5日, 依据: 建筑法 第十条}", "{时限: 5日, 依据: 建筑法 第八条、第十一条}", "{时限: 无, 依据: 建筑法 第八条}",
        "{时限: 5日, 依据: {法规: 建筑法, 待核: 是}}", "{时限: 5日, 依据: 建筑法}", "{时限: 5日, 依据: 建筑法 第八十条}", "{时限: 5日}",
    ])
    func aLimitThatIsThereOrThatNobodyCanTell(record: String) {
        expect(LimitNotInArticle.self, in: limits.merging(["items/甲.yaml": "法定办结时限: \(record)\n"]) { $1 }, [])
    }
}
