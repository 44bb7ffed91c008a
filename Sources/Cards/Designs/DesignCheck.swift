package import Diagnostics
internal import Drawing
internal import QRSymbols

/// Holds a design against paper and phones: what would be cut off, and what would not be scanned.
package enum DesignCheck {
    /// All findings, sorted by place.
    ///
    /// - Parameter address: The longest address that the design's symbol has to say.
    package static func check(_ design: CardDesign, saying address: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let file = SourceLocation(file: design.path, line: 1, column: 1)
        if design.sides.count > 2 { found.append(SideCount.finding(design.sides.count, at: file)) }
        let symbols = design.sides.flatMap(\.elements).filter { $0.kind.isSymbol }
        if symbols.count != 1 {
            found.append(SymbolCount.finding(symbols.count, at: symbols.last?.place ?? file))
        }
        for side in design.sides {
            found += side.elements.compactMap { outside($0, design) }
            guard let symbol = side.elements.first(where: { $0.kind.isSymbol }) else { continue }
            found += quietZone(of: symbol, on: side, saying: address)
            if !side.elements.contains(where: { $0.isTrialOnly && $0.kind.isText }) {
                found.append(MissingTrialMark.finding(at: symbol.place))
            }
        }
        return found.sorted()
    }

    private static func outside(_ element: CardDesign.Element, _ design: CardDesign) -> Diagnostic? {
        let safe = design.safeArea, box = element.box
        // Rounding of decimal fractions is no excess.
        let slack = 0.001
        if case .area = element.kind {
            let bleed = design.size.outset(by: design.bleed)
            let edges = [
                (safe.x - box.x, box.x - bleed.x), (safe.y - box.y, box.y - bleed.y),
                (box.maxX - safe.maxX, bleed.maxX - box.maxX), (box.maxY - safe.maxY, bleed.maxY - box.maxY),
            ]
            // Beyond the safe area on this edge, and yet not out to the bleed.
            let strays = edges.contains { beyond, short in beyond > slack && short > slack }
            return strays ? HalfBleed.finding(at: element.place) : nil
        }
        let excess = [safe.x - box.x, safe.y - box.y, box.maxX - safe.maxX, box.maxY - safe.maxY].max() ?? 0
        return excess > slack ? OutsideSafeArea.finding(excess, at: element.place) : nil
    }

    private static func quietZone(
        of symbol: CardDesign.Element, on side: CardDesign.Side, saying address: String
    ) -> [Diagnostic] {
        guard let code = try? QREncoder.symbol(for: address) else { return [] }
        let module = SymbolPlacement.module(side: code.side, in: symbol.box)
        var found: [Diagnostic] = []
        if module < SymbolPlacement.narrowestModule {
            let modules = Int(symbol.box.width / SymbolPlacement.narrowestModule)
            let version = QREncoder.versions.last { QRSymbol.side(ofVersion: $0) <= modules }
            let room = version.map { QREncoder.capacity(ofVersion: $0) } ?? 0
            let fewer = room > 0 ? address.utf8.count - room : 0
            found.append(FineModules.finding(module, fewer: fewer, at: symbol.place))
        }
        // Of the widest symbol that may ever stand there: a design that is good stays good when the address changes.
        let zone = SymbolPlacement.room(of: symbol.box)
        for element in side.elements where !element.kind.isSymbol {
            // What lies under all of it is covered by the symbol's own white.
            if case .area = element.kind, element.box.contains(zone) { continue }
            if element.box.overlaps(zone.outset(by: -0.001)) {
                found.append(CoveredQuietZone.finding(at: element.place, symbol: symbol.place))
            }
        }
        return found
    }
}

extension CardDesign.Kind {
    var isSymbol: Bool { if case .symbol = self { true } else { false } }
    var isText: Bool { if case .text = self { true } else { false } }
}
