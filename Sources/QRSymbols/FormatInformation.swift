/// What a symbol says about itself: error correction and mask (ISO/IEC 18004 §7.9).
struct FormatInformation: Equatable {
    let errorCorrection: ErrorCorrection
    let mask: Int

    /// Reads both copies in a freshly made symbol.
    ///
    /// - Returns: nil unless the copies agree and their check bits are right; a new symbol has no damage to repair.
    init?(side: Int, isDark: (_ x: Int, _ y: Int) -> Bool) {
        var first = 0, second = 0
        for bit in 0..<15 {
            // Around the top left finder, leaving out the timing patterns in row and column 6.
            let (x, y) =
                switch bit {
                case 0...5: (8, bit)
                case 6: (8, 7)
                case 7: (8, 8)
                case 8: (7, 8)
                default: (14 - bit, 8)
                }
            if isDark(x, y) { first |= 1 << bit }
            // Below the top right finder and beside the bottom left one.
            let dark = bit < 8 ? isDark(side - 1 - bit, 8) : isDark(8, side - 15 + bit)
            if dark { second |= 1 << bit }
        }
        guard first == second else { return nil }
        // The pattern keeps the information from being all light.
        let bits = first ^ 0b101_0100_0001_0010
        guard Self.checked(bits >> 10) == bits else { return nil }
        errorCorrection =
            switch bits >> 13 {
            case 0b01: .low
            case 0b00: .medium
            case 0b11: .quartile
            default: .high
            }
        mask = bits >> 10 & 0b111
    }

    /// Five data bits followed by the ten check bits of the (15, 5) BCH code.
    private static func checked(_ data: Int) -> Int {
        var remainder = data << 10
        for bit in stride(from: 14, through: 10, by: -1) where remainder >> bit & 1 == 1 {
            remainder ^= 0b101_0011_0111 << (bit - 10)
        }
        return data << 10 | remainder
    }
}
