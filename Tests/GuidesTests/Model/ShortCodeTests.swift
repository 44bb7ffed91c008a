import Guides
import Testing

struct ShortCodeTests {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    static let codes = [0, 1, 31, 32, 12_345, 417_022, 777_777, (1 << 20) - 1].compactMap { ShortCode(ordinal: $0) }

    @Test(arguments: codes)
    func everySingleWrongCharacterIsNoticed(code: ShortCode) {
        for place in 0..<5 {
            for wrong in Self.alphabet {
                var characters = Array(code.text)
                guard characters[place] != wrong else { continue }
                characters[place] = wrong
                #expect(throws: ShortCode.ReadingError.self) { try ShortCode(reading: String(characters)) }
            }
        }
    }

    @Test(arguments: codes)
    func everyExchangeOfTwoCharactersIsNoticed(code: ShortCode) {
        for left in 0..<5 {
            for right in (left + 1)..<5 {
                var characters = Array(code.text)
                guard characters[left] != characters[right] else { continue }
                characters.swapAt(left, right)
                #expect(throws: ShortCode.ReadingError.self) { try ShortCode(reading: String(characters)) }
            }
        }
    }

    @Test func readingForgivesWhatPeopleType() throws {
        let code = try ShortCode(reading: "CY7MN")
        for typed in ["cy7mn", "CY7M-N", " cy7m n ", "CY7M–N", "cY7Mn"] {
            #expect(try ShortCode(reading: typed) == code)
        }
        let zeros = try ShortCode(reading: "00000")
        #expect(try ShortCode(reading: "oO0oO") == zeros)
        let ones = try #require(ShortCode(ordinal: 1 << 15 | 1 << 10 | 1 << 5 | 1))
        #expect(try ShortCode(reading: "iLI1" + ones.text.suffix(1)) == ones)
    }

    @Test(arguments: ["", "CY7M", "CY7MNN", "CY7MU", "CY7M！", "短码短码短", "ＣＹ７ＭＮ", "CY7MN\u{301}"])
    func malformed(text: String) {
        #expect(throws: ShortCode.ReadingError.malformed) { try ShortCode(reading: text) }
    }

    @Test func aLongTextIsRefusedEarly() {
        let text = String(repeating: "0", count: 100_000)
        #expect(throws: ShortCode.ReadingError.malformed) { try ShortCode(reading: text) }
    }

    @Test func aWrongCheckCharacterSaysTheRightOne() {
        #expect(throws: ShortCode.ReadingError.wrongCheckCharacter(expected: "N")) { try ShortCode(reading: "CY7MX") }
    }

    @Test func `the stand-in is as long as any code, and one`() throws {
        #expect(try ShortCode(reading: ShortCode.standIn.text) == .standIn)
        #expect(ShortCode.standIn == ShortCode(ordinal: 0))
    }

    @Test func ordinals() {
        #expect(ShortCode(ordinal: -1) == nil)
        #expect(ShortCode(ordinal: 1 << 20) == nil)
        #expect(ShortCode(ordinal: 0)?.text == "00000")
        for ordinal in stride(from: 0, to: 1 << 20, by: 997) {
            guard let code = ShortCode(ordinal: ordinal) else { continue }
            #expect((try? ShortCode(reading: code.text)) == code)
        }
    }

    @Test func grouped() throws {
        #expect(try ShortCode(reading: "CY7MN").grouped == "CY7M-N")
    }
}
