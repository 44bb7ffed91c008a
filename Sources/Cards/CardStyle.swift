package import Drawing

/// The colours that one side of a card is printed in.
struct CardPalette {
    /// Shades to a ramp: with the two whites of the back, sixteen colours, which PNG packs two to a byte.
    static let shades = 14

    var ramps: [ShadeRamp]
    /// Colours of areas and letters that are no end of a ramp.
    var flat: [Colour]
}

/// The typography of a card in one accent colour. No text is under 7 points.
package struct CardStyle {
    let accent: Colour

    package init(accent: Colour) {
        self.accent = accent
    }

    static let ink = Colour(rgb: 0x1A1A1A)
    static let grey = Colour(rgb: 0x595959)
    static let line = Colour(rgb: 0xD4D4D4)

    /// White on the back, quieter; still at least 4.5:1 wherever white itself has 5.5:1.
    package var softWhite: Colour { Colour.white.over(accent, opacity: 0.88) }
    /// For figures and lines on the back that are large or carry no words.
    var faintWhite: Colour { Colour.white.over(accent, opacity: 0.45) }

    // MARK: Front
    var kicker: TextStyle { TextStyle(size: 7.5, weight: .bold, colour: accent, tracking: 0.04) }
    var trialMark: TextStyle { TextStyle(size: 7, weight: .bold, colour: accent, tracking: 0.1) }
    var title: TextStyle { TextStyle(size: 20.5, weight: .bold, colour: Self.ink) }
    static let smallestTitle = 11.5
    var subtitle: TextStyle { TextStyle(size: 8, colour: Self.grey) }
    var entryName: TextStyle { TextStyle(size: 9.5, colour: Self.ink) }
    var entryNote: TextStyle { TextStyle(size: 7.5, colour: accent) }
    var host: TextStyle { TextStyle(size: 8.5, colour: Self.ink, tracking: 0.01) }
    static let smallestHost = 7.0
    var codeLabel: TextStyle { TextStyle(size: 7.5, colour: Self.grey) }
    var code: TextStyle { TextStyle(size: 14.5, weight: .bold, colour: Self.ink, tracking: 0.05) }
    static let smallestCode = 11.0
    var footer: TextStyle { TextStyle(size: 7, colour: Self.grey) }

    // MARK: Back
    var heading: TextStyle { TextStyle(size: 13, weight: .bold, colour: .white) }
    var step: TextStyle { TextStyle(size: 8.5, colour: .white, leading: 12) }
    var stepNumber: TextStyle { TextStyle(size: 11, weight: .bold, colour: faintWhite) }
    var promise: TextStyle { TextStyle(size: 7.5, weight: .bold, colour: .white) }
    var office: TextStyle { TextStyle(size: 7, colour: softWhite) }
    var fieldsHeading: TextStyle { TextStyle(size: 7, colour: softWhite, leading: 10) }
    var field: TextStyle { TextStyle(size: 8, colour: softWhite) }
    var ownField: TextStyle { TextStyle(size: 8, weight: .bold, colour: .white) }
}
