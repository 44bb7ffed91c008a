import QRSymbols
import Testing

@Suite("QR encoder")
struct QREncoderTests {
    /// ISO/IEC 18004, table 7: bytes at level M.
    @Test(
        "A version is left only when it is full",
        arguments: [(1, 14), (2, 26), (3, 42), (4, 62), (5, 84), (6, 106), (9, 180), (10, 213), (26, 1059), (39, 2213)])
    func smallestVersion(version: Int, capacity: Int) throws {
        #expect(QREncoder.capacity(ofVersion: version) == capacity)
        let full = try QREncoder.symbol(for: String(repeating: "a", count: capacity))
        #expect(full.version == version)
        #expect(full.errorCorrection == .medium)
        #expect(full.side == 17 + 4 * version)
        #expect(full.modules.count == full.side * full.side)
        let more = try QREncoder.symbol(for: String(repeating: "a", count: capacity + 1))
        #expect(more.version == version + 1)
    }

    @Test(
        "Room that is left over goes into error correction",
        arguments: [
            (7, 1, ErrorCorrection.high), (8, 1, .quartile), (11, 1, .quartile), (12, 1, .medium), (15, 2, .quartile),
            (24, 2, .medium), (27, 3, .quartile), (32, 3, .quartile), (33, 3, .medium), (34, 3, .medium),
        ])
    func boost(length: Int, version: Int, level: ErrorCorrection) throws {
        let symbol = try QREncoder.symbol(for: String(repeating: "x", count: length))
        #expect(symbol.version == version)
        #expect(symbol.errorCorrection == level)
    }

    @Test("The limit is the last version's at level M, in bytes of UTF-8")
    func limit() throws {
        #expect(try QREncoder.symbol(for: String(repeating: "a", count: 2331)).version == 40)
        #expect(throws: QREncodingError.tooLong(needed: 2332, limit: 2331)) {
            try QREncoder.symbol(for: String(repeating: "a", count: 2332))
        }
        #expect(throws: QREncodingError.tooLong(needed: 2334, limit: 2331)) {
            try QREncoder.symbol(for: String(repeating: "卡", count: 778))
        }
        #expect(throws: QREncodingError.empty) { try QREncoder.symbol(for: "") }
    }

    @Test("A message says how much to shorten")
    func message() {
        #expect("\(QREncodingError.tooLong(needed: 2334, limit: 2331))" == "二维码的内容有 2334 字节，最多 2331 字节，请缩短 3 字节")
    }

    @Test("The same text gives the same symbol, another case another one")
    func deterministic() throws {
        let symbol = try QREncoder.symbol(for: "https://yikatong.example/c/4K7MX")
        #expect(try QREncoder.symbol(for: "https://yikatong.example/c/4K7MX") == symbol)
        #expect(try QREncoder.symbol(for: "https://yikatong.example/c/4k7mx") != symbol)
        #expect(symbol.version == 3)
        #expect(symbol.errorCorrection == .quartile)
    }
}
