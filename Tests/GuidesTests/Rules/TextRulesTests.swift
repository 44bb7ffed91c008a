import Diagnostics
import Testing

@testable import Guides

/// The rules about characters and words, wherever in a file they stand.
struct TextRulesTests {
    @Test(arguments: [
        "\u{FFFC}", "\u{115F}", "\u{180E}", "\u{FFA0}", "\u{61C}", "\u{206A}", "\u{2800}", "\u{E0100}", "\u{34F}",
        "\u{FFF9}", "\u{3164}",
        "\u{1D173}", "\u{AD}", "\u{E0041}",
    ])
    func `characters that cannot be seen`(character: String) {
        let name = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        // Without a marker: some of them would become one character with it.
        let tree = MarkedTree(["items/甲.yaml": "简介: 甲\(character)乙\n"]).tree
        let found = Checker.check(tree, today: testDay).filter { $0.rule == LookAlikeCharacter.name }
        #expect(found.map { [$0.location.line, $0.location.column] } == [[1, 6]])
        let number = "U+" + String(repeating: "0", count: max(0, 4 - name.count)) + name
        #expect(found.first?.message.contains(number) == true)
    }

    @Test(arguments: ["\u{A0}", "\u{2003}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{1680}"])
    func `spaces that are none of the keyboard's only warn`(space: String) {
        let value = space.unicodeScalars.first.map { LookAlikes.name(of: $0) } ?? ""
        let what = space == "\u{3000}" ? "全角空格" : "特殊的空格（\(value)）"
        expect(OddSpace.self, inItem: "简介: 施工1️⃣\(space)许可\n# 注释\(space)\n", ["1️⃣ 这里是\(what)，请删去，或改成普通空格"])
        expect(OddSpace.self, inItem: "权利和义务: |\n  \u{3000}\u{3000}第一段。\n", [])
    }

    @Test func `compatibility ideographs are called by the right name, and the dozen that are characters are none`() {
        expect(
            LookAlikeCharacter.self, inItem: "简介: 1️⃣\u{F98E}检\n", ["1️⃣ “\u{F98E}”看起来是“年”，却是另一个字符（多半从PDF复制来），请重新输入“年”"])
        expect(
            LookAlikeCharacter.self, inItem: "简介: 1️⃣\u{2F804}\n", ["1️⃣ “\u{2F804}”看起来是“你”，却是另一个字符（多半从PDF复制来），请重新输入“你”"])
        expect(LookAlikeCharacter.self, inItem: "简介: \u{FA0E}\u{FA29}\n", [])
    }

    @Test func `a hash behind a space swallows the rest`() {
        expect(
            SwallowedText.self, inItem: "简介: 济宁市圣贤路7号 1️⃣#2楼三层\n受理条件:\n  - 甲 2️⃣#3\n名称: \"甲\" 3️⃣#乙\n",
            [
                "1️⃣ 从“#2楼三层”起被当作说明，不会显示；要显示，请给整个值加半角引号；是说明，请在“#”后面空一格",
                "2️⃣ 从“#3”起被当作说明，不会显示；要显示，请给整个值加半角引号；是说明，请在“#”后面空一格",
                "3️⃣ 从“#乙”起被当作说明，不会显示；要显示，请给整个值加半角引号；是说明，请在“#”后面空一格",
            ])
        expect(
            SwallowedText.self,
            inItem: "#注释\n  #注释\n简介: 甲 # 注释\n名称: \"甲 #1\"\n数量限制: 甲#1\n权利和义务: |\n  甲 #1\n  #2\n审查方式: '乙 #3' # 4\n", [])
    }

    @Test func `a value that begins with a hash is none`() {
        expect(
            MissingKey.self, in: ["cards/甲.yaml": "1️⃣打开: #1号线\n标题: 乙\n2️⃣副题: #丙\n版本日期: 2026-11-01\n"],
            ["1️⃣ “打开”没有值：空格后面的“#”和它后面的内容都是说明，请给整个值加半角引号", "2️⃣ “副题”没有值：空格后面的“#”和它后面的内容都是说明，请给整个值加半角引号"])
        expect(SwallowedText.self, in: ["cards/甲.yaml": "打开: #1号线\n标题: 乙\n版本日期: 2026-11-01\n"], [])
    }

    @Test func `words that hold a place`() {
        let crosses = String(repeating: "X", count: 3)
        for words in [crosses, crosses.lowercased(), "待补充", "？？？", "待完善"] {
            expect(PlaceholderText.self, inItem: "简介: 在1️⃣\(words)办理\n# \(words)\n", ["1️⃣ “\(words)”会原样出现在页面上，请写上内容，或删去"])
        }
        // More crosses than three are found by their first three.
        expect(PlaceholderText.self, inItem: "简介: 1️⃣\(crosses)X\n", ["1️⃣ “\(crosses)”会原样出现在页面上，请写上内容，或删去"])
        expect(PlaceholderText.self, inItem: "简介: AXXXL和等待补办？？\n网办地址: https://example.gov.cn/xxxy\n", [])
    }

    @Test func `numbers of people`() {
        expect(
            IdentityNumber.self, inItem: "简介: 张三1️⃣11010519491231002X\n数量限制: 第110105194912310021号\n",
            ["1️⃣ 这是一个公民身份号码，指南是公开的，请删去"])
        expect(
            MobileNumber.self,
            inItem:
                "简介: 小王1️⃣13805370000\n咨询方式: {电话: 13805370000}\n监督投诉方式:\n  电话: \"13805370000\"\n网办地址: https://example.gov.cn/13805370000\n数量限制: 12305370000和138053700001\n",
            ["1️⃣ 文字里有手机号13805370000，请删去，或把单位公布的号码写在“电话”里"])
    }

    @Test func `quotation marks around a whole value are shown`() {
        expect(QuotedValue.self, inItem: "名称: 1️⃣“施工许可”\n简介: “一窗”和“一网”\n数量限制: “无”限\n", ["1️⃣ “名称”外面的全角引号会显示出来，请去掉，只写施工许可"])
    }

    @Test func `a place of a template that is not filled in`() {
        expect(UnfilledTemplate.self, inItem: "简介: 1️⃣〔待填〕\n", ["1️⃣ 这里的“〔待填〕”还没有填写"])
        expect(
            UnfilledTemplate.self, inItem: "# 〔待填〕\n简介: 1️⃣〔待填〕\n核对: {日期: 〔待填〕, 状态: 〔待填〕}\n",
            ["1️⃣ 还有3处“〔待填〕”没有填写，在第2、3行，请逐处填好"])
        // It is the only thing that is said of such a value.
        let marked = MarkedTree(["items/甲.yaml": "事项类型: 〔待填〕\n行使层级: [〔待填〕]\n下次核对: 〔待填〕\n设定依据: [〔待填〕]\n"])
        let rules = Set(Checker.check(marked.tree, today: testDay).map(\.rule))
        #expect(rules == [UnfilledTemplate.name, MissingKey.name])
    }
}
