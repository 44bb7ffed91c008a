import Testing

@testable import Guides

/// 款, 项 and 目 as lines of an article.
struct ArticleOutlineTests {
    /// 建筑法 第八条, shortened, and a list with 目.
    private let outline = ArticleOutline([
        "申请领取施工许可证，应当具备下列条件：", "（一）已经办理用地批准手续；", "(二)已经取得规划许可证：", "1.建设工程的；", "2．乡村的；", "（三）有资金安排。",
        "建设行政主管部门应当自收到申请之日起七日内颁发施工许可证。",
    ])

    private func place(_ text: String) -> LawPlace { PlaceReading(text).places[0] }

    @Test(arguments: [
        ("第八条", []), ("第八条第一款", [0, 1, 2, 3, 4, 5]), ("第八条第二款", [6]), ("第八条第一款第（二）项", [2, 3, 4]), ("第八条第（三）项", [5]),
        ("第八条第（二）项第2目", [4]), ("第八条第三款", []), ("第八条第二款第（一）项", []),
    ])
    func `a place means its lines`(cited: String, lines: [Int]) {
        #expect(outline.lines(of: place(cited)) == lines)
    }

    @Test(arguments: [
        ("第八条第一款", nil), ("第八条第（三）项", nil), ("第八条第二款", nil), ("第八条第（二）项第2目", nil),
        ("第八条第九十九款", "只有2款，没有第九十九款"), ("第八条第（四）项", "只有3项，没有第（四）项"), ("第八条第一款第（九）项", "第一款只有3项，没有第（九）项"),
        ("第八条第二款第（一）项", "第二款没有分项，没有第（一）项"), ("第八条第（二）项第3目", "第（二）项只有2目，没有第3目"), ("第八条第（一）项第1目", "第（一）项没有分目"),
    ])
    func `what is not there is said with what is`(cited: String, problem: String?) {
        #expect(outline.problem(with: place(cited)) == problem)
    }

    @Test func `an item that two paragraphs have needs its paragraph`() {
        let outline = ArticleOutline(["甲：", "（一）子；", "乙：", "（一）丑；", "（二）寅。"])
        #expect(outline.problem(with: place("第八条第（一）项")) == "的第一款、第二款都有第（一）项，请写明是第几款")
        #expect(outline.problem(with: place("第八条第（二）项")) == nil)
        #expect(outline.problem(with: place("第八条第一款第（一）项")) == nil)
        #expect(outline.problem(with: place("第八条第一款第（二）项")) == "第一款只有1项，没有第（二）项")
    }
}
