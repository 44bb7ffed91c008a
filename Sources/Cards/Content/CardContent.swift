internal import Drawing

/// What stands on a card: a value for every placeholder, the address in its symbol, and its colour.
package struct CardContent: Sendable, Equatable {
    /// The values; a placeholder without one stands for nothing.
    package var values: [Placeholder: String]
    /// The short code without separators: 4K7MX.
    package var code: String
    /// What the QR code says: https://yikatong.example/c/4K7MX.
    package var address: String
    /// The colour of the field, `#` and six hexadecimal digits; white text must be readable on it.
    package var accent: String
    /// Marks a card that must not be handed out.
    package var isTrial: Bool
    /// The stem of the guide that it opens, whose flowchart a poster shows.
    package var guide: String

    package init(
        values: [Placeholder: String], code: String, address: String, accent: String, isTrial: Bool = false,
        guide: String = ""
    ) {
        self.values = values
        self.code = code
        self.address = address
        self.accent = accent
        self.isTrial = isTrial
        self.guide = guide
    }

    package subscript(placeholder: Placeholder) -> String {
        get { values[placeholder] ?? "" }
        set { values[placeholder] = newValue }
    }

    /// The card's title, for messages and the file's annotation.
    package var title: String { self[.title] }

    /// A code as it is printed, its check character set off for reading aloud: 4K7M-X.
    package static func grouped(_ code: String) -> String {
        guard code.count > 2, let check = code.last else { return code }
        return "\(code.dropLast())-\(check)"
    }

    /// The least contrast of white text on the accent colour (WCAG 2.2, 1.4.3).
    static let leastContrast = 4.5

    /// Finds what no design could put right.
    ///
    /// - Returns: The accent colour.
    func checked() throws(CardError) -> Colour {
        // Whoever types what is printed must come to where the symbol leads.
        let host = self[.host], printed = self[.code]
        guard address.contains("://\(host)/"), address.hasSuffix("/\(code)"), printed == Self.grouped(code) else {
            throw error(.addressDiffers(address: address, host: host, code: printed))
        }
        let colour: Colour
        do { colour = try Colour(hex: accent) } catch { throw self.error(.drawing(error)) }
        let contrast = colour.contrast(with: .white)
        guard contrast >= Self.leastContrast else { throw error(.accentTooLight(accent, contrast: contrast)) }
        return colour
    }

    func error(_ problem: CardError.Problem) -> CardError { CardError(card: title, problem: problem) }
}
