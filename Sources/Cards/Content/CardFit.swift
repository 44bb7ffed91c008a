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
    package struct Titles {
        private let places: [CardDesign.Text]
        private let typesetter: Typesetter
        /// So many Chinese characters have room however they are broken into lines.
        private let surely: Int

        fileprivate init(_ design: CardDesign, _ typesetter: Typesetter) {
            places = design.sides.flatMap(\.elements).compactMap { element -> CardDesign.Text? in
                guard case .text(let text) = element.kind, !element.isTrialOnly, text.content.isTitle else {
                    return nil
                }
                return text
            }
            self.typesetter = typesetter
            let counts = places.map { text in
                let room = (1...60).last { count in
                    (try? Titles.set(String(repeating: "国", count: count), text, typesetter)) != nil
                }
                // A mark that must not begin a line takes the character before it along, in each line.
                return (room ?? 0) - 2 * text.frame.lineLimit
            }
            surely = counts.min() ?? .max
        }

        /// Why a guide of that name cannot be printed; nil where it can.
        ///
        /// - Parameter hasGlyphs: Whether all of its characters surely have glyphs.
        package func problem(with title: String, hasGlyphs: Bool) -> CardError.Problem? {
            if hasGlyphs, title.unicodeScalars.count <= surely { return nil }
            for text in places {
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
            let style = TextStyle(size: text.size, weight: text.weight, tracking: text.tracking, leading: text.leading)
            return try typesetter.set(title, named: text.name, style: style, in: text.frame, smallest: text.smallest)
        }
    }
}

extension Template {
    /// Whether it says the title and nothing else.
    fileprivate var isTitle: Bool {
        if parts.count == 1, case .placeholder(.title) = parts[0] { true } else { false }
    }
}
