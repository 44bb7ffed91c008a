import QRSymbols
import Testing

@Suite("QR symbol")
struct QRSymbolTests {
    @Test("Finder patterns stand in three corners, timing patterns between them")
    func functionPatterns() throws {
        let symbol = try QREncoder.symbol(for: "https://yikatong.example/c/4K7MX")
        let last = symbol.side - 7
        for (left, top) in [(0, 0), (last, 0), (0, last)] {
            for y in 0..<7 {
                for x in 0..<7 {
                    let ring = max(abs(x - 3), abs(y - 3))
                    #expect(symbol[left + x, top + y] == (ring != 2))
                }
            }
        }
        for place in 8..<last - 1 {
            #expect(symbol[place, 6] == place.isMultiple(of: 2))
            #expect(symbol[6, place] == place.isMultiple(of: 2))
        }
    }

    /// Without the right mask the corner holds noise: the text itself comes back only if what was read is right.
    @Test("The mask that is read back uncovers the text", arguments: (0..<40).map { "Card \($0)" })
    func mask(text: String) throws {
        let symbol = try QREncoder.symbol(for: text)
        #expect((0...7).contains(symbol.mask))
        let bits = firstDataBits(of: symbol)
        // Byte mode, the count in eight bits, then the text (ISO/IEC 18004 §7.4).
        var expected: [Bool] = [false, true, false, false]
        for byte in [UInt8(text.utf8.count)] + text.utf8 {
            expected += (0..<8).map { byte >> (7 - $0) & 1 == 1 }
        }
        #expect(Array(expected.prefix(bits.count)) == bits)
    }

    @Test("All masks occur, so reading them back is tested for all")
    func everyMask() throws {
        let masks = try Set((0..<40).map { try QREncoder.symbol(for: "Card \($0)").mask })
        #expect(masks.count >= 6)
    }

    /// The first six codewords of a version 1 symbol: up the two columns at the right, down the next two.
    private func firstDataBits(of symbol: QRSymbol) -> [Bool] {
        var places: [(x: Int, y: Int)] = []
        for y in (9..<21).reversed() { places += [(20, y), (19, y)] }
        for y in 9..<21 { places += [(18, y), (17, y)] }
        return places.map { symbol[$0.x, $0.y] != Self.isInverted(symbol.mask, x: $0.x, y: $0.y) }
    }

    /// ISO/IEC 18004, table 10.
    private static func isInverted(_ mask: Int, x: Int, y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (y / 2 + x / 3) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}
