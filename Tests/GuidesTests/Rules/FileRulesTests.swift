import Diagnostics
import Guides
import Testing

/// The rules about one file, applied while it is read.
struct FileRulesTests {
    @Test func aliasUsed() {
        expect(AliasUsed.self, inItem: "名称: &a 甲\n1️⃣简介: *a\n", ["1️⃣ 指南文件不能用YAML的别名“*”，请把内容直接写出来"])
        expect(AliasUsed.self, inItem: "名称: 甲*a\n简介: \"*乙\"\n", [])
    }

    @Test func markupInText() {
        func message(_ markup: String) -> String { "1️⃣ “\(markup)”是网页的标记，页面上会照原样显示，请删去；要换行就另起一行写" }
        for (text, markup) in [
            ("先备案。<br>再核准。", "<br>"), ("甲<BR/>乙", "<BR/>"), ("<p class=a>甲</p>", "<p class=a>"), ("甲&nbsp;乙", "&nbsp;"),
            ("甲</span>", "</span>"), ("A &amp; B", "&amp;"), ("甲&#12288;", "&#"),
        ] {
            expect(MarkupInText.self, inItem: "简介: 1️⃣\(text)\n", [message(markup)])
            expect(MarkupInText.self, inItem: "常见问题: [{问: 甲, 答: 1️⃣\"\(text)\"}]\n", [message(markup)])
        }
        for text in ["面积 < 3000 且 > 10", "A&B", "<建筑法>", "a <b 或 c", "R&D"] {
            expect(MarkupInText.self, inItem: "简介: \"\(text)\" # <br>\n", [])
        }
    }

    @Test func duplicateKey() {
        expect(
            DuplicateKey.self, inItem: "1️⃣名称: 甲\n简介: 乙\n2️⃣名称: 丙\n", ["2️⃣ 键“名称”写了两次，请只留一个（1️⃣ 首次写在这里）"])
    }

    @Test func duplicateKeyInAFlowMappingAndASecondOne() {
        expect(
            DuplicateKey.self, inItem: "核对: {1️⃣日期: 2026-01-01, 状态: 示例, 2️⃣日期: 2026-01-02}\n3️⃣名称: 甲\n4️⃣名称: 乙\n",
            ["2️⃣ 键“日期”写了两次，请只留一个（1️⃣ 首次写在这里）", "4️⃣ 键“名称”写了两次，请只留一个（3️⃣ 首次写在这里）"])
    }

    @Test func duplicateKeyInALaterRecordOfAList() {
        expect(
            DuplicateKey.self,
            inItem: """
                情形:
                  - 名称: 甲
                    问: 乙
                  - 1️⃣名称: 丙
                    问: 丁
                    2️⃣名称: 戊
                """, ["2️⃣ 键“名称”写了两次，请只留一个（1️⃣ 首次写在这里）"])
    }

    @Test func duplicateKeyThatIsQuoted() {
        expect(
            DuplicateKey.self, inItem: "1️⃣名称: 甲\n2️⃣\"名称\": 丙\n", ["2️⃣ 键“名称”写了两次，请只留一个（1️⃣ 首次写在这里）"])
    }

    @Test func aRepeatedKeyHidesNothingElse() {
        expect(UnknownKey.self, inItem: "名称: 甲\n名称: 乙\n1️⃣名秤: 丙\n", ["1️⃣ “事项”没有“名秤”这个键，是否想写“名称”？"])
    }

    @Test func missingKey() {
        expect(
            MissingKey.self,
            in: ["laws/甲.yaml": "1️⃣名称: 甲\n2️⃣效力级别:\n状态: 现行有效\n3️⃣简称:\n核对: 4️⃣{日期: 2026-11-01}\n下次核对: 2027-05-01\n"],
            [
                "2️⃣ “效力级别”没有填写（法律、行政法规等）",
                "3️⃣ “简称”没有填写，请填写或删去这一行",
                "4️⃣ “核对”缺少“状态”（已核对、示例（不是官方数据）或待核）",
            ])
    }

    @Test func missingKeyOfTheFileItself() {
        expect(
            MissingKey.self,
            in: ["cards/甲.yaml": "1️⃣打开: 甲\n标题: 乙\n"], ["1️⃣ “卡”缺少“版本日期”（卡上内容的日期）"])
    }

    @Test func tooFewElements() {
        expect(
            MissingKey.self,
            in: [
                "cards/甲.yaml": "打开: 甲\n标题: 乙\n版本日期: 2026-11-01\n", "items/乙.yaml": itemWithout("受理条件") + "受理条件: 1️⃣[]\n",
            ],
            ["1️⃣ “受理条件”至少要写1项"])
    }

