import Testing

@testable import Drawing

@Suite struct GlyphCoverageTests {
    @Test func `What is covered can be drawn, character by character`() throws {
        let coverage = try GlyphCoverage()
        let measurer = try TextMeasurer()
        // Every 37th scalar of the basic plane, private use and unassigned ones among them.
        for value in stride(from: UInt32(0), to: 0x1_0000, by: 37) {
            guard let scalar = Unicode.Scalar(value), coverage.covers(String(Character(scalar))) else { continue }
            #expect(measurer.missingCharacter(in: String(Character(scalar))) == nil, "U+\(String(value, radix: 16))")
        }
    }

    @Test func `Usual words are covered, and what may be missing is not`() throws {
        let coverage = try GlyphCoverage()
        #expect(coverage.covers("综合窗口，0.5\u{A0}个工作日 ·\u{200B} 《建筑法》第八条（一）①…—\n"))
        for text in ["窗口😀", "\u{E000}", "甲\tB", "\u{10FFFD}", "\u{7}"] { #expect(!coverage.covers(text), "\(text)") }
    }
}
