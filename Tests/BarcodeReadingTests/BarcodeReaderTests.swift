import BarcodeReading
import QRSymbols
import Testing

@Suite("Barcode reader")
struct BarcodeReaderTests {
    @Test(
        "Texts come back byte for byte",
        arguments: [
            "https://yikatong.example/c/4K7MX", "HTTPS://YIKATONG.EXAMPLE/C/4K7MX", "A", "投资项目服务一卡通：房地产开发",
            "Grüße, ﾃｽﾄ, ✓", String(repeating: "0123456789", count: 30),
        ])
    func reads(text: String) throws {
        let picture = try picture(of: [text], modulePixels: 4)
        #expect(try BarcodeReader().texts(in: picture) == [text])
    }

    @Test("Every symbol in a picture is found")
    func several() throws {
        let picture = try picture(of: ["https://a.example/c/1", "https://b.example/c/2"], modulePixels: 5)
        #expect(try Set(BarcodeReader().texts(in: picture)) == ["https://a.example/c/1", "https://b.example/c/2"])
    }

    @Test("White paper holds nothing")
    func nothing() throws {
        let paper = GreyPicture(width: 200, height: 100, pixels: [UInt8](repeating: 255, count: 20_000))
        #expect(try BarcodeReader().texts(in: paper) == [])
        let dot = GreyPicture(width: 1, height: 1, pixels: [0])
        #expect(try BarcodeReader().texts(in: dot) == [])
    }

    @Test("A symbol whose middle is gone is not read")
    func destroyed() throws {
        var destroyed = try picture(of: ["https://yikatong.example/c/4K7MX"], modulePixels: 6)
        let middle = destroyed.width / 2 - 60..<destroyed.width / 2 + 60
        var pixels = destroyed.pixels
        for y in middle { for x in middle { pixels[y * destroyed.width + x] = 255 } }
        destroyed = GreyPicture(width: destroyed.width, height: destroyed.height, pixels: pixels)
        #expect(try BarcodeReader().texts(in: destroyed) == [])
    }

    @Test("One reader reads one picture after another")
    func again() throws {
        let reader = try BarcodeReader()
        for text in ["one", "two", "three"] {
            #expect(try reader.texts(in: picture(of: [text], modulePixels: 4)) == [text])
        }
    }

    /// Symbols side by side on white paper, each with its quiet zone.
    private func picture(of texts: [String], modulePixels: Int) throws -> GreyPicture {
        let symbols = try texts.map { try QREncoder.symbol(for: $0) }
        let quiet = QRSymbol.quietZone
        let width = symbols.reduce(0) { $0 + $1.side + 2 * quiet } * modulePixels
        let height = ((symbols.map(\.side).max() ?? 0) + 2 * quiet) * modulePixels
        var pixels = [UInt8](repeating: 255, count: width * height)
        var left = 0
        for symbol in symbols {
            for y in 0..<symbol.side * modulePixels {
                for x in 0..<symbol.side * modulePixels where symbol[x / modulePixels, y / modulePixels] {
                    pixels[(y + quiet * modulePixels) * width + left + quiet * modulePixels + x] = 0
                }
            }
            left += (symbol.side + 2 * quiet) * modulePixels
        }
        return GreyPicture(width: width, height: height, pixels: pixels)
    }
}
