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
    private let address = "https://zw.jining.gov.cn/c/4K7MX"

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
        let svg = String(decoding: try SymbolFile.bytes(of: address, as: .svg, size: 40, dotsPerInch: 300), as: UTF8.self)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40.0mm\""))
        #expect(svg.contains("viewBox=\"0 0 37 37\""))
        #expect(svg.components(separatedBy: "<path").count == 3)
        // As many dark modules as the symbol has: the lengths of all runs together.
        let lengths = svg.components(separatedBy: "v1h-").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(lengths.reduce(0, +) == (try QREncoder.symbol(for: address)).modules.filter(\.self).count)
    }

    /// The output of a program of poppler, which knows PDF better than we do.
    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test("A PDF is sound, has its boxes, is drawn the same twice, and a reader reads it")
    func pdf() throws {
        let bytes = try SymbolFile.bytes(of: address, as: .pdf, size: 40, dotsPerInch: 300)
        #expect(try SymbolFile.bytes(of: address, as: .pdf, size: 40, dotsPerInch: 300) == bytes)
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "qr.pdf")
        let info = try run("pdfinfo", ["-box", folder.path("qr.pdf")])
        #expect(info.contains("TrimBox:") && info.contains("113.39"))
        #expect(!info.contains("Error"))
        _ = try run("pdftoppm", ["-gray", "-r", "300", "-singlefile", folder.path("qr.pdf"), folder.path("qr")])
        let pgm = try Data(contentsOf: URL(fileURLWithPath: folder.path("qr.pgm")))
        let side = 473
        let pixels = Array(pgm.suffix(side * side))
        #expect(pixels.count == side * side)
        #expect(try BarcodeReader().texts(in: GreyPicture(width: side, height: side, pixels: pixels)) == [address])
    }

    @Test("Flowcharts come as pages with embedded fonts and the names of all items", arguments: [FlowchartFile.Paper.a4, .a3])
    func flowchart(paper: FlowchartFile.Paper) throws {
        let outcome = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load()
        let guidebook = try #require(outcome.guidebook)
        let folder = try TemporaryFolder()
        for stem in ["房地产开发", "施工许可"] {
            let file = FlowchartFile(guidebook)
            let pages = try #require(try file.pages(of: stem, as: .pdf, paper: paper, dotsPerInch: 150))
            #expect(pages.count == 1)
            #expect(try file.pages(of: stem, as: .pdf, paper: paper, dotsPerInch: 150) == pages)
            try folder.write(pages[0], to: "f.pdf")
            let fonts = try run("pdffonts", [folder.path("f.pdf")]).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            #expect(fonts.allSatisfy { $0.contains("+NotoSansCJK") && $0.contains("yes yes yes") })
            let text = try run("pdftotext", ["-raw", folder.path("f.pdf"), "-"]).filter { !$0.isWhitespace }
            let names = guidebook.roadmaps[stem]?.entries.map(\.item) ?? guidebook.items[stem]?.steps.map(\.name) ?? []
            #expect(!names.isEmpty)
            #expect(names.filter { !text.contains($0.filter { !$0.isWhitespace }) } == [])
        }
        #expect(try FlowchartFile(guidebook).pages(of: "没有", as: .pdf, paper: paper, dotsPerInch: 150) == nil)
    }
}
