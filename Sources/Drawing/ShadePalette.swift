/// The colours that a picture is printed in, and the nearest of them for every other: what the smoothed edges of
/// letters become.
///
/// On paper sixteen shades look like two hundred, and the file is a third as large.
///
/// Not `Sendable`: it remembers what it has found.
package final class ShadePalette {
    /// 0xRRGGBB each, sorted; at most 256.
    package let colours: [UInt32]
    /// Found before, by a hash of the colour: the colour and its index, or nothing.
    ///
    /// Plain memory of our own, since every pixel is looked up.
    private let known = UnsafeMutablePointer<UInt64>.allocate(capacity: 4096)

    /// Bits that an index needs: 1, 2, 4 or 8.
    package var bits: Int { [1, 2, 4].first { colours.count <= 1 << $0 } ?? 8 }

    /// All colours are kept exactly, and the room that is left is shared between the shades that lead from grounds
    /// to the inks on them: sixteen in all where that gives each at least four, else as many as 256 hold.
    ///
    /// - Parameters:
    ///   - ramps: Inks with their grounds.
    ///   - flat: Further colours to keep.
    package init(ramps: [ShadeRamp], flat: [Colour] = []) {
        let exact = Set((ramps.flatMap { [$0.ground, $0.ink] } + flat).map(\.rgb))
        let axes = Self.axes(among: ramps)
        let left = 16 - exact.count
        var each = axes.isEmpty ? 0 : left / axes.count
        var spare = axes.isEmpty ? 0 : left % axes.count
        if each < 4 {
            each = axes.isEmpty ? 0 : min(14, (256 - min(exact.count, 256)) / axes.count)
            spare = 0
        }
        var all = exact
        for (number, axis) in axes.enumerated() {
            let count = max(0, each + (number < spare ? 1 : 0))
            all.formUnion(axis.shades(count + 2).map(\.rgb))
        }
        known.initialize(repeating: .max, count: 4096)
        // Sorted, so that the bytes do not depend on a set's order; more than 256 only by a design of more inks.
        colours = Array(all.sorted().prefix(256))
    }

    deinit { known.deallocate() }

    /// The index of the colour that is nearest; of two equally near ones the lower.
    func index(of pixel: UInt32) -> UInt8 {
        let slot = Int((pixel &* 0x9E37_79B1) >> 20)
        let found = known[slot]
        if UInt32(truncatingIfNeeded: found >> 8) == pixel, found != .max { return UInt8(truncatingIfNeeded: found) }
        let nearest = UInt8(truncatingIfNeeded: Self.nearest(to: pixel, among: colours))
        known[slot] = UInt64(pixel) << 8 | UInt64(nearest)
        return nearest
    }

    /// The ramps without those that lie within another: grey on white is a part of black on white.
    private static func axes(among ramps: [ShadeRamp]) -> [ShadeRamp] {
        let distinct = Set(ramps.filter { $0.ground != $0.ink })
        let sorted = distinct.sorted { ($0.ground.rgb, $0.ink.rgb) < ($1.ground.rgb, $1.ink.rgb) }
        return sorted.filter { ramp in
            !sorted.contains { other in other != ramp && other.contains(ramp) }
        }
    }

    private static func nearest(to colour: UInt32, among candidates: [UInt32]) -> Int {
        var best = 0, least = Int.max
        for (index, candidate) in candidates.enumerated() {
            var sum = 0
            for shift in [UInt32(16), 8, 0] {
                let difference = Int(colour >> shift & 0xFF) - Int(candidate >> shift & 0xFF)
                sum += difference * difference
            }
            if sum < least { (best, least) = (index, sum) }
        }
        return best
    }
}

extension ShadeRamp {
    /// Whether all shades of another ramp are shades of this one, or it is this one the other way round.
    fileprivate func contains(_ other: ShadeRamp) -> Bool {
        if other.ground == ink, other.ink == ground { return (ground.rgb, ink.rgb) < (other.ground.rgb, other.ink.rgb) }
        guard let start = position(of: other.ground), let end = position(of: other.ink) else { return false }
        return abs(end - start) < 1
    }

    /// Where on the way from ground to ink a colour lies, 0…1; nil where it lies aside.
    private func position(of colour: Colour) -> Double? {
        let way = vector(from: ground, to: ink), part = vector(from: ground, to: colour)
        let length = way.reduce(0) { $0 + $1 * $1 }
        guard length > 0 else { return nil }
        let share = zip(way, part).reduce(0) { $0 + $1.0 * $1.1 } / length
        let aside = zip(way, part).reduce(0) { $0 + ($1.1 - share * $1.0) * ($1.1 - share * $1.0) }
        return (0...1).contains(share) && aside < 30 ? share : nil
    }

    private func vector(from start: Colour, to end: Colour) -> [Double] {
        [
            Double(end.red) - Double(start.red), Double(end.green) - Double(start.green),
            Double(end.blue) - Double(start.blue),
        ]
    }
}
