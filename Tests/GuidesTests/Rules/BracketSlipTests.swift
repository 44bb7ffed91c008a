import Diagnostics
import Guides
import Testing

/// Brackets and quotation marks that do not close, values that begin with a sign of YAML's, and lines that are none of a
/// file's: one finding each, where it can be mended, and nothing of it hides or invents another.
struct BracketSlipTests {
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

    /// A sentence with full-width commas, in brackets of its own and outside.
    private let rest = "简介: 开工前办，甲、乙都要办。\n受理条件: [有图纸]\n审查标准: 无，不限\n下次核对: 9️⃣昨天\n"
    private let yesterday = "9️⃣ “昨天”不是一个日期，请写成2026-11-01的样子 [unreadable-date]"

    @Test func `a bracket that does not close is one error where it opens, and the rest of the file is read`() {
        expectAll("别名: 1️⃣[施工许可证, 开工证\n" + rest, ["1️⃣ “[”没有合上，请在这一行末尾补上“]” [yaml-syntax]", yesterday])
        expectAll(
            "承诺办结时限: 1️⃣{时限: 3个工作日, 示例: 是\n" + rest, ["1️⃣ “{”没有合上，请在这一行末尾补上“}” [yaml-syntax]", yesterday])
        expectAll(
            "办理地点:\n  - 1️⃣{大厅: 甲, 窗口: 乙\n  - {大厅: 丙}\n" + rest,
            ["1️⃣ “{”没有合上，请在这一行末尾补上“}” [yaml-syntax]", yesterday])
        expectAll(
            "办理结果: {名称: 证, 类型: 证照, 送达方式: 1️⃣[邮寄送达}\n" + rest, ["1️⃣ “[”没有合上，请在这一行末尾补上“]” [yaml-syntax]", yesterday])
    }

    @Test func `several brackets that do not close are said together`() {
        expectAll(
            "办理流程:\n  - 1️⃣{环节: 受理, 分支: {材料不齐: 受理\n" + rest,
            ["1️⃣ “{”没有合上，请在这一行末尾补上“}}”（2个） [yaml-syntax]", yesterday])
    }

    @Test func `at the end of the file, before a comment, and on a later line`() {
        expectAll("别名: 1️⃣[甲, 乙", ["1️⃣ “[”没有合上，请在这一行末尾补上“]” [yaml-syntax]"])
        expectAll("别名: 1️⃣[甲, 乙   # 说明\n" + rest, ["1️⃣ “[”没有合上，请在这一行末尾补上“]” [yaml-syntax]", yesterday])
        expectAll("别名: 1️⃣[甲,\n  乙\n" + rest, ["1️⃣ “[”没有合上，请在第2行末尾补上“]” [yaml-syntax]", yesterday])
    }

    @Test func `brackets over several lines are right`() {
        expectAll("别名: [甲,\n  乙]\n" + rest, [yesterday])
        expectAll("核对: {\n日期: 2026-11-01,\n状态: 示例\n}\n" + rest, [yesterday])
    }

    @Test func `a bracket of the other kind, one too many, and a full-width one alone`() {
        expectAll("别名: [甲, 乙1️⃣}\n" + rest, ["1️⃣ 这里应当是“]”，与前面的“[”成对 [yaml-syntax]", yesterday])
        expectAll("别名: [甲, 乙]1️⃣]\n" + rest, ["1️⃣ 多了一个“]”，请删去 [yaml-syntax]", yesterday])
        expectAll(
            "别名: 1️⃣【甲, 乙\n" + rest,
            ["1️⃣ 括号“【”是全角的，请改成半角“[” [full-width-punctuation]", "1️⃣ “[”没有合上，请在这一行末尾补上“]” [yaml-syntax]", yesterday])
    }

    @Test func `what does not separate two pairs in braces`() {
        expectAll(
            "申请材料: [{名称: 登记表1️⃣；材料形式: 电子}]\n" + rest,
            ["1️⃣ 花括号里的“；”不分开两项，请改成半角逗号“,”；它是一句话里的标点时，给整句加上半角引号 [full-width-punctuation]", yesterday])
        expectAll(
            "常见问题: [{问: 多少钱, 答: 收费标准如下1️⃣: 每本3元}]\n" + rest,
            ["1️⃣ 值里有“: ”，请给整个值加半角引号，或改成全角“：” [yaml-syntax]", yesterday])
        expectAll(
            "别名: [1号线 1️⃣#2站, 乙]\n" + rest,
            ["1️⃣ 空格后面的“#”和它后面的内容会被当作说明，括号就合不上了；要显示，请给这一项加半角引号 [yaml-syntax]", yesterday])
    }

