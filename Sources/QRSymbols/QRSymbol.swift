/// A QR code symbol (ISO/IEC 18004): a square of dark and light modules, without its quiet zone.
package struct QRSymbol: Sendable, Hashable {
    /// Light modules that must surround a symbol on each side (ISO/IEC 18004 §6.3.8).
    package static let quietZone = 4

    /// 1…40.
    package let version: Int
    package let errorCorrection: ErrorCorrection
    /// The number of the pattern that was laid over the data, 0…7 (ISO/IEC 18004 §7.8).
    package let mask: Int
    /// Row by row from the top left, true where dark; `side × side` of them.
    package let modules: [Bool]

    /// Modules along one side: 21 for version 1, four more for each further version.
    package var side: Int { Self.side(ofVersion: version) }

    /// - Throws: `QREncodingError.unreadableFormat` unless the modules carry format information in both its places.
    init(version: Int, modules: [Bool]) throws(QREncodingError) {
        let side = Self.side(ofVersion: version)
        guard modules.count == side * side,
            let format = FormatInformation(side: side, isDark: { x, y in modules[y * side + x] })
        else { throw .unreadableFormat }
        self.version = version
        self.modules = modules
        errorCorrection = format.errorCorrection
        mask = format.mask
    }

    /// Whether a module is dark.
    ///
    /// - Parameters:
    ///   - x: 0 at the left … `side` - 1.
    ///   - y: 0 at the top … `side` - 1.
    package subscript(x: Int, y: Int) -> Bool {
        precondition((0..<side).contains(x) && (0..<side).contains(y), "a place inside the symbol")
        return modules[y * side + x]
    }

    /// The dark modules, neighbours in a row in one piece, from the top left.
    package var darkRuns: [(x: Int, y: Int, count: Int)] {
        var runs: [(x: Int, y: Int, count: Int)] = []
        for y in 0..<side {
            var x = 0
            while x < side {
                let start = x
                while x < side, self[x, y] { x += 1 }
                if x > start { runs.append((start, y, x - start)) }
                x += 1
            }
        }
        return runs
    }

    /// Modules along one side of a version, 1…40.
    package static func side(ofVersion version: Int) -> Int { 17 + 4 * version }
}
