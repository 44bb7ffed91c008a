import Diagnostics
import Guides
import Testing

/// The slips that clerks really make: each gets words of its own, and hides nothing else in the file.
struct ClerkSlipTests {
    /// All findings of an item but for the keys that it lacks.
    private func expectAll(
        _ text: String, _ findings: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let marked = MarkedTree(["items/甲.yaml": text])
        let found = Checker.check(marked.tree, today: testDay).filter {
            $0.rule != MissingKey.name && $0.rule != UnknownReference.name
        }
        #expect(found.map { "\(marked.describe($0)) [\($0.rule)]" } == findings, sourceLocation: sourceLocation)
    }

    @Test func fullWidthColon() {
        expectAll(
            "名称1️⃣：施工许可\n简介2️⃣： 开工前办\n下次核对: 3️⃣昨天\n",
            [
                "1️⃣ “名称”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "2️⃣ “简介”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "3️⃣ “昨天”不是一个日期，请写成2026-11-01的样子 [unreadable-date]",
            ])
    }

    @Test func placesBehindAMendedColonAreThoseOfTheFile() {
        expectAll(
            "下次核对1️⃣：2️⃣昨天\n",
            [
                "1️⃣ “下次核对”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "2️⃣ “昨天”不是一个日期，请写成2026-11-01的样子 [unreadable-date]",
            ])
    }

    @Test func fullWidthColonInARecordThatYAMLReadsAsOneWord() {
        expectAll(
            "核对:\n  日期1️⃣：2026-11-01\n  状态2️⃣：3️⃣好\n",
            [
                "1️⃣ “日期”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "2️⃣ “状态”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "3️⃣ “核对状态”没有“好”这个值，可以写：已核对、示例、待核 [unknown-value]",
            ])
    }

    @Test func fullWidthSignsInBraces() {
        expectAll(
            "核对: {日期1️⃣：2026-11-01 2️⃣，状态3️⃣：示例}\n",
            [
                "1️⃣ “日期”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
                "2️⃣ 花括号里的“，”不分开两项，请改成半角逗号“,”；它是一句话里的标点时，给整句加上半角引号 [full-width-punctuation]",
                "3️⃣ “状态”后面的冒号是全角的，请改成半角“:”，后面空一格 [full-width-punctuation]",
            ])
    }

    @Test func aColonInASentenceIsNone() {
        expectAll("简介: |\n  名称：甲。\n  状态：乙。\n下次核对: 1️⃣昨天\n", ["1️⃣ “昨天”不是一个日期，请写成2026-11-01的样子 [unreadable-date]"])
        expectAll("受理条件: [名称：甲]\n1️⃣天气: 晴\n", ["1️⃣ “事项”没有“天气”这个键，请删去，或检查是否写错 [unknown-key]"])
    }

    @Test func missingSpace() {
        expectAll("名称:1️⃣施工许可\n简介: 乙\n", ["1️⃣ “名称:”的冒号后面要空一格 [missing-space]"])
        expectAll(
            "核对:\n  日期:1️⃣2026-11-01\n  状态:2️⃣示例\n",
            ["1️⃣ “日期:”的冒号后面要空一格 [missing-space]", "2️⃣ “状态:”的冒号后面要空一格 [missing-space]"])
        expectAll("核对: {日期:1️⃣2026-11-01, 状态: 示例}\n", ["1️⃣ “日期:”的冒号后面要空一格 [missing-space]"])
        expectAll("办理流程:\n  1️⃣-环节: 受理\n", ["1️⃣ 列表的“-”后面要空一格 [missing-space]"])
        expectAll("名称1️⃣ 施工许可\n简介: 乙\n", ["1️⃣ “名称”后面少了冒号“:”（半角，后面空一格） [missing-space]"])
    }

    @Test func fullWidthSpace() {
        expectAll("名称:1️⃣\u{3000}施工许可\n简介: 乙\n", ["1️⃣ 这里的空格是全角的，请改成半角空格 [full-width-punctuation]"])
        expectAll(
            "核对:\n1️⃣\u{3000}日期: 2026-11-01\n2️⃣\u{3000}状态: 示例\n",
            [
                "1️⃣ 这里的空格是全角的，请改成半角空格 [full-width-punctuation]", "2️⃣ 这里的空格是全角的，请改成半角空格 [full-width-punctuation]",
            ])
    }

