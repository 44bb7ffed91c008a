internal import Diagnostics
package import Drawing

/// 版式: what a card looks like, as cards/designs/NAME.yaml says.
///
/// All lengths in millimetres from the top left corner of the trimmed card.
package struct CardDesign: Sendable {
    /// The file's name without extension.
    package let stem: String
    /// The file's path, for messages.
    package let path: String
    /// After cutting.
    package let size: Box
    /// How far beyond the edge is drawn, so that a cut that strays shows no white.
    package let bleed: Double
    /// How far from the edge a die cutter may still stray.
    package let margin: Double
    /// One, or a front and a back.
    package let sides: [Side]

    /// What must not be cut off lies in here.
    package var safeArea: Box { size.outset(by: -margin) }

    package struct Side: Sendable {
        /// 正面, 背面.
        package let name: String
        let ground: DesignColour
        let elements: [Element]
    }

    struct Element: Sendable {
        let kind: Kind
        let box: Box
        /// Drawn only on cards that must not be handed out.
        let isTrialOnly: Bool
        let place: SourceLocation
    }

    enum Kind: Sendable {
        case text(Text)
        /// A filled rectangle; a line is a thin one.
        case area(DesignColour)
        case frame(DesignColour, thickness: Double)
        case symbol
        /// A PNG file, by its path.
        case picture(String)
        /// The flowchart of the guide, in so many columns.
        case flowchart(columns: Int)
    }

    struct Text: Sendable {
        let content: Template
        let frame: TextFrame
        /// In points.
        let size: Double
        /// Down to which the text may shrink, in points.
        let smallest: Double
        let weight: FontWeight
        /// Bold on cards of the field that the text names.
        let isBoldInOwnField: Bool
        let colour: DesignColour
        let tracking: Double
        /// In points.
        let leading: Double
        /// Whether a list that is too long ends with how many more there are.
        let isShortened: Bool
    }

    /// The one symbol of the design: the number of its side, and its place.
    var symbol: (side: Int, element: Element)? {
        for (number, side) in sides.enumerated() {
            for element in side.elements {
                if case .symbol = element.kind { return (number, element) }
            }
        }
        return nil
    }
}

/// A colour of a design: the accent of the card's field, or a fixed one, or a share of it over the side's ground.
struct DesignColour: Sendable, Hashable {
    enum Base: Sendable, Hashable {
        case accent
        case fixed(Colour)
    }

    var base: Base
    /// 0…1; 1 is the colour itself.
    var share: Double

    /// Reads `主题色`, `黑`, `白`, `深灰`, `浅灰` or `#A3322B`, each perhaps with a share: `白 88%`.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let name = words.first, words.count <= 2 else { return nil }
        switch name {
        case "主题色": base = .accent
        case "黑": base = .fixed(.black)
        case "白": base = .fixed(.white)
        case "深灰": base = .fixed(Colour(rgb: 0x595959))
        case "浅灰": base = .fixed(Colour(rgb: 0xD4D4D4))
        default:
            guard let colour = try? Colour(hex: String(name)) else { return nil }
            base = .fixed(colour)
        }
        share = 1
        guard words.count == 2 else { return }
        guard words[1].hasSuffix("%"), let percent = Int(words[1].dropLast()), (1...100).contains(percent) else {
            return nil
        }
        share = Double(percent) / 100
    }

    func resolved(accent: Colour, over ground: Colour) -> Colour {
        let colour: Colour =
            switch base {
            case .accent: accent;
            case .fixed(let colour): colour
            }
        return share == 1 ? colour : colour.over(ground, opacity: share)
    }
}
