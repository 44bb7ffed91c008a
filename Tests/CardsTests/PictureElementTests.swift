import Cards
import Diagnostics
import Drawing
import Guides
import Ledger
import TestSupport
import Testing

@Suite("Pictures in designs")
struct PictureElementTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A design with the picture at some place, and what is wrong with it.
    private func read(_ place: String) -> (design: CardDesign?, rules: [String]) {
        let text = """
            说明: 试一试
            宽: 90
            高: 54
            出血: 0
            安全边: 3
            分面:
              - 名称: 正面
                元素:
                  - 文字: {内容: 试印, 左: 4, 宽: 20, 基线: 8, 字号: 8, 仅试印: 是}
                  - 图片: {文件: 图.png, \(place)}
                  - 二维码: {左: 56, 上: 10, 边长: 27}
            """
        let reading = DesignReading(text: text, stem: "图", path: folder.path("图.yaml"))
        var found = reading.diagnostics
        if let design = reading.design {
            found += DesignCheck.check(design, saying: "https://yikatong.example/c/4K7MX")
        }
        return (reading.design, found.map(\.rule))
    }

    private let place = "左: 6, 上: 12, 宽: 30, 高: 30"

    private func writeRed() throws {
        let red = Picture(width: 20, height: 20, pixels: [UInt32](repeating: 0xFF0000, count: 400))
        try folder.write(try PNGEncoder().encode(red, resolution: Resolution(dotsPerInch: 150)), to: "图.png")
    }

    @Test("A picture beside the design is drawn in its place, on pixels and on pages")
    func drawn() throws {
        try writeRed()
        let read = read(place)
        #expect(read.rules == [])
        let design = try #require(read.design)
        let card = try CardRenderer().render(sampleCard(), design: design)
        let picture = try PNGDecoder.decode(card.front), scale = card.resolution.pixelsPerMillimetre
        func pixel(_ x: Double, _ y: Double) -> UInt32 { picture[Int(x * scale), Int(y * scale)] }
        #expect(pixel(21, 27) == 0xFF0000 && pixel(7, 13) == 0xFF0000 && pixel(35, 41) == 0xFF0000)
        #expect(pixel(5, 27) == 0xFFFFFF && pixel(37, 27) == 0xFFFFFF)
        let staging = try Staging(for: folder.path("out"))
        let code = try #require(ShortCode(ordinal: 5))
        let job = PrintJob(
            content: sampleCard(), design: design, code: code, stem: "图", edition: nil, opens: sampleGuide)
        let records = try BulkPrinter(dotsPerInch: 200, bleed: false, workers: 1).print([job], into: staging)
        let name = try #require(PagePrinter().print(records, into: staging).fileNames.first)
        let pdf = try ReadPDF(file: staging.path + "/" + name)
        #expect(try pdf.images() == 1)
        #expect(try pdf.codes(page: 1) == ["https://yikatong.example/c/4K7MX"])
    }

    @Test("A picture that brings a symbol of its own is refused: a phone would read one or the other")
    func secondSymbol() throws {
        try folder.write(
            try SymbolFile.bytes(of: "https://evil.example/", as: .png, size: 30, dotsPerInch: 300), to: "图.png")
        let design = try #require(read(place).design)
        let error = #expect(throws: CardError.self) { try CardRenderer().render(sampleCard(), design: design) }
        guard case .proof(.severalSymbols) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A picture over the symbol's white, beyond the safe area, broken or missing is found")
    func findings() throws {
        #expect(read(place).rules == ["design-picture"])
        try writeRed()
        #expect(read("左: 40, 上: 12, 宽: 14, 高: 14").rules == ["design-quiet-zone"])
        #expect(read("左: 1, 上: 12, 宽: 14, 高: 14").rules == ["design-outside-safe-area"])
        try folder.write("no picture", to: "图.png")
        #expect(read(place).rules == ["design-picture"])
    }

    @Test("A line whose placeholders are all empty falls out; no label stands without its value")
    func emptyLines() throws {
        try writeRed()
        let text = """
            说明: 试一试
            宽: 90
            高: 54
            出血: 0
            安全边: 3
            分面:
              - 名称: 正面
                元素:
                  - 文字: {内容: 试印, 左: 4, 宽: 20, 基线: 8, 字号: 8, 仅试印: 是}
                  - 文字: {内容: "甲：{承诺时限}\\n乙：{收费}\\n丙：{标题}", 左: 4, 宽: 40, 基线: 20, 字号: 8, 行数: 2}
                  - 二维码: {左: 56, 上: 10, 边长: 27}
            """
        let design = try #require(DesignReading(text: text, stem: "行", path: folder.path("行.yaml")).design)
        var content = sampleCard()
        content[.fee] = "不收费"
        // Two lines have room: the first has fallen out.
        _ = try CardRenderer().render(content, design: design)
        content[.promisedTime] = "1个工作日"
        #expect(throws: CardError.self) { try CardRenderer().render(content, design: design) }
    }
}
