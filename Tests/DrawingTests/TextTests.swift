import Drawing
import Testing

@Suite("Text")
struct TextTests {
    @Test("Widths grow with the size, and Chinese characters are squares")
    func widths() throws {
        let measurer = try TextMeasurer()
        #expect(abs(measurer.width(of: "审批流程图", size: 13) - 65) < 0.01)
        #expect(measurer.width(of: "审批流程图", size: 26) == 2 * measurer.width(of: "审批流程图", size: 13))
        let address = measurer.width(of: "yikatong.example", size: 16)
        #expect(address > 100 && address < 140)
        #expect(measurer.width(of: "yikatong.example", size: 16, weight: .bold) > address)
        #expect(measurer.width(of: "", size: 16) == 0)
        // Full width, whatever a browser's font makes of it.
        #expect(abs(measurer.width(of: "”，", size: 10) - 20) < 0.01)
    }

    @Test("Broken lines are as wide as measured")
    func lines() throws {
        let measurer = try TextMeasurer()
        let lines = measurer.lines(of: "建筑工程施工许可证核发", width: 100, size: 16, shape: .even)
        #expect(lines.count == 2)
        #expect(lines.joined() == "建筑工程施工许可证核发")
        for line in lines { #expect(measurer.width(of: line, size: 16) <= 100) }
    }

    @Test(
        "A character without a glyph is found",
        arguments: [("好\u{10FFFD}好", "\u{10FFFD}"), ("扎西\u{0F00}", "\u{0F00}"), ("鈴\u{0007}", "\u{0007}"), ("👍", "👍")]
            as [(String, Character)])
    func missing(text: String, character: Character) throws {
        let measurer = try TextMeasurer()
        #expect(measurer.missingCharacter(in: text) == character)
        #expect(throws: DrawingError.missingGlyph(character: character, text: text, name: "环节名称")) {
            try measurer.checkGlyphs(of: text, named: "环节名称")
        }
    }

    @Test("Characters of names and laws have glyphs", arguments: ["《建筑法》第八条（二）", "〇㎡℃‰①⑩、", "龘𠮷喆堃", "A–Z 0…9 “”"])
    func present(text: String) throws {
        #expect(try TextMeasurer().missingCharacter(in: text) == nil)
    }

    @Test("Text that fits stands with its ink in its frame", arguments: [TextFrame.Alignment.left, .centre, .right])
    func fits(alignment: TextFrame.Alignment) throws {
        let frame = TextFrame(x: 10, width: 40, baseline: 20, lineLimit: 2, alignment: alignment)
        let style = TextStyle(size: 9, leading: 12)
        let block = try Typesetter().set("打开微信“扫一扫”，对准正面二维码", named: "第 1 步", style: style, in: frame)
        #expect(block.lines.map(\.text) == ["打开微信“扫一扫”，", "对准正面二维码"])
        let second: Double = 20 + 12 * millimetresPerPoint
        #expect(block.lines.map(\.baseline) == [20, second])
        for line in block.lines {
            #expect(line.inkX >= 10 - 1e-9 && line.inkX + line.inkWidth <= 50 + 1e-9)
            switch alignment {
            case .left: #expect(abs(line.inkX - 10) < 1e-9)
            case .centre: #expect(abs(line.inkX + line.inkWidth / 2 - 30) < 1e-9)
            case .right: #expect(abs(line.inkX + line.inkWidth - 50) < 1e-9)
            }
        }
    }

    @Test("Text that does not fit is refused by name, with how much")
    func overflow() throws {
        let typesetter = try Typesetter()
        let style = TextStyle(size: 72 / 2.54, leading: 72 / 2.54)  // 10 mm
        let narrow = TextFrame(x: 0, width: 40, baseline: 10)
        let error = #expect(throws: DrawingError.self) {
            try typesetter.set("房地产开发", named: "标题", style: style, in: narrow)
        }
        guard case .textTooWide("房地产开发", "标题", let excess) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(excess > 8 && excess < 10)
        let shrunk = try typesetter.set("房地产开发", named: "标题", style: style, in: narrow, smallest: 20)
        #expect(shrunk.style.size < style.size && shrunk.style.size >= 20 && shrunk.bounds.width <= 40)

        let low = TextFrame(x: 0, width: 40, baseline: 10, lineLimit: 2)
        let high = #expect(throws: DrawingError.self) {
            try typesetter.set("一二三四五六七八九", named: "说明", style: style, in: low)
        }
        guard case .textTooHigh("一二三四五六七八九", "说明", let lines) = high else {
            Issue.record("\(String(describing: high))")
            return
        }
        #expect(abs(lines - 10) < 0.001)
        #expect("\(DrawingError.textTooHigh(text: "甲", name: "说明", excess: 9.01))" == "说明“甲”放不下，高出 9.1 毫米，请缩短")
    }

    @Test("Two punctuation marks side by side stand close")
    func squeezed() throws {
        let typesetter = try Typesetter()
        let style = TextStyle(size: 72 / 2.54)
        let frame = TextFrame(x: 0, width: 200, baseline: 10)
        let close = try typesetter.set("甲”，乙", named: "文字", style: style, in: frame).bounds.width
        let apart = try typesetter.set("甲，乙丙", named: "文字", style: style, in: frame).bounds.width
        #expect(abs(apart - close - 5) < 0.5)
    }
}
