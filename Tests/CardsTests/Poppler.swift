import BarcodeReading
import Foundation
import TestSupport
import Testing

/// A PDF file as other programs see it: poppler, which knows PDF better than we do, and Python for what is in the streams.
struct ReadPDF {
    private let folder: TemporaryFolder
    private var path: String { folder.path("f.pdf") }

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        try folder.write(bytes, to: "f.pdf")
    }

    init(file path: String) throws {
        try self.init([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// How many pictures there are.
    func images() throws -> Int { try run("pdfimages", ["-list", path]).split(separator: "\n").count - 2 }

    /// What pdfinfo says: boxes, sizes, the number of pages.
    func info() throws -> String { try run("pdfinfo", ["-box", "-f", "1", "-l", "999", path]) }

    /// The four numbers of a box on each page, in points.
    func boxes(_ name: String) throws -> [[Double]] {
        try info().split(separator: "\n").filter { $0.contains(" \(name):") }.map { line in
            line.split(separator: ":")[1].split(separator: " ").compactMap { Double($0) }
        }
    }

    /// A line for each font.
    func fonts() throws -> [Substring] { try run("pdffonts", [path]).split(separator: "\n").dropFirst(2).map { $0 } }

    /// The words of a page, without any spaces.
    func text(page: Int) throws -> String {
        try run("pdftotext", ["-raw", "-f", String(page), "-l", String(page), path, "-"]).filter { !$0.isWhitespace }
    }

    /// The middle of each word on a page, in millimetres from the top left.
    func words(page: Int) throws -> [(text: String, x: Double, y: Double)] {
        let points = 25.4 / 72
        let number = #"="([0-9.]+)""#
        let pattern = try Regex(
            "<word xMin\(number) yMin\(number) xMax\(number) yMax\(number)>([^<]*)<",
            as: (Substring, Substring, Substring, Substring, Substring, Substring).self)
        return try run("pdftotext", ["-bbox", "-f", String(page), "-l", String(page), path, "-"]).matches(of: pattern)
            .map { match in
                let edges = [match.1, match.2, match.3, match.4].map { (Double($0) ?? 0) * points }
                return (String(match.5), (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2)
            }
    }

    /// What ZBar reads on a page as it would be printed at 300 dpi.
    func codes(page: Int) throws -> [String] {
        let picture = try picture(page: page, dotsPerInch: 300)
        let grey = GreyPicture(width: picture.width, height: picture.height, pixels: picture.grey)
        return try BarcodeReader().texts(in: grey).sorted()
    }

    /// A page as pixels.
    func picture(page: Int, dotsPerInch: Int) throws -> (width: Int, height: Int, grey: [UInt8]) {
        let name = folder.path("page")
        _ = try run(
            "pdftoppm",
            ["-gray", "-r", "\(dotsPerInch)", "-f", String(page), "-l", String(page), "-singlefile", path, name])
        let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: name + ".pgm")))
        // P5, width and height, 255, then a byte for each pixel.
        let head = String(decoding: file.prefix(40), as: Unicode.ASCII.self).split(whereSeparator: \.isWhitespace)
        let width = try #require(Int(head[1])), height = try #require(Int(head[2]))
        return (width, height, Array(file.suffix(width * height)))
    }

    /// The colour operators of all content streams with their operands, each once: `0 g`, `0.639 0.196 0.168 rg`.
    func colours() throws -> Set<String> {
        Set(try contents().matches(of: /(?:[0-9.]+ )+(?:g|G|rg|RG|k|K)\b/).map { String($0.0) })
    }

    /// All content streams, unpacked.
    func contents() throws -> String {
        let script = """
            import re, sys, zlib
            data = open(sys.argv[1], "rb").read()
            for found in re.finditer(rb"stream\\n", data):
                try: text = zlib.decompressobj().decompress(data[found.end():])
                except zlib.error: continue
                if all(byte < 128 for byte in text): print(text.decode("ascii"))
            """
        return try run("python3", ["-c", script, path])
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.start()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
