import BarcodeReading
import Cards
import Drawing
import Foundation
import FoundationXML
import Guides
import QRSymbols
import TestSupport
import Testing

@Suite("Symbols and flowcharts for paper")
struct PaperTests {
    private let address = "https://yikatong.example/c/4K7MX"

    @Test("A bare symbol is read from its PNG, with its quiet zone", arguments: [150, 600, 1200])
    func png(dotsPerInch: Int) throws {
        let png = try SymbolFile.bytes(of: address, as: .png, size: 40, dotsPerInch: dotsPerInch)
        let picture = try PNGDecoder.decode(png)
        let grey = GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness)
        #expect(try BarcodeReader().texts(in: grey) == [address])
        #expect(picture.width.isMultiple(of: 37))
    }

    @Test("The SVG has the symbol's modules, and nothing but black and white")
    func svg() throws {
        let svg = String(
            decoding: try SymbolFile.bytes(of: address, as: .svg, size: 40, dotsPerInch: 300), as: UTF8.self)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40.0mm\""))
        #expect(svg.contains("viewBox=\"0 0 37 37\""))
        #expect(svg.components(separatedBy: "<path").count == 3)
        // As many dark modules as the symbol has: the lengths of all runs together.
        let lengths = svg.components(separatedBy: "v1h-").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(lengths.reduce(0, +) == (try QREncoder.symbol(for: address)).modules.filter(\.self).count)
    }

    @Test("A PDF is sound, has its boxes and one ink, is drawn the same twice, and a reader reads it")
    func pdf() throws {
        let bytes = try SymbolFile.bytes(of: address, as: .pdf, size: 40, dotsPerInch: 300)
        #expect(try SymbolFile.bytes(of: address, as: .pdf, size: 40, dotsPerInch: 300) == bytes)
        let pdf = try ReadPDF(bytes)
        #expect(try !pdf.info().contains("Error"))
        for box in try pdf.boxes("TrimBox") + pdf.boxes("BleedBox") {
            #expect(zip(box, [0, 0, 113.39, 113.39]).allSatisfy { abs($0 - $1) < 0.01 })
        }
        #expect(try pdf.colours() == ["0 g", "1 g"])
        #expect(try pdf.codes(page: 1) == [address])
    }

    @Test(
        "A PDF page is as large as it should be, on whole points and between them",
        arguments: [25.4, 40, 50.8, 127, 33.3])
    func pageSize(size: Double) throws {
        let pdf = try ReadPDF(SymbolFile.bytes(of: address, as: .pdf, size: size, dotsPerInch: 300))
        let points = size * 72 / 25.4
        #expect(try pdf.boxes("MediaBox").count == 1)
        #expect(try zip(pdf.boxes("MediaBox")[0], [0, 0, points, points]).allSatisfy { abs($0 - $1) < 0.01 })
        #expect(try pdf.codes(page: 1) == [address])
    }

    @Test(
        "A symbol whose modules would be too fine is refused, with the size that would do",
        arguments: [PaperFormat.svg, .png, .pdf])
    func tooSmall(format: PaperFormat) throws {
        let error = #expect(throws: CardError.self) {
            try SymbolFile.bytes(of: address, as: format, size: 18, dotsPerInch: 300)
        }
        let least = try #require(error?.description.firstMatch(of: /--size ([0-9.]+)/).flatMap { Double($0.1) })
        #expect(least > 18 && least < 19)
        #expect(try !SymbolFile.bytes(of: address, as: format, size: least, dotsPerInch: 300).isEmpty)
    }

    private func guidebook() throws -> Guidebook {
        let outcome = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load()
        return try #require(outcome.guidebook)
    }

    @Test(
        "Flowcharts come as pages with embedded fonts and the names of all items",
        arguments: [FlowchartFile.Paper.a4, .a3])
    func flowchart(paper: FlowchartFile.Paper) throws {
        let guidebook = try guidebook(), file = FlowchartFile(guidebook)
        for stem in ["房地产开发", "施工许可"] {
            let pages = try #require(try file.pages(of: stem, as: .pdf, paper: paper, dotsPerInch: 150))
            #expect(pages.count == 1)
            #expect(try file.pages(of: stem, as: .pdf, paper: paper, dotsPerInch: 150) == pages)
            let pdf = try ReadPDF(pages[0])
            let fonts = try pdf.fonts()
            #expect(!fonts.isEmpty)
            #expect(fonts.allSatisfy { $0.contains("+NotoSansCJK") && $0.contains("yes yes yes") })
            let text = try (1...pdf.boxes("MediaBox").count).map { try pdf.text(page: $0) }.joined()
            let names = guidebook.roadmaps[stem]?.entries.map(\.item) ?? guidebook.items[stem]?.steps.map(\.name) ?? []
            #expect(!names.isEmpty)
            #expect(names.filter { !text.contains($0.filter { !$0.isWhitespace }) } == [])
            #expect(text.contains(stem == "施工许可" ? "底色框：申请人办" : "虚线框：视情况办"), "the marks are explained")
        }
        #expect(try file.pages(of: "没有", as: .pdf, paper: paper, dotsPerInch: 150) == nil)
    }

    @Test func `Viewers print a symbol and a flowchart in actual size, and text copied from one has no radicals`()
        throws
    {
        let symbol = try SymbolFile.bytes(of: address, as: .pdf, size: 40, dotsPerInch: 300)
        let charts = try FlowchartFile(try guidebook()).pages(of: "施工许可", as: .pdf, paper: .a4, dotsPerInch: 150)
        let chart = try #require(charts?.first)
        for file in [symbol, chart] { #expect(String(decoding: file, as: UTF8.self).contains("/PrintScaling /None")) }
        // Fonts draw some characters with the glyph of a 康熙部首, as which readers then copy them.
        let text = try ReadPDF(chart).text(page: 1)
        #expect(text.contains("综合窗口"))
        #expect(!text.unicodeScalars.contains { (0x2E80...0x2FDF).contains($0.value) })
    }

    @Test(
        "A roadmap's chart fills the page: its stages stand in columns, on A3 too",
        arguments: [FlowchartFile.Paper.a4, .a3])
    func columns(paper: FlowchartFile.Paper) throws {
        let pages = try FlowchartFile(try guidebook()).pages(of: "房地产开发", as: .pdf, paper: paper, dotsPerInch: 150)
        let pdf = try ReadPDF(try #require(pages).first ?? [])
        let words = try pdf.words(page: 1)
        let sides = try pdf.boxes("MediaBox")[0].map { $0 * 25.4 / 72 }
        // On the smaller paper the last stages may stand on the next page.
        let stages = ["立项用地规划许可", "工程建设许可", "施工许可", "竣工验收"]
        let places = stages.compactMap { stage in words.first { $0.text == stage }?.x }
        #expect(places.count == stages.count || paper == .a4)
        let first = try #require(places.min()), last = try #require(places.max())
        #expect(last - first > 0.2 * sides[2])
        // As large as the paper lets it be: the words reach from edge to edge, across or down.
        let (across, down) = (words.map(\.x), words.map(\.y))
        let spread = try (
            #require(across.max()) - #require(across.min()), #require(down.max()) - #require(down.min())
        )
        #expect(spread.0 > 0.85 * sides[2] || spread.1 > 0.85 * sides[3])
    }

    @Test("A PNG flowchart has its letters and its colour, the same bytes twice", arguments: ["房地产开发", "施工许可", "总览"])
    func flowchartPNG(stem: String) throws {
        let file = FlowchartFile(try guidebook())
        let pages = try #require(try file.pages(of: stem, as: .png, paper: .a4, dotsPerInch: 150))
        #expect(try file.pages(of: stem, as: .png, paper: .a4, dotsPerInch: 150) == pages)
        let picture = try PNGDecoder.decode(try #require(pages.first))
        #expect(picture.width == 1240 && picture.height == 1754)
        #expect(picture.pixels.count { $0 == 0 } > 1000)
        let coloured = picture.pixels.count { $0 >> 16 & 0xFF != $0 & 0xFF }
        #expect(coloured > 1000 && picture.pixels.count { $0 == 0xFFFFFF } > picture.pixels.count / 2)
    }

    /// The elements of an SVG file, and whether it needs anything but itself.
    private final class SVGReading: NSObject, XMLParserDelegate {
        var root: [String: String] = [:]
        var title = ""
        var counts: [String: Int] = [:]
        var references: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if counts.isEmpty { root = attributes }
            counts[name, default: 0] += 1
            references += ["href", "xlink:href"].compactMap { attributes[$0] }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { title += string }
    }

    @Test("An SVG flowchart stands alone: its size on paper, its letters as shapes, nothing from elsewhere")
    func flowchartSVG() throws {
        let file = FlowchartFile(try guidebook())
        for (paper, width) in [(FlowchartFile.Paper.a4, 595.2756), (.a3, 841.8898)] {
            let pages = try #require(try file.pages(of: "房地产开发", as: .svg, paper: paper, dotsPerInch: 150))
            #expect(try file.pages(of: "房地产开发", as: .svg, paper: paper, dotsPerInch: 150) == pages)
            for page in pages {
                let reading = SVGReading(), parser = XMLParser(data: Data(page))
                parser.delegate = reading
                #expect(parser.parse())
                #expect(reading.root["xmlns"] == "http://www.w3.org/2000/svg")
                #expect(reading.root["width"]?.hasSuffix("pt") == true)
                let box = try #require(reading.root["viewBox"]).split(separator: " ").compactMap { Double($0) }
                #expect(abs(box[2] - width) < 0.01)
                #expect(reading.title.contains("房地产开发") && reading.title.contains("审批流程图"))
                #expect(reading.counts["text"] == nil && reading.counts["image"] == nil)
                #expect(reading.references.count > 200 && reading.references.allSatisfy { $0.hasPrefix("#") })
            }
        }
    }
}
