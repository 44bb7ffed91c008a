/// Which characters the one typeface has in both weights, as a table that any thread may ask: a tree has millions of
/// characters, and to lay each text out would take longer than all other checks.
package struct GlyphCoverage: Sendable {
    /// The basic plane: rare characters of the others are laid out to be asked.
    private static let limit: UInt32 = 0x1_0000

    /// A bit for each scalar.
    private var words = [UInt64](repeating: .max, count: Int(GlyphCoverage.limit) / 64)

    /// - Throws: `DrawingError.fontNotInstalled` where the typeface is missing.
    package init() throws(DrawingError) {
        let fonts = try FontContext()
        for weight in FontWeight.allCases {
            for scalar in fonts.missingScalars(below: GlyphCoverage.limit, weight: weight) {
                words[Int(scalar) / 64] &= ~(1 << UInt64(scalar % 64))
            }
        }
        // Spaces that charts write themselves, and draw nothing.
        for scalar in [0xA0, 0x200B] { words[scalar / 64] |= 1 << UInt64(scalar % 64) }
        // Pango draws nothing for control characters, and takes them for known.
        words[0] &= ~0xFFFF_FFFF
        // A line's end is no character.
        words[0] |= 1 << 10
    }

    /// Whether each scalar of a text has a glyph of its own; where not, only `TextMeasurer` knows whether together with
    /// its neighbours it has one.
    package func covers(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in words.withUnsafeBufferPointer { GlyphCoverage.covers(bytes, in: $0) } }
    }

    /// The same of valid UTF-8: to decode it here, three bytes at once, takes a third of the time that Swift's scalars do.
    private static func covers(_ bytes: UnsafeBufferPointer<UInt8>, in words: UnsafeBufferPointer<UInt64>) -> Bool {
        var place = 0
        while place < bytes.count {
            let first = Int(bytes[place])
            let value: Int
            switch first {
            case ..<0x80:
                value = first
                place += 1
            case ..<0xE0:
                guard place + 1 < bytes.count else { return false }
                value = (first & 0x1F) << 6 | Int(bytes[place + 1] & 0x3F)
                place += 2
            case ..<0xF0:
                guard place + 2 < bytes.count else { return false }
                value = (first & 0x0F) << 12 | Int(bytes[place + 1] & 0x3F) << 6 | Int(bytes[place + 2] & 0x3F)
                place += 3
            default: return false
            }
            if words[value >> 6] >> UInt64(value & 63) & 1 == 0 { return false }
        }
        return true
    }
}
