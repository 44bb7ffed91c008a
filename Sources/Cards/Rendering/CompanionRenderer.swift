internal import Synchronization

/// A second renderer, which draws the sides without a symbol while the first draws and proves the side that has it.
package final class CompanionRenderer: Sendable {
    private let renderer: Mutex<CardRenderer>

    private init(_ renderer: sending CardRenderer) { self.renderer = Mutex(renderer) }

    func sides(
        _ numbers: [Int], of plan: CardRenderer.Plan, flowcharts: (any FlowchartSource)?
    ) -> Result<[Int: PrintedCard.Side], CardError> {
        renderer.withLock { renderer in
            renderer.flowcharts = flowcharts
            var sides: [Int: PrintedCard.Side] = [:]
            do throws(CardError) {
                for number in numbers { sides[number] = try renderer.side(number, of: plan) }
            } catch {
                return .failure(error)
            }
            return .success(sides)
        }
    }

    /// Renderers for a single card, made ahead: they have loaded what the first text needs.
    ///
    /// Nil where none could be made, which whoever makes the next one will say.
    package struct Pair {
        package let first: CardRenderer
        package let companion: CompanionRenderer

        package static func prepared() -> sending Pair? {
            guard let first = prepare(), let second = prepare() else { return nil }
            return Pair(first: first, companion: CompanionRenderer(second))
        }

        private static func prepare() -> sending CardRenderer? {
            guard let renderer = try? CardRenderer() else { return nil }
            renderer.loadTypeface()
            return renderer
        }
    }
}