    @Test func tabs() {
        expectAll(
            "核对:\n1️⃣\t日期: 2026-11-01\n2️⃣\t状态: 示例\n",
            [
                "1️⃣ 这里用了制表符（Tab）缩进，请改成空格 [tab-character]", "2️⃣ 这里用了制表符（Tab）缩进，请改成空格 [tab-character]",
            ])
    }

    @Test func dashesAndHashes() {
        expectAll(
            "办理流程:\n  1️⃣－ 环节: 受理\n  2️⃣—环节: 决定\n",
            [
                "1️⃣ 列表要用半角的“-”开头，这里是“－” [full-width-punctuation]", "2️⃣ 列表要用半角的“-”开头，这里是“—” [full-width-punctuation]",
            ])
        expectAll("1️⃣＃ 注释\n名称: 甲\n", ["1️⃣ 注释要用半角的“#”开头，这里是全角的“＃” [full-width-punctuation]"])
    }

    @Test func brackets() {
        expectAll(
            "行使层级: 1️⃣【市级2️⃣，县级3️⃣】\n",
            [
                "1️⃣ 括号“【”是全角的，请改成半角“[” [full-width-punctuation]",
                "2️⃣ 方括号里的“，”不分开两项，请改成半角逗号“,”；它是一句话里的标点时，给整句加上半角引号 [full-width-punctuation]",
                "3️⃣ 括号“】”是全角的，请改成半角“]” [full-width-punctuation]",
            ])
    }

    @Test func commasInLists() {
        expectAll(
            "别名: [施工许可1️⃣，开工证]\n联办机构: [\"甲，乙\"]\n受理条件:\n  - 有图纸，有资金\n",
            [
                "1️⃣ 方括号里的“，”不分开两项，请改成半角逗号“,”；它是一句话里的标点时，给整句加上半角引号 [full-width-punctuation]"
            ])
        expectAll("行使层级: 1️⃣市级、县级\n", ["1️⃣ “行使层级”应当是列表（每项以“- ”开头，或写成[市级, 县级]），这里是文字 [wrong-type]"])
    }

    @Test func quotes() {
        expectAll("短码: 1️⃣“CY7MN”\n", ["1️⃣ 全角引号“”不起引号的作用，请去掉引号，只写CY7MN [full-width-punctuation]"])
        expectAll("1️⃣“名称”: 甲\n", ["1️⃣ 全角引号“”不起引号的作用，请去掉引号，只写名称 [full-width-punctuation]"])
        expectAll("简介: “注意1️⃣: 带原件”\n", ["1️⃣ 这里多了一个冒号：全角引号“”不起引号的作用，请用半角引号把整个值括起来 [yaml-syntax]"])
    }

    @Test func indentation() {
        expectAll("核对:\n  日期: 2026-11-01\n 1️⃣状态: 示例\n", ["1️⃣ 这一行缩进了1格，与上面对不齐；与“日期”同级的应当缩进2格 [wrong-indentation]"])
        expectAll("名称: 甲\n  1️⃣简介: 乙\n", ["1️⃣ 上一行“名称”已经有值，这一行不能比它缩进得更多；与它同级的应当缩进0格 [wrong-indentation]"])
        expectAll("办理流程:\n  - 环节: 甲\n     1️⃣办理人: 乙\n", ["1️⃣ 上一行“环节”已经有值，这一行不能比它缩进得更多；与它同级的应当缩进4格 [wrong-indentation]"])
    }

    @Test func traditionalAndOtherLookAlikes() {
        expectAll(
            "1️⃣實施主體: 甲\n2️⃣名稱: 乙\n3️⃣\u{2F64}途: 丙\n辦件类型: 承诺件\n".replacing("辦件", with: "4️⃣辦件"),
            [
                "1️⃣ “實施主體”里有繁体字、形近字或看不见的字符，请重新输入“实施主体” [look-alike-character]",
                "2️⃣ “名稱”里有繁体字、形近字或看不见的字符，请重新输入“名称” [look-alike-character]",
                "3️⃣ “⽤”看起来是“用”，却是另一个字符（多半从PDF复制来），请重新输入“用” [look-alike-character]",
                "3️⃣ “事项”没有“\u{2F64}途”这个键；它是“预留短码”文件里的键，请移过去或删去 [unknown-key]",
                "4️⃣ “辦件类型”里有繁体字、形近字或看不见的字符，请重新输入“办件类型” [look-alike-character]",
            ])
        expectAll("事项类型: 1️⃣行政許可\n", ["1️⃣ “行政許可”里有繁体字、形近字或看不见的字符，请重新输入“行政许可” [look-alike-character]"])
    }

