import Cards
import Drawing
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

@Suite("Cards on pages")
struct PagePrinterTests {
    private let staging: Staging
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        staging = try Staging(for: folder.path)
    }

    private func records(_ count: Int, design: CardDesign) throws -> [PrintRecord] {
        let jobs = try (0..<count).map { number in
            let code = try #require(ShortCode(ordinal: 31 * number + 5))
            return PrintJob(
                content: sampleCard(title: "卡\(number)", code: code.text, accent: FieldColours.all[number % 6].colour),
                design: design, code: code, stem: "卡\(number)", edition: nil, opens: sampleGuide)
        }
        return try BulkPrinter(dotsPerInch: 200, bleed: false, workers: 2).print(jobs, into: staging)
    }

    /// The bytes of a file that was written for these records.
    private func file(_ records: [PrintRecord]) throws -> [UInt8] {
        let name = try #require(records.first?.files.first?.name)
        let data = try #require(FileManager.default.contents(atPath: staging.path + "/" + name))
        #expect(records.allSatisfy { $0.files[0].sha256 == SHA256Digest(of: Array(data)).hex })
        return Array(data)
    }

    private func sheet(_ name: String) throws -> CardSheet {
        try #require(SheetFolder(Repository.path("cards/sheets")).sheets.first { $0.stem == name })
    }

    private func addresses(_ records: some Sequence<PrintRecord>) -> [String] {
        records.map(\.job.content.address).sorted()
    }

    @Test("Every code on a sheet is read at 300 dpi, on every shipped sheet in its design")
    func decoded() throws {
        for (name, designName, count) in [
            ("a4-10", "口袋卡", 10), ("a4-18", "窗口标签", 18), ("a4-2", "桌牌", 2), ("a3-1", "折页", 1),
        ] {
            let design = try shippedDesign(designName), records = try records(count, design: design)
            let printed = try PagePrinter(sheet: sheet(name)).print(records, into: staging)
            #expect(printed.fileNames == ["\(designName)-\(name).pdf"])
            let pdf = try ReadPDF(file(printed))
            #expect(try pdf.codes(page: 1) == addresses(records), "\(name)")
            if design.sides.count == 2 { #expect(try pdf.codes(page: 2) == [], "\(name)") }
            #expect(try pdf.text(page: 1).contains("这把标尺应当正好100毫米"))
        }
    }

    @Test("Viewers print in actual size, and on both sides where there are backs")
    func preferences() throws {
        for (name, designName, turn) in [
            ("a4-10", "口袋卡", "/DuplexFlipLongEdge"), ("a4-18", "窗口标签", nil), ("a3-1", "折页", "/DuplexFlipShortEdge"),
        ] as [(String, String, String?)] {
            let records = try records(1, design: shippedDesign(designName))
            let printed = try PagePrinter(sheet: sheet(name)).print(records, into: staging)
            let text = String(decoding: try file(printed), as: UTF8.self)
            #expect(text.contains("/PrintScaling /None"))
            #expect(text.contains("/Version /1.7"))
            #expect(text.contains("/Duplex") == (turn != nil), "\(name)")
            if let turn { #expect(text.contains("/Duplex \(turn) "), "\(name)") }
        }
        let own = try PagePrinter(bleed: true).print(records(1, design: shippedDesign()), into: staging)
        let text = String(decoding: try file(own), as: UTF8.self)
        #expect(text.contains("/PrintScaling /None"))
        #expect(!text.contains("/Duplex"))
    }

    @Test("Backs land behind fronts: every code in words lies in the slot of its card, mirrored on the back")
    func duplex() throws {
        let records = try records(7, design: shippedDesign()), sheet = try sheet("a4-10")
        let pdf = try ReadPDF(file(PagePrinter(sheet: sheet, start: 2).print(records, into: staging)))
        for (page, isBack) in [(1, false), (2, true)] {
            let words = try pdf.words(page: page)
            for (number, record) in records.enumerated() {
                let code = record.job.content[.code], place = sheet.place(number + 2, isBack: isBack)
                let word = try #require(words.first { $0.text.contains(code) }, "\(code) on page \(page)")
                #expect(place.contains(Box(x: word.x, y: word.y, width: 0, height: 0)), "\(code) on page \(page)")
            }
        }
    }

    @Test("A sheet that was begun is gone on with, copies fill it, and the next one follows")
    func start() throws {
        let records = try records(3, design: shippedDesign()), sheet = try sheet("a4-10")
        let printer = PagePrinter(sheet: sheet, start: 8, copies: 4)
        #expect(printer.sheets(for: 3) == 2)
        let pdf = try ReadPDF(file(printer.print(records, into: staging)))
        let codes = records.map(\.job.content.address)
        #expect(try pdf.codes(page: 1) == [codes[0], codes[0]])
        #expect(
            try pdf.codes(page: 3) == [codes[0], codes[0]].sorted() + [codes[1], codes[1], codes[1], codes[1]] + [
                codes[2], codes[2], codes[2], codes[2],
            ])
        #expect(try pdf.boxes("MediaBox").count == 4)
    }

    @Test("Crop marks are drawn or left out")
    func cropMarks() throws {
        let records = try records(1, design: shippedDesign()), sheet = try sheet("a4-10")
        let with = try file(PagePrinter(sheet: sheet).print(records, into: staging))
        let without = try file(PagePrinter(sheet: sheet, cropMarks: false).print(records, into: staging))
        func rectangles(_ pdf: [UInt8]) throws -> Int { try ReadPDF(pdf).contents().matches(of: /\bh\b/).count }
        // Two lines at each end of each of two cuts in both directions, on the front and on the back.
        #expect(try rectangles(with) - rectangles(without) == 16)
    }

    @Test("A design of another size is refused")
    func misfit() throws {
        let records = try records(1, design: shippedDesign("桌牌"))
        let error = #expect(throws: CardError.self) {
            try PagePrinter(sheet: sheet("a4-10")).print(records, into: staging)
        }
        #expect(error?.description.contains("105×148毫米") == true)
    }

    @Test("A card's own pages have a TrimBox and a BleedBox, with and without marks", arguments: [true, false])
    func boxes(cropMarks: Bool) throws {
        let records = try records(1, design: shippedDesign())
        let printed = try PagePrinter(bleed: true, cropMarks: cropMarks).print(records, into: staging)
        #expect(printed.fileNames == ["卡0.pdf"])
        let pdf = try ReadPDF(file(printed))
        let point = 72 / 25.4, margin = (cropMarks ? 8 : 3) * point, bleed = 3 * point
        let trim = [margin, margin, margin + 85.6 * point, margin + 53.98 * point]
        let (trims, bleeds) = (try pdf.boxes("TrimBox"), try pdf.boxes("BleedBox"))
        #expect(trims.count == 2 && bleeds.count == 2)
        for (found, wanted) in zip(trims.joined(), trim + trim) { #expect(abs(found - wanted) < 0.01) }
        let around = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]
        for (found, wanted) in zip(bleeds.joined(), around + around) { #expect(abs(found - wanted) < 0.01) }
        #expect(try pdf.codes(page: 1) == addresses(records))
    }

    @Test(
        "Letters come from embedded subsets, and black is one ink: grey, never red, green and blue alike",
        arguments: ["口袋卡", "窗口标签", "桌牌", "海报", "折页"])
    func inks(design: String) throws {
        let records = try records(1, design: shippedDesign(design))
        let bytes = try file(PagePrinter().print(records, into: staging)), pdf = try ReadPDF(bytes)
        #expect(try file(PagePrinter().print(records, into: staging)) == bytes, "the same card gives the same bytes")
        let fonts = try pdf.fonts()
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains("+NotoSansCJK") && $0.contains("yes yes yes") })
        let colours = try pdf.colours()
        #expect(colours.contains("0 g"))
        for colour in colours where colour.hasSuffix("rg") || colour.hasSuffix("RG") {
            let parts = colour.split(separator: " ").dropLast()
            #expect(Set(parts).count > 1, "\(colour)")
        }
        #expect(!colours.contains { $0.hasSuffix("k") || $0.hasSuffix("K") })
        // The symbol is the colour with the most closed shapes before the next one.
        let content = try pdf.contents()
        let changes = content.matches(of: /((?:[0-9.]+ )+(?:g|rg))\s/)
        let ends = changes.dropFirst().map(\.range.lowerBound) + [content.endIndex]
        let fills = zip(changes, ends).map { change, end in
            (colour: String(change.1), shapes: content[change.range.upperBound..<end].matches(of: /\bh\b/).count)
        }
        let symbol = try #require(fills.max { $0.shapes < $1.shapes })
        #expect(symbol.shapes > 100 && symbol.colour == "0 g")
    }

    @Test("Colour reaches the page's very edges, also where they lie between two points")
    func edges() throws {
        let records = try records(1, design: shippedDesign())
        let pdf = try ReadPDF(file(PagePrinter().print(records, into: staging)))
        #expect(
            try pdf.boxes("MediaBox").allSatisfy {
                abs($0[2] - 85.6 * 72 / 25.4) < 0.01 && abs($0[3] - 53.98 * 72 / 25.4) < 0.01
            })
        let back = try pdf.picture(page: 2, dotsPerInch: 600)
        let ground = back.grey[back.width + 1]
        // The outermost pixel may be shared with the paper around.
        for (x, y) in [
            (back.width - 2, 40), (40, back.height - 2), (1, 40), (40, 1), (back.width - 2, back.height - 2),
        ] {
            #expect(back.grey[y * back.width + x] == ground, "\(x) \(y)")
        }
        #expect(ground < 128)
    }

    @Test("A list that is too long ends with how many more there are; nothing is cut without a word")
    func shortened() throws {
        var content = sampleCard()
        content[.materials] = (1...60).map { "□ 第\($0)份材料" }.joined(separator: "\n")
        func text(_ key: String) throws -> String {
            let yaml = """
                说明: 甲
                宽: 85.6
                高: 53.98
                出血: 0
                安全边: 3
                分面:
                  - 名称: 正面
                    元素:
                      - 文字: {内容: "{申请材料}", 左: 4, 宽: 38, 基线: 8, 字号: 8, 最小字号: 6, 行数: 10\(key)}
                      - 文字: {内容: 试印, 左: 60, 宽: 20, 基线: 45, 字号: 8, 仅试印: 是}
                      - 二维码: {左: 50, 上: 9, 边长: 27}
                """
            let design = try #require(DesignReading(text: yaml, stem: "单", path: "单.yaml").design)
            let code = try #require(ShortCode(ordinal: 5))
            let job = PrintJob(
                content: content, design: design, code: code, stem: "单", edition: nil, opens: sampleGuide)
            let records = try BulkPrinter(dotsPerInch: 200, bleed: false, workers: 1).print([job], into: staging)
            return try ReadPDF(file(PagePrinter().print(records, into: staging))).text(page: 1)
        }
        #expect(throws: RefusedCards.self) { try text("") }
        let words = try text(", 省略: 是")
        let shown = (1...60).count { words.contains("第\($0)份材料") }
        let left = try #require(words.firstMatch(of: /另有([0-9]+)项，扫码看全部/).flatMap { Int($0.1) })
        #expect(shown >= 10 && shown + left == 60)
    }

    @Test("The card's own field is bold on its back")
    func ownField() throws {
        func back(_ field: String) throws -> [UInt8] {
            var content = sampleCard()
            content[.field] = field
            return try CardRenderer().render(content, design: shippedDesign()).back
        }
        let backs = try ["", "重大产业", "房地产开发"].map(back)
        #expect(Set(backs).count == 3)
    }
}
