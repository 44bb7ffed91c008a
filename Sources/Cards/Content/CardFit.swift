internal import Drawing

/// Whether what cards say has room in a design and a glyph in the typeface, found out without drawing them.
///
/// Not `Sendable`: fonts belong to one thread.
package final class CardFit {
    private let typesetter: Typesetter

    /// - Throws: `CardError` where the typeface is not installed.
    package init() throws(CardError) {
        do { typesetter = try Typesetter() } catch { throw CardError(card: nil, problem: .drawing(error)) }
    }

    /// Everything for which a card cannot be printed; empty where it can.
    package func problems(of content: CardContent, in design: CardDesign) -> [CardError.Problem] {
        let plan: CardRenderer.Plan
        do throws(CardError) {
            plan = try CardRenderer.Plan(content, design: design, dotsPerInch: 300, bleed: false)
        } catch {
            return [error.problem]
        }
        var seen: Set<String> = []
        return design.sides.flatMap { side -> [CardError.Problem] in
            let drawing = ElementDrawing(side: side, accent: plan.accent, typesetter: typesetter, flowcharts: nil)
            return side.elements.compactMap { element -> CardError.Problem? in
                guard case .text(let text) = element.kind, !element.isTrialOnly || content.isTrial else { return nil }
                do throws(DrawingError) {
                    _ = try drawing.block(text, of: content)
                    return nil
                } catch {
                    return seen.insert(error.description).inserted ? .drawing(error) : nil
                }
            }
        }
    }

    /// How the title alone fits a design, for thousands of guides.
    package func titles(in design: CardDesign) -> Titles { Titles(design, typesetter) }

    /// The places of a design that hold nothing but the title.
    package final class Titles {
        private let places: [CardDesign.Text]
        private let typesetter: Typesetter
        /// So many Chinese characters have room however they are broken into lines, and so many have not: as far as
        /// anybody asked, since each trial lays out a text in many sizes.
        private var (roomy, crowded) = (0, Int.max)

        fileprivate init(_ design: CardDesign, _ typesetter: Typesetter) {
            places = design.sides.flatMap(\.elements).compactMap { element -> CardDesign.Text? in
                guard case .text(let text) = element.kind, !element.isTrialOnly, text.content.isTitle else {
                    return nil
                }
                return text
            }
            self.typesetter = typesetter
        }

        /// Whether so many characters have room, whichever they are.
        private func hasRoom(for count: Int) -> Bool {
            if count <= roomy { return true }
            guard count < crowded else { return false }
            let isRoomy = places.allSatisfy { text in
                // A mark that must not begin a line takes the character before it along, in each line.
                let widest = String(repeating: "国", count: count + 2 * text.frame.lineLimit)
                return (try? Titles.set(widest, text, typesetter)) != nil
            }
            if isRoomy { roomy = count } else { crowded = count }
            return isRoomy
        }

        /// Whether a title certainly can be printed, without laying it out.
        ///
        /// - Parameter hasGlyphs: Whether all of its characters surely have glyphs.
        package func surelyFits(_ title: String, hasGlyphs: Bool) -> Bool {
            hasGlyphs && hasRoom(for: title.unicodeScalars.count)
        }

        /// Why a guide of that name cannot be printed, by laying it out; nil where it can.
        package func problem(with title: String) -> CardError.Problem? {
            for text in places where !Titles.fitsSmallest(title, text, typesetter) {
                do throws(DrawingError) {
                    _ = try Titles.set(title, text, typesetter)
                } catch {
                    return .drawing(error)
                }
            }
            return nil
        }

        private static func set(
            _ title: String, _ text: CardDesign.Text, _ typesetter: Typesetter
        ) throws(DrawingError) -> TextBlock {
            try typesetter.set(title, named: text.name, style: style(of: text), in: text.frame, smallest: text.smallest)
        }

        private static func fitsSmallest(
            _ title: String, _ text: CardDesign.Text, _ typesetter: Typesetter
        ) -> Bool {
            typesetter.fitsSmallest(title, style: style(of: text), in: text.frame, smallest: text.smallest)
        }

        private static func style(of text: CardDesign.Text) -> TextStyle {
            TextStyle(size: text.size, weight: text.weight, tracking: text.tracking, leading: text.leading)
        }
    }
}

extension Template {
    /// Whether it says the title and nothing else.
    fileprivate var isTitle: Bool {
        if parts.count == 1, case .placeholder(.title) = parts[0] { true } else { false }
    }
}
