/// An opaque sRGB colour.
package struct Colour: Sendable, Hashable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// Reads `#RRGGBB`.
    package init?(_ text: String) {
        guard text.hasPrefix("#"), text.utf8.count == 7, text.utf8.dropFirst().allSatisfy(Colour.isHexDigit),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        red = UInt8(value >> 16 & 0xFF)
        green = UInt8(value >> 8 & 0xFF)
        blue = UInt8(value & 0xFF)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// `#RRGGBB`.
    package var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    /// WCAG 2.2 relative luminance, 0 to 1.
    package var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// WCAG 2.2 contrast ratio against white, 1 to 21.
    package var contrastWithWhite: Double { 1.05 / (luminance + 0.05) }

    private func power(_ base: Double) -> Double {
        // base^2.4 by base² · base^0.4; x^0.4 = (x²)^(1/5) by Newton, so that no maths library is needed.
        let target = base * base
        guard target > 0 else { return 0 }
        var root = 0.5 + target / 2
        for _ in 0..<40 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
        return base * base * root
    }
}
