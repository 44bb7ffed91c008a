import BarcodeReading
import Drawing
import Foundation
import TestSupport
import Testing

/// Sheets, pages, bare symbols and flowcharts as files, from the command line.
@Suite struct SheetTests {
    private let folder: TemporaryFolder
    private let options: [String]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        options = ["--guides", folder.path("guides"), "--cards", folder.path("cards")]
    }

    private func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.path(name))) }

    /// What ZBar reads on a page at 300 dpi.
    private func codes(_ name: String, page: Int) throws -> [String] {
        let rendered = try BuiltCommand.run(
            executable: "/usr/bin/pdftoppm",
            [
                "-png", "-r", "300", "-f", "\(page)", "-l", "\(page)", "-singlefile", folder.path(name),
                folder.path("page"),
            ])
        try #require(rendered.status == 0, "\(rendered.errors)")
        let picture = try PNGDecoder.decode([UInt8](try data("page.png")))
        return try BarcodeReader().texts(
            in: GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness)
        ).sorted()
    }

    @Test("A sheet with all cards: a PDF, a manifest, a row of the ledger for each card, and every code is read")
    func sheet() throws {
        let printed = try BuiltCommand.run(
            ["print", "--unsafe-address", "--sheet", "a4-10", "--start", "3", "--out", folder.path("out")] + options)
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(printed.output.contains("沿长边翻转") && printed.output.contains("实际大小"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
        #expect(files == ["manifest.json", "口袋卡-a4-10.pdf"])
        let addresses = try codes("out/口袋卡-a4-10.pdf", page: 1)
        #expect(addresses.count == 7 && Set(addresses).count == 7)
        #expect(try codes("out/口袋卡-a4-10.pdf", page: 2) == [])
        let ledger = String(decoding: try data("cards/ledger.csv"), as: UTF8.self)
        for address in addresses { #expect(ledger.contains(address)) }
        #expect(try BuiltCommand.run(["check"] + options).status == 0)
    }

    @Test("What cannot be printed on a sheet is said, and nothing is written")
    func refused() throws {
        for (arguments, status, words) in [
            (["--sheet", "a4-1O"], 1, "是否想写“a4-10”？"), (["--sheet", "a4-10", "--start", "11"], 1, "只有10格"),
            (["--sheet", "a4-10", "--design", "桌牌"], 1, "请用 --sheet a4-2"),
            (["--sheet", "a4-10", "--start", "0"], 64, "--start"),
            (["--start", "2"], 64, "--sheet"),
        ] as [([String], Int32, String)] {
            let result = try BuiltCommand.run(["print", "--trial", "--out", folder.path("out")] + arguments + options)
            #expect(result.status == status && result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test("A broken sheet is found by check and by print, with file, line and column")
    func brokenSheet() throws {
        let path = folder.path("cards/sheets/a4-10.yaml")
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        try text.replacingOccurrences(of: "行数: 5", with: "行数: 6").write(toFile: path, atomically: true, encoding: .utf8)
        let line = try #require(text.components(separatedBy: "\n").firstIndex { $0.hasPrefix("行数") }) + 1
        for arguments in [["check"], ["print", "--trial", "--sheet", "a4-10", "--out", folder.path("out")]] {
            let result = try BuiltCommand.run(arguments + options)
            #expect(result.status == 1)
            #expect(
                (result.output + result.errors).contains("\(path):\(line):5: 错误：竖着放6张"),
                "\(result.output)\(result.errors)")
            #expect((result.output + result.errors).contains("[sheet-outside-paper]"))
        }
    }

    @Test("A card's own pages for the print shop")
    func pages() throws {
        let printed = try BuiltCommand.run(
            ["print", "房地产开发", "--trial", "--format", "pdf", "--bleed", "--out", folder.path("out")] + options)
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(try codes("out/房地产开发.pdf", page: 1).count == 1)
        let info = try BuiltCommand.run(executable: "/usr/bin/pdfinfo", ["-box", folder.path("out/房地产开发.pdf")])
        #expect(info.output.contains("Pages:           2") && info.output.contains("BleedBox:"))
    }

    @Test("The bare symbol and the flowchart as SVG, PNG and PDF", arguments: ["svg", "png", "pdf"])
    func files(ending: String) throws {
        // An item's chart, which fits one sheet.
        for (command, name) in [("qr", "码"), ("flowchart", "图")] {
            let file = folder.path("\(name).\(ending)")
            let result = try BuiltCommand.run([command, "施工许可", "--out", file] + options)
            #expect(result.status == 0, "\(result.errors)")
            let start = String(decoding: try data("\(name).\(ending)").prefix(200), as: UTF8.self)
            #expect(start.contains(["svg": "<svg ", "png": "PNG", "pdf": "%PDF"][ending] ?? ""))
        }
        #expect(try BuiltCommand.run(["qr", "房地产开发", "--out", folder.path("码.gif")] + options).status == 64)
        #expect(try BuiltCommand.run(["flowchart", "没有这个", "--out", folder.path("图.\(ending)")] + options).status == 1)
    }

    @Test("A new design and a new sheet are valid, print, and never overwrite another")
    func newFiles() throws {
        for (kind, place) in [("design", "designs"), ("sheet", "sheets")] {
            #expect(try BuiltCommand.run(["new", kind, "新的"] + options).status == 0)
            let path = folder.path("cards/\(place)/新的.yaml")
            #expect(try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8).contains("#"))
            #expect(try BuiltCommand.run(["new", kind, "新的"] + options).status == 1)
        }
        #expect(try BuiltCommand.run(["check"] + options).status == 0)
        let design = try BuiltCommand.run(
            ["print", "房地产开发", "--trial", "--design", "新的", "--out", folder.path("out")] + options)
        #expect(design.status == 0, "\(design.errors)")
        let sheet = try BuiltCommand.run(
            ["print", "房地产开发", "--trial", "--sheet", "新的", "--out", folder.path("out")] + options)
        #expect(sheet.status == 0, "\(sheet.errors)")
    }
}