    @Test func wrongType() {
        expect(
            WrongType.self,
            inItem: """
                名称: 1️⃣[甲]
                别名: 2️⃣甲
                核对: 3️⃣示例
                办理流程:
                  - 环节: 甲
                    分支: 4️⃣乙
                是否收费: 5️⃣不
                到办事现场次数: 6️⃣21
                网办地址: 7️⃣www.example.com
                """,
            [
                "1️⃣ “名称”应当是文字，这里是列表",
                "2️⃣ “别名”应当是列表（每项以“- ”开头，或写成[甲, 乙]），这里是文字",
                "3️⃣ “核对”应当是一组“键: 值”，这里是文字",
                "4️⃣ “分支”应当是一组“键: 值”，这里是文字",
                "5️⃣ “是否收费”只能写“是”或“否”，这里是“不”，请写“否”",
                "6️⃣ “到办事现场次数”应当是0到20之间的整数，只写数字，这里是“21”",
                "7️⃣ “网办地址”应当是网址，这里是“www.example.com”：应当以https://或http://开头",
            ])
    }

    @Test func wrongTypeOfTheWholeFile() {
        expect(WrongType.self, inItem: "1️⃣- 甲\n- 乙\n", ["1️⃣ “事项”应当是一组“键: 值”，这里是列表"])
    }

    @Test func wrongColour() {
        expect(
            WrongType.self, in: ["site.yaml": "领域:\n  - {名称: 甲, 颜色: 1️⃣红}\n  - {名称: 乙, 颜色: 2️⃣\"#+12345\"}\n"],
            [
                "1️⃣ “颜色”应当是“\"#RRGGBB\"”形式的颜色（带引号），这里是“红”",
                "2️⃣ “颜色”应当是“\"#RRGGBB\"”形式的颜色（带引号），这里是“#+12345”",
            ])
    }

    @Test func unknownKey() {
        expect(
            UnknownKey.self, inItem: "1️⃣承诺时限: 1个工作日\n2️⃣天气: 晴\n",
            ["1️⃣ “事项”没有“承诺时限”这个键，这里叫“承诺办结时限”", "2️⃣ “事项”没有“天气”这个键，请删去，或检查是否写错"])
    }

    @Test func unknownValue() {
        expect(
            UnknownValue.self, inItem: "办件类型: 1️⃣承诺办件\n行使层级: [市级, 2️⃣星球级别]\n",
            [
                "1️⃣ “办件类型”没有“承诺办件”这个值，是否想写“承诺件”？可以写：即办件、承诺件、其他",
                "2️⃣ “行使层级”没有“星球级别”这个值，可以写：国家级、省级、市级、县级、镇（乡、街道）级、村（社区）级",
            ])
    }

    @Test func unreadableDate() {
        expect(
            UnreadableDate.self, inItem: "下次核对: 1️⃣2026-02-29\n计划生效日期: 2️⃣明年\n计划取消日期: 2026.11.1\n",
            ["1️⃣ “2026-02-29”不是一个日期，2026年2月只有28天", "2️⃣ “明年”不是一个日期，请写成2026-11-01的样子"])
    }

    @Test func unreadableTimeLimit() {
        expect(
            UnreadableTimeLimit.self, inItem: "承诺办结时限: {时限: 1️⃣几天}\n",
            ["1️⃣ 读不懂时限“几天”，请写成“7日”“20个工作日”“1个月”“即时”或“无”"])
    }

    @Test func incompletePhone() {
        expect(
            IncompletePhone.self, inItem: "咨询方式: {电话: 1️⃣3239633}\n监督投诉方式: {电话: 12345}\n",
            ["1️⃣ 电话“3239633”要带区号和连字符，请写成0537-3239633的样子"])
    }

    @Test func wrongCheckCharacter() {
        expect(
            WrongCheckCharacter.self,
            in: [
                "items/甲.yaml": "短码: 1️⃣CY7MX\n", "items/乙.yaml": "短码: 2️⃣CY7M\n", "items/丙.yaml": "短码: 3️⃣cy7m-n\n",
                "items/丁.yaml": "短码: CY7MN\n",
            ],
            [
                "3️⃣ 短码要写成“CY7MN”（大写，不加空格和连字符）",
                "2️⃣ “CY7M”不是短码：短码是5个字符，只用数字和大写字母（不用I、L、O、U）",
                "1️⃣ 短码“CY7MX”的最后一个字符不对；如果前四个字符没有写错，应当是“N”",
            ])
    }

    /// An item's keys that are required, with a value that its shape takes, but for one.
    private func itemWithout(_ key: String) -> String {
        sampleItem.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n") + "\n"
    }
}
