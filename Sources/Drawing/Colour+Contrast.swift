internal import Foundation

extension Colour {
    /// The contrast ratio with another colour, 1…21 (WCAG 2.2); text needs 4.5, large text 3.
    package func contrast(with other: Colour) -> Double {
        let lighter = max(relativeLuminance, other.relativeLuminance)
        let darker = min(relativeLuminance, other.relativeLuminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// Relative luminance, 0 (black) … 1 (white) (WCAG 2.2).
    package var relativeLuminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
