extension ShortCode {
    /// The code at the beginning of what chat programs and share buttons make of a printed address: `CY7MN，请扫码`,
    /// `CY7MN&from=timeline`, `CY7MN/index.html`.
    ///
    /// Nil where no code with its right check character stands there, and where a letter or a digit follows it at once:
    /// that is another word.
    package init?(leading text: some StringProtocol) {
        // Scalar by scalar: what sticks to a code may join its last character.
        var candidate = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars.prefix(40) {
            let isDigit = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            guard count < 5 || isDigit else { break }
            // A sixth.
            guard count < 5 else { return nil }
            candidate.append(scalar)
            if isDigit { count += 1 }
        }
        guard let code = try? ShortCode(reading: String(candidate)) else { return nil }
        self = code
    }
}
