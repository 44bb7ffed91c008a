import Guides
import Testing

/// The rules about names, codes, calendars, roadmaps and the site.
struct TreeUpkeepRulesTests {
    @Test func duplicateName() {
        expect(
            DuplicateName.self,
            in: ["items/甲.yaml": "名称: 1️⃣取水许可\n", "items/乙.yaml": "名称: 2️⃣取水许可\n", "policies/丙.yaml": "名称: 取水许可\n"],
            ["1️⃣ 已经有名称是“取水许可”的事项，请改名或合并（2️⃣ 首次用在这里）"])
    }

    @Test func ambiguousAlias() {
        expect(
            AmbiguousAlias.self,
            in: [
                "items/甲.yaml": "名称: 1️⃣消防验收\n别名: [2️⃣消防, {名称: 消防检查}]\n",
                "items/乙.yaml": "名称: 消防审查\n别名: [3️⃣消防验收, 4️⃣消防, 消防图审]\n",
            ],
            [
                "3️⃣ 别名“消防验收”也是“甲”的，请删去一个，或写得更具体（1️⃣ 那一个写在这里）", "2️⃣ 别名“消防”也是“乙”的，请删去一个，或写得更具体（4️⃣ 那一个写在这里）",
            ])
    }

    @Test func retiredCodes() {
        expect(
            DuplicateCode.self,
            in: [
                "items/甲.yaml": "短码: 1️⃣CY7MN\n",
                "retired.yaml": """
                退役:
                  - {短码: 2️⃣CY7MN, 名称: 甲, 日期: 2026-01-01, 原因: 合并}
                  - {短码: 3️⃣T6J28, 名称: 乙, 日期: 2026-01-01, 原因: 取消}
                  - {短码: 4️⃣T6J28, 名称: 乙, 日期: 2026-01-01, 原因: 取消}
                """,
            ],
            [
                "2️⃣ 退役的短码“CY7MN”还有指南在用：指南还在的，请从这里删去；指南是新的，请给它换一个短码（1️⃣ 用在这里）",
                "4️⃣ 短码“T6J28”退役了两次，请只留一条（3️⃣ 首次写在这里）",
            ])
    }

    @Test func aSuccessorThatDoesNotExist() {
        expect(
            UnknownReference.self,
            in: [
                "retired.yaml": "退役:\n  - {短码: T6J28, 名称: 乙, 日期: 2026-01-01, 原因: 合并, 接替: 1️⃣施工}\n",
                "items/施工许可.yaml": "名称: 甲\n",
            ],
            ["1️⃣ 没有名为“施工”的指南，是否想写“施工许可”？"])
    }

    @Test func calendarDay() {
        expect(
            CalendarDay.self,
            in: [
                "calendar/2026.yaml": """
                年份: 1️⃣2027
                放假:
                  - {名称: 国庆节, 起: 2026-10-01, 止: 2026-10-07}
                  - {名称: 元旦, 起: 2027-01-01, 止: 2027-01-03}
                  - {名称: 甲, 起: 2️⃣2025-01-01, 止: 2025-01-03}
                调休上班: [3️⃣2027-01-02, 4️⃣2027-02-08, 2027-02-07, 5️⃣2029-02-03]
                """
            ],
            [
                "1️⃣ 年份是2027，文件名却是2026.yaml，请改成一致", "calendar/2026.yaml:3:18 放假的日子不在2027年，或者太长，请核对",
                "2️⃣ 放假的日子不在2027年，或者太长，请核对", "3️⃣ 2027-01-02在“元旦”放假里，不能又是上班的日子", "4️⃣ 2027-02-08不是周末，本来就上班，请核对",
                "5️⃣ 2029-02-03不在2027年，请核对",
            ])
    }

    @Test func baseAddress() {
        expect(
            BaseAddress.self,
            in: [
                "site.yaml":
                    "网址: 1️⃣https://yikatong.example/index.html\n曾用网址: [https://a.cn/, 2️⃣\"http://b.cn:8080/?a\"]\n"
            ],
            ["1️⃣ 网址后面不能带路径，请写成https://yikatong.example", "2️⃣ 网址后面不能带路径，请写成http://b.cn:8080"])
    }

    @Test func duplicateRoadmapItem() {
        expect(
            DuplicateRoadmapItem.self,
            in: ["roadmaps/甲.yaml": "阶段:\n  - 事项: [{事项: 1️⃣施工许可}]\n  - 事项: [{事项: 2️⃣施工许可}]\n"],
            ["2️⃣ 事项“施工许可”在这个全流程里写了两次，请只留一处（1️⃣ 首次写在这里）"])
    }

    @Test func laterPrerequisite() {
        expect(
            LaterPrerequisite.self,
            in: [
                "roadmaps/甲.yaml":
                    "阶段:\n  - {名称: 一, 事项: [{事项: 甲, 前置: [{事项: 1️⃣乙}]}]}\n  - {名称: 二, 事项: [{事项: 乙}, {事项: 丙, 前置: [{事项: 甲}]}]}\n"
            ], ["1️⃣ 前置事项“乙”在后面的阶段“二”，请移动事项或核对前置"])
    }

    @Test func cancelledItem() {
        expect(
            CancelledItem.self,
            in: [
                "items/甲.yaml": "事项状态: 3️⃣取消\n取消: {接替: 丁}\n", "roadmaps/乙.yaml": "阶段:\n  - 事项: [{事项: 1️⃣甲}]\n",
                "cards/丙.yaml": "打开: 2️⃣甲\n",
            ],
            [
                "2️⃣ 事项“甲”已经取消，请删去这张卡，或改成接替它的“丁”（3️⃣ 取消写在这里）",
                "1️⃣ 事项“甲”已经取消，请从这里删去，或改成接替它的“丁”（3️⃣ 取消写在这里）",
            ])
    }

    @Test func unusedSituation() {
        expect(
            UnusedSituation.self,
            inItem: """
                情形:
                  - {名称: 1️⃣依法必须招标, 问: 甲？}
                  - {名称: 类别, 问: 哪类？, 选项: [特殊工程, 其他工程]}
                申请材料: [{名称: 甲, 仅当: 其他工程}]
                """, ["1️⃣ 情形“依法必须招标”没有用到，请给材料、环节或事项加上“仅当”，或删去这个问题"])
    }
}
