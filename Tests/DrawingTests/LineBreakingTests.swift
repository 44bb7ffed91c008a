import Drawing
import Testing

@Suite("Line breaking")
struct LineBreakingTests {
    /// A Chinese character is one wide, anything of ASCII half.
    private func lines(
        _ text: String, _ width: Double, shape: LineBreaking.Shape = .full, words: [String] = LineBreaking.commonWords
    ) -> [String] {
        LineBreaking(words: words).lines(of: text, width: width, shape: shape) { measure($0) }
    }

    private func measure(_ text: String) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }

    @Test(
        "Tables of texts, widths and lines",
        arguments: [
            // What fits is left alone; nothing is one empty line; a line feed always breaks.
            ("审批流程图", 5.0, ["审批流程图"]),
            ("", 5, [""]),
            ("一\n\n二", 5, ["一", "", "二"]),
            // Punctuation stays with the line before it, brackets with what they enclose.
            ("先看条件，再看材料", 4, ["先看", "条件，", "再看材料"]),
            ("打开微信“扫一扫”，对准正面二维码", 13, ["打开微信“扫一扫”，", "对准正面二维码"]),
            ("先看“带什么、去哪办、多久办好”", 13, ["先看“带什么、去哪办、", "多久办好”"]),
            ("见《建筑法》第八条", 5, ["见《建筑", "法》第八条"]),
            // ASCII words, numbers and hosts are never split, too wide or not.
            ("浏览器打开 yikatong.example，输入卡号 4K7M-X", 10, ["浏览器打开", "yikatong.example，", "输入卡号 4K7M-X"]),
            ("电话 0537-3239633 转 2", 6, ["电话", "0537-3239633", "转 2"]),
            ("yikatong.example", 3, ["yikatong.example"]),
            // A single character does not stay alone.
            ("甲乙丙丁戊己庚", 6, ["甲乙丙丁戊", "己庚"]),
            ("甲乙丙丁戊己。", 6, ["甲乙丙丁", "戊己。"]),
            // Numbers keep their unit, words stay whole.
            ("承诺时限为7日", 6, ["承诺时限为", "7日"]),
            ("建设用地规划许可证核发", 8, ["建设用地规划", "许可证核发"]),
            // Dashes and dots that form one mark.
            ("一二三……四五六", 4, ["一二", "三……", "四五六"]),
        ] as [(String, Double, [String])])
    func table(text: String, width: Double, expected: [String]) {
        #expect(lines(text, width) == expected)
    }

    @Test("A word joiner keeps a word whole, a zero width space is a welcome break; neither is printed")
    func marks() {
        #expect(lines("甲乙丙丁戊己庚辛", 5, words: []).count == 2)
        #expect(lines("甲乙丙丁\u{2060}戊\u{2060}己庚辛", 5, words: []) == ["甲乙丙", "丁戊己庚辛"])
        #expect(lines("甲乙\u{200B}丙丁戊己", 5, words: []) == ["甲乙", "丙丁戊己"])
        #expect(lines("甲乙\u{200B}丙丁", 5, words: []) == ["甲乙丙丁"])
    }

    @Test("Even lines differ by little")
    func even() {
        #expect(lines("一二三四五六七八九十", 7, shape: .even, words: []) == ["一二三四五", "六七八九十"])
        #expect(lines("建设工程消防设计审查", 8, shape: .even) == ["建设工程", "消防设计审查"])
    }

    @Test("At any width: nothing is lost, no line is too wide, 避头尾 holds", arguments: 4...40)
    func rules(width: Int) {
        let text = "申请人（或者代理人）在“爱山东”提交材料，窗口于1个工作日内受理；不予受理的，说明理由：见《建筑法》第八条、GB/T 39554.2。电话0537-3239633！"
        let broken = lines(text, Double(width))
        #expect(broken.joined().filter { $0 != " " } == text.filter { $0 != " " })
        for line in broken {
            // Only a piece that must not be broken may stand out.
            let isOnePiece = line.drop { "（《“".contains($0) }.prefix { $0.isASCII }.count > 6
            #expect(measure(line) <= Double(width) || isOnePiece, "\(line)")
            #expect(!"。，、；：？！）》」』”’…％".contains(line.first ?? " "), "\(line)")
            #expect(!"（《「『“‘".contains(line.last ?? " "), "\(line)")
        }
        #expect(broken.last?.filter { $0.isLetter || $0.isNumber }.count ?? 0 > 1)
        for piece in ["0537-3239633", "39554.2", "GB/T"] {
            #expect(broken.contains { $0.contains(piece) }, "\(piece)")
        }
    }
}
