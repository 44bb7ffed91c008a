package import Drawing

/// Where everything is on a card. All lengths in millimetres from the top left corner of the trimmed card.
///
/// The grid: margins of 5 beside the colour band and at the right; on the front a column of 38 for words and one of
/// 27.2 for the symbol, on the back a column of 55 and one of 14.6. What belongs together shares a baseline: the last
/// entry and the code, the authority and the edition. Nothing but the band comes nearer to the edge than 3.5, where
/// a die cutter may still stray.
package enum CardLayout {
    /// ID-1 (ISO/IEC 7810), the size of a bank card.
    package static let card = Box(x: 0, y: 0, width: 85.60, height: 53.98)
    /// What must not be cut off lies in here.
    package static let safeArea = card.outset(by: -3.5)
    /// Dots per inch that a card can have.
    package static let resolutions = 150...1200

    /// What is drawn beyond the edge, so that a cut that strays shows no white.
    package enum Bleed: Sendable, CaseIterable {
        case none
        /// As print shops ask for it.
        case three

        /// On each side.
        package var millimetres: Double {
            switch self {
            case .none: 0
            case .three: 3
            }
        }
    }

    static let entryLimit = 4
    static let stepLimit = 3
    static let fieldLimit = 6
    static let hairline = 0.12
}

extension CardLayout {
    /// The front.
    package enum Front {
        static let left = 7.4
        static let right = 80.6
        static let columnWidth = 38.0

        /// The colour band at the left edge.
        static func band(bleed: Double) -> Box {
            Box(x: -bleed, y: -bleed, width: bleed + 2.4, height: card.height + 2 * bleed)
        }

        static let kicker = TextFrame(x: left, width: 29, baseline: 7.85)
        static let trialMark = Box(x: left + columnWidth - 7.2, y: 4.9, width: 7.2, height: 3.9)
        static let title = TextFrame(x: left, width: columnWidth, baseline: 16.2)
        static let subtitle = TextFrame(x: left, width: columnWidth, baseline: 21.5)

        static let entriesTop = 24.9
        static let entryHeight = 5.3
        /// The line above an entry.
        static func entryRule(_ number: Int) -> Box {
            Box(x: left, y: entriesTop + Double(number) * entryHeight, width: columnWidth, height: hairline)
        }
        static func entryBaseline(_ number: Int) -> Double { entriesTop + Double(number) * entryHeight + 3.95 }
        static func entryName(_ number: Int) -> TextFrame {
            TextFrame(x: left, width: 22, baseline: entryBaseline(number))
        }
        static func entryNote(_ number: Int) -> TextFrame {
            TextFrame(x: left + 19, width: columnWidth - 19, baseline: entryBaseline(number), alignment: .right)
        }

        /// For the dark modules; the quiet zone lies around it.
        package static let symbol = Box(x: right - 27.2, y: 5.6, width: 27.2, height: 27.2)
        static let host = TextFrame(x: symbol.x, width: symbol.width, baseline: 38.9, alignment: .centre)
        static let codeLabel = TextFrame(x: symbol.x, width: 8, baseline: entryBaseline(3))
        static let code = TextFrame(
            x: symbol.x + 6, width: symbol.width - 6, baseline: entryBaseline(3), alignment: .right)

        static let footerBaseline = 50.0
        static let authority = TextFrame(x: left, width: 34, baseline: footerBaseline)
        static let imprint = TextFrame(x: 36, width: right - 36, baseline: footerBaseline, alignment: .right)
    }

    /// The back.
    package enum Back {
        static let left = 6.0
        static let columnWidth = 55.0
        static let fieldsLeft = 66.0
        static let fieldsWidth = 14.6

        static func ground(bleed: Double) -> Box { card.outset(by: bleed) }

        static let heading = TextFrame(x: left, width: columnWidth, baseline: 9.5)
        /// The steps share this height, however many lines they have.
        static let steps = Box(x: left, y: 14.4, width: columnWidth, height: 25.4)
        static let stepIndent = 5.0
        static let stepLineLimit = 3
        static let widestStepGap = 5.0
        static let narrowestStepGap = 1.2

        static let footerRule = Box(x: left, y: 42.7, width: columnWidth, height: hairline)
        static let promise = TextFrame(x: left, width: columnWidth, baseline: 46.4)
        static let office = TextFrame(x: left, width: columnWidth, baseline: 50.0)

        static let divider = Box(x: 63.4, y: 5.7, width: hairline, height: 44.6)
        static let fieldsHeading = TextFrame(x: fieldsLeft, width: fieldsWidth, baseline: 7.8, lineLimit: 2)
        static func field(_ number: Int) -> TextFrame {
            TextFrame(x: fieldsLeft, width: fieldsWidth, baseline: 50.0 - Double(fieldLimit - 1 - number) * 6.3)
        }
    }
}