    @Test func charactersThatCannotBeSeen() {
        expectAll(
            "简介: 甲1️⃣\u{200B}乙\u{200B}丙\n受理条件: [2️⃣\u{E000}]\n数量限制: “—…”\n",
            [
                "1️⃣ 这里有一个看不见的字符（U+200B），请删去 [look-alike-character]",
                "2️⃣ 这里有一个自造字（U+E000），别人的手机上显示不出来，请换成通用的字 [look-alike-character]",
            ])
    }

    @Test func numbersWithUnits() {
        expectAll(
            "到办事现场次数: 1️⃣1次\n事项版本: 2️⃣第二版\n",
            [
                "1️⃣ “到办事现场次数”只写数字，不写单位，请写成到办事现场次数: 1 [wrong-type]", "2️⃣ “事项版本”只写数字，不写单位，请写成事项版本: 2 [wrong-type]",
            ])
    }

    @Test func yesAndNoInOtherWords() {
        expectAll(
            "是否收费: 1️⃣不收费\n是否进驻政务大厅: 2️⃣yes\n",
            [
                "1️⃣ “是否收费”只能写“是”或“否”，这里是“不收费”，请写“否” [wrong-type]",
                "2️⃣ “是否进驻政务大厅”只能写“是”或“否”，这里是“yes”，请写“是” [wrong-type]",
            ])
    }

    @Test func timeLimitsInOtherWords() {
        for (written, meant) in [
            ("七日", "7日"), ("二十个工作日内", "20个工作日"), ("1-3个工作日", "3个工作日"), ("1年", "12个月"), ("不超过15日", "15日"),
        ] {
            expectAll("承诺办结时限: {时限: 1️⃣\(written)}\n", ["1️⃣ 读不懂时限“\(written)”，请写成“\(meant)” [unreadable-time-limit]"])
        }
        expectAll("承诺办结时限: {时限: 1️⃣2小时}\n", ["1️⃣ 时限不用“小时”：不到一天的写“0.5个工作日”，当场办结的写“即时” [unreadable-time-limit]"])
    }

    @Test func phonesInOtherForms() {
        for (written, meant) in [
            ("(0537)3239633", "0537-3239633"), ("05373239633", "0537-3239633"), ("０５３７—３２３９６３３", "0537-3239633"),
        ] {
            expectAll("咨询方式: {电话: 1️⃣\(written)}\n", ["1️⃣ 电话“\(written)”要带区号和连字符，请写成\(meant)的样子 [incomplete-phone]"])
        }
    }

    @Test func keysThatBelongElsewhere() {
        expectAll(
            "1️⃣时限: 7日\n核对:\n  日期: 2026-11-01\n  状态: 示例\n  2️⃣下次核对: 2027-05-01\n3️⃣发文机关: 甲\n",
            [
                "1️⃣ “事项”没有“时限”这个键；它写在“法定办结时限”、“承诺办结时限”、“办理流程”、“特别程序”里面，请检查缩进 [unknown-key]",
                "2️⃣ “核对”没有“下次核对”这个键；它是“事项”的键，要与“短码”对齐，请检查缩进 [unknown-key]",
                "3️⃣ “事项”没有“发文机关”这个键；它是“政策”文件里的键，请移过去或删去 [unknown-key]",
            ])
    }

    @Test func aColourWithoutQuotesIsAComment() {
        expect(
            MissingKey.self,
            in: [
                "site.yaml": sampleSite.replacing("\"#A3322B\"}]", with: "#A3322B\n  }]").replacing("颜色", with: "1️⃣颜色")
            ],
            ["1️⃣ “颜色”没有值：没有引号的“#”后面都是注释，请写成颜色: \"#A3322B\"的样子"])
    }
}