    @Test func `a quotation that does not close is one error where it opens`() {
        expectAll("数量限制: 1️⃣\"甲\n" + rest, ["1️⃣ 引号没有合上，请在值的末尾补上“\"” [yaml-syntax]", yesterday])
        expectAll("数量限制: 1️⃣'甲\n" + rest, ["1️⃣ 引号没有合上，请在值的末尾补上“'” [yaml-syntax]", yesterday])
        // A later quotation seems to close it.
        expectAll(
            "数量限制: 1️⃣\"甲\n审查方式: \"乙\"\n" + rest, ["1️⃣ 引号没有合上，请在值的末尾补上“\"” [yaml-syntax]", yesterday])
        expectAll(
            "数量限制: 1️⃣\"甲”\n" + rest, ["1️⃣ 引号没有合上：末尾的“””是全角的，请改成半角“\"” [yaml-syntax]", yesterday])
        expectAll("数量限制: \"甲\n  乙\"\n" + rest, [yesterday])
    }

    @Test(arguments: ["!", "@", "`", "%", ",", "]", "}"])
    func `a value may not begin with a sign of YAML's`(sign: String) {
        expectAll("数量限制: 1️⃣\(sign)甲\n" + rest, ["1️⃣ 值不能以“\(sign)”开头，请用半角引号把整个值括起来 [yaml-syntax]", yesterday])
    }

    @Test(arguments: [
        ("|甲", "|"), ("> 甲", ">"), ("? 甲", "?"), ("*甲", "*"), ("&甲", "&"), ("[试行]甲", "["), ("!abc 甲", "!"),
    ])
    func `nor with these where they mean something`(value: String, sign: String) {
        expectAll("数量限制: 1️⃣\(value)\n" + rest, ["1️⃣ 值不能以“\(sign)”开头，请用半角引号把整个值括起来 [yaml-syntax]", yesterday])
    }

    @Test func `words behind a quotation, and a backslash in one`() {
        expectAll(
            "数量限制: 1️⃣\"守合同重信用企业\"公示\n" + rest,
            ["1️⃣ 引号后面还有字：请用半角单引号把整个值括起来，或把里面的引号改成全角“” [yaml-syntax]", yesterday])
        expectAll(
            "数量限制: \"D:1️⃣\\新建\"\n" + rest, ["1️⃣ 双引号里的“\\”有特殊的意思，请把双引号改成单引号，或者改用“、”“/” [yaml-syntax]", yesterday])
    }

    @Test func `lines that are none`() {
        expectAll("1️⃣// 说明\n" + rest, ["1️⃣ 说明要用“# ”开头，不用“//” [yaml-syntax]", yesterday])
        expectAll("1️⃣——————\n" + rest, ["1️⃣ 分隔线要写成说明，请在行首加“# ”，或删去这一行 [yaml-syntax]", yesterday])
        expectAll("数量限制1️⃣= 甲\n" + rest, ["1️⃣ “数量限制”后面要用半角冒号“:”，不用“=” [yaml-syntax]", yesterday])
        expectAll(
            "数量限制: 甲\n1️⃣乙和丙\n" + rest, ["1️⃣ 这一行没有“键: ”：接着上一行的，请并到上一行；是说明，请在行首加“# ” [yaml-syntax]", yesterday])
        expectAll("权利和义务: |\n1️⃣有权知道结果。\n" + rest, ["1️⃣ 上面“|”后面的每一行都要缩进两格 [wrong-indentation]", yesterday])
        expectAll(
            "别名:\n  1️⃣1.甲\n  2️⃣2.乙\n" + rest,
            ["1️⃣ 列表每项以“- ”开头，请把“1.”改成“- ” [yaml-syntax]", "2️⃣ 列表每项以“- ”开头，请把“2.”改成“- ” [yaml-syntax]", yesterday])
        expectAll("别名:\n  1️⃣-甲\n" + rest, ["1️⃣ 列表的“-”后面要空一格 [missing-space]", yesterday])
    }

    @Test func `what goes on with the value above is none of them`() {
        expectAll(
            "别名:\n- 甲\n  乙\n数量限制: 丙\n  丁 \"戊\"己\n1️⃣天气: 晴\n" + rest,
            ["1️⃣ “事项”没有“天气”这个键，请删去，或检查是否写错 [unknown-key]", yesterday])
    }

    @Test func `two versions that git left are one finding, also in a block of words`() {
        let message = "没有合完的改动：从这里到“>>>>>>>”有两份内容，请留下一份，删去“<<<<<<<”“=======”“>>>>>>>”三行 [merge-conflict]"
        expectAll("1️⃣<<<<<<< HEAD\n名称: 甲\n=======\n名称: 乙\n>>>>>>> origin/main\n" + rest, ["1️⃣ " + message])
        expectAll("权利和义务: |\n  甲\n1️⃣<<<<<<< HEAD\n  乙\n=======\n  丙\n>>>>>>> b\n  丁\n" + rest, ["1️⃣ " + message])
        expectAll(
            "简介: 甲\n1️⃣<<<<<<< A\n=======\n>>>>>>> B\n2️⃣<<<<<<< A\n=======\n>>>>>>> B\n", ["1️⃣ " + message, "2️⃣ " + message])
    }
}
