extension String {
    /// The text with everything that a terminal would obey, or that would change the order of what is read, said by its number:
    /// control characters, line breaks, and the format characters that steer bidirectional text.
    ///
    /// `甲\u{1B}[2J` becomes `甲‹U+001B›[2J`. File names and values come from others, and a finding quotes them.
    package var visible: String {
        guard utf8.contains(where: String.mayBeUnprintable) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if String.isUnprintable(scalar) {
                let number = String(scalar.value, radix: 16, uppercase: true)
                text += "‹U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)›"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Whether a scalar that cannot be printed may begin with this byte.
    private static func mayBeUnprintable(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xDC, 0xE1, 0xE2, 0xEF, 0xF0...: true
        default: false
        }
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value < 0x20 || scalar.value >= 0x7F else { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}
