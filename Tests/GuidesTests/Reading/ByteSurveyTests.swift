internal import Testing

@testable internal import Guides

/// The survey that looks at eight bytes at a time says what looking at each says.
@Suite struct ByteSurveyTests {
    /// Byte by byte, and with `marks` as rare as the survey takes them: all that begin with EF BB or EF BF.
    private func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { index in
            let rest = bytes[index...].prefix(3) + [0, 0]
            let (first, second, third) = (rest[index], rest[index + 1], rest[index + 2])
            if first < 0x20 { return first == 0x0A }
            if first == 0x7F { return false }
            if first == 0xC2 { return second & 0x20 != 0 }
            if first == 0xE2, second == 0x80 { return third != 0xA8 && third != 0xA9 }
            return !(first == 0xEF && (second == 0xBB || second == 0xBF))
        }
    }

    private static let pool: [UInt8] = [
        0x0A, 0x20, 0x21, 0x61, 0x7E, 0x80, 0x8A, 0x9F, 0xA0, 0xA7, 0xA8, 0xA9, 0xAA, 0xBA, 0xBB, 0xBC, 0xBF, 0xC2,
        0xC3, 0xE2, 0xE4, 0xE5, 0xEF, 0xFF, 0x7F, 0x1F, 0x00, 0x0D, 0x0B, 0x09, 0x81, 0x85,
    ]

    @Test func `random bytes of every length`() {
        var random = SystemRandomNumberGenerator()
        var plain = 0
        for round in 0..<100_000 {
            let count = Int.random(in: 0..<40, using: &random)
            let kinds = round % 3 == 0 ? ByteSurveyTests.pool.count : 24
            let bytes = (0..<count).map { _ in ByteSurveyTests.pool[Int.random(in: 0..<kinds, using: &random)] }
            let expected = isPlain(bytes)
            plain += expected ? 1 : 0
            #expect(bytes.withUnsafeBufferPointer(ByteSurvey.isPlain) == expected, "\(bytes)")
        }
        // Both answers were asked for.
        #expect((1000..<99_000).contains(plain))
    }

    @Test func `each byte at each place of a plain text`() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<24 {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
                bytes[place] = byte
                #expect(bytes.withUnsafeBufferPointer(ByteSurvey.isPlain) == isPlain(bytes), "\(byte) at \(place)")
            }
        }
    }
}
