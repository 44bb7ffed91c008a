internal import Guides

/// The colours of one page, derived from its field's colour so that text keeps a contrast of at least 4.5:1 in light
/// and in dark (WCAG 2.2, 1.4.3).
struct Theme {
    /// On white.
    let accent: String
    /// A background so pale that dark text stands on it.
    let tint: String
    /// A line between tint and accent.
    let edge: String
    let accentOnDark: String
    let tintOnDark: String
    let edgeOnDark: String

    /// The page's dark ground, as the style sheet has it.
    private static let dark = Mix(red: 0x16, green: 0x18, blue: 0x1B)
    private static let white = Mix(red: 255, green: 255, blue: 255)

    init(_ colour: Colour?) {
        let base =
            colour.map { Mix(red: Int($0.red), green: Int($0.green), blue: Int($0.blue)) }
            ?? Mix(red: 0x1F, green: 0x4E, blue: 0x8C)
        accent = base.hex
        tint = base.mixed(with: Theme.white, 0.93).hex
        edge = base.mixed(with: Theme.white, 0.55).hex
        var light = base
        var share = 0.0
        while light.luminance < 0.30, share < 0.9 {
            share += 0.05
            light = base.mixed(with: Theme.white, share)
        }
        accentOnDark = light.hex
        tintOnDark = base.mixed(with: Theme.dark, 0.78).hex
        edgeOnDark = base.mixed(with: Theme.dark, 0.35).hex
    }

    /// The variables of the style sheet.
    var css: String {
        ":root{--a:\(accent);--t:\(tint);--e:\(edge)}"
            + "@media screen and (prefers-color-scheme:dark){:root{--a:\(accentOnDark);--t:\(tintOnDark);--e:\(edgeOnDark)}}"
    }

    private struct Mix {
        var red: Int
        var green: Int
        var blue: Int

        func mixed(with other: Mix, _ share: Double) -> Mix {
            func mix(_ a: Int, _ b: Int) -> Int { Int((Double(a) * (1 - share) + Double(b) * share).rounded()) }
            return Mix(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
        }

        var hex: String {
            "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }

        var luminance: Double { Colour(hex.uppercased())?.luminance ?? 0 }
    }
}
