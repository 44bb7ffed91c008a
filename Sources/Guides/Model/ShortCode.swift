/// 短码: the permanent code of a guide, four characters of Crockford's base 32 and a check character.
///
/// The check character is a weighted sum over GF(2⁵) (x⁵+x²+1; weights α, α², α³, α⁴ and 1 for the check). All weights
/// differ and none is zero, so every single wrong character and every exchange of any two is noticed.
package struct ShortCode: Sendable, Hashable, Comparable {
    /// Why a text is not a code.
    package enum ReadingError: Error, Hashable {
        /// Not five characters of the alphabet.
        case malformed
        /// Well formed, but the check character does not fit: something was misread or mistyped.
        case wrongCheckCharacter(expected: Character)
    }

    /// The five characters in upper case, such as `4K7MX`.
    package let text: String

    /// A well-formed code that stands in for another where only its length matters, as in an address that must fit.
    package static let standIn = ShortCode(digits: [0, 0, 0, 0])

    /// Digits and capitals without I, L, O and U (Crockford).
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let weights = [2, 4, 8, 16]
    private static let dataLength = weights.count

    /// Reads a code as people type it: any case, I and L as 1, O as 0, spaces and hyphens ignored.
    package init(reading text: some StringProtocol) throws(ReadingError) {
        if let text = text as? String, ShortCode.isCanonical(text) {
            self.text = text
            return
        }
        var digits: [Int] = []
        for character in text where !"- \u{2010}\u{2011}\u{2013}\u{2014}\u{3000}".contains(character) {
            guard let digit = ShortCode.digit(character), digits.count <= ShortCode.dataLength else { throw .malformed }
            digits.append(digit)
        }
        guard digits.count == ShortCode.dataLength + 1, let check = digits.popLast() else { throw .malformed }
        let expected = ShortCode.checkDigit(of: digits)
        guard check == expected else { throw .wrongCheckCharacter(expected: ShortCode.alphabet[expected]) }
        self.text = String((digits + [check]).map { ShortCode.alphabet[$0] })
    }

    /// The code of so many, from 0; nil from 32⁴ on.
    package init?(ordinal: Int) {
        guard (0..<(1 << 20)).contains(ordinal) else { return nil }
        self.init(digits: [15, 10, 5, 0].map { (ordinal >> $0) & 31 })
    }

    /// - Parameter digits: The four before the check character, each 0 to 31.
    private init(digits: [Int]) {
        text = String((digits + [ShortCode.checkDigit(of: digits)]).map { ShortCode.alphabet[$0] })
    }

    /// Grouped for the eye: `4K7M-X`.
    package var grouped: String {
        "\(text.prefix(ShortCode.dataLength))-\(text.suffix(1))"
    }

    package static func < (left: ShortCode, right: ShortCode) -> Bool {
        left.text < right.text
    }

    /// Whether it is a code as it is printed: of thousands of files, each has it like that, and is asked several times.
    private static func isCanonical(_ text: String) -> Bool {
        guard text.utf8.count == dataLength + 1 else { return false }
        var sum = 0
        for (index, byte) in text.utf8.enumerated() {
            let digit = Int(digits[Int(byte)])
            guard digit >= 0 else { return false }
            sum ^= index < dataLength ? product(weights[index], digit) : digit
        }
        return sum == 0
    }

    /// What each byte stands for; -1 for those outside the alphabet.
    private static let digits: [Int8] = {
        var digits = [Int8](repeating: -1, count: 256)
        for (digit, character) in alphabet.enumerated() {
            if let byte = character.asciiValue { digits[Int(byte)] = Int8(digit) }
        }
        return digits
    }()

    private static func digit(_ character: Character) -> Int? {
        switch character {
        case "O", "o": return 0
        case "I", "i", "L", "l": return 1
        default:
            guard character.isASCII, let upper = character.uppercased().first else { return nil }
            return alphabet.firstIndex(of: upper)
        }
    }

    private static func checkDigit(of digits: [Int]) -> Int {
        zip(weights, digits).reduce(0) { $0 ^ product($1.0, $1.1) }
    }

    /// The product in GF(2⁵).
    private static func product(_ left: Int, _ right: Int) -> Int {
        var (result, left, right) = (0, left, right)
        while right > 0 {
            if right & 1 == 1 { result ^= left }
            right >>= 1
            left <<= 1
            if left & 32 != 0 { left ^= 0b100101 }
        }
        return result
    }
}

extension ShortCode: CustomStringConvertible {
    package var description: String { text }
}
