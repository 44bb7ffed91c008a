extension ShortCode {
    /// A code that none of `used` is, chosen at random so that neighbouring guides do not get codes that look alike.
    ///
    /// - Returns: Nil only when all 32⁴ codes are used.
    package static func fresh(
        besides used: Set<ShortCode>, using generator: inout some RandomNumberGenerator
    ) -> ShortCode? {
        let count = 1 << 20
        let start = Int.random(in: 0..<count, using: &generator)
        for offset in 0..<count {
            guard let code = ShortCode(ordinal: (start + offset) % count), !used.contains(code) else { continue }
            // All letters or all digits read like a word or a number.
            let data = code.text.dropLast()
            if data.allSatisfy(\.isNumber) || data.allSatisfy(\.isLetter) { continue }
            return code
        }
        return nil
    }
}
