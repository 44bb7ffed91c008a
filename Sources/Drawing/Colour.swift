/// An opaque sRGB colour.
package struct Colour: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads the CSS notation with six hexadecimal digits.
    ///
    /// - Throws: `DrawingError.invalidColour` for anything but `#` and six hexadecimal digits.
    package init(hex: String) throws(DrawingError) {
        let digits = hex.utf8.dropFirst()
        guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { throw .invalidColour(hex) }
        self.init(rgb: value)
    }

    /// 0xRRGGBB; higher bits are ignored.
    package init(rgb: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
            blue: UInt8(truncatingIfNeeded: rgb))
    }

    /// 0xRRGGBB.
    package var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    /// CSS notation, for example `#A3322B`.
    package var hex: String {
        let digits = String(rgb, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    package static let white = Colour(rgb: 0xFFFFFF)
    package static let black = Colour(rgb: 0x000000)

    /// This colour laid over another.
    ///
    /// - Parameter opacity: 0 gives `other`, 1 this colour.
    package func over(_ other: Colour, opacity: Double) -> Colour {
        func mix(_ top: UInt8, _ bottom: UInt8) -> UInt8 {
            UInt8((Double(top) * opacity + Double(bottom) * (1 - opacity)).rounded())
        }
        return Colour(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
