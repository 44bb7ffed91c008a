/// The shades from a ground to an ink on it: what the smoothed edges of letters are made of.
package struct ShadeRamp: Sendable, Hashable {
    package var ground: Colour
    package var ink: Colour

    package init(from ground: Colour, to ink: Colour) {
        self.ground = ground
        self.ink = ink
    }

    /// Evenly spaced shades with both ends.
    ///
    /// - Parameter count: 2 or more.
    func shades(_ count: Int) -> [Colour] {
        (0..<count).map { ink.over(ground, opacity: Double($0) / Double(count - 1)) }
    }
}

extension Picture {
    /// The picture with fewer shades at the edges of letters.
    ///
    /// Every colour becomes the nearest one that is left. Flat areas keep their colour exactly as long as it is an
    /// end of a ramp or among `flat`. On paper sixteen shades look like two hundred, and the file is a third as large.
    ///
    /// - Parameters:
    ///   - ramps: Which shades there are.
    ///   - count: How many each ramp has with its ends, 2 or more.
    ///   - flat: Further colours to keep.
    package func limited(to ramps: [ShadeRamp], shades count: Int, and flat: [Colour] = []) -> Picture {
        precondition(count >= 2 && !ramps.isEmpty, "a ramp has two ends")
        let left = Set((ramps.flatMap { $0.shades(count) } + flat).map(\.rgb))
        // Sorted, because a set has no order of its own to decide between two that are equally near.
        let candidates = left.sorted()
        var nearest: [UInt32: UInt32] = [:]
        var last: UInt32?, lastNearest: UInt32 = 0
        let pixels = pixels.map { pixel in
            // Neighbours are mostly equal.
            if pixel == last { return lastNearest }
            let found = nearest[pixel] ?? Self.nearest(to: pixel, among: candidates)
            nearest[pixel] = found
            last = pixel
            lastNearest = found
            return found
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    private static func nearest(to colour: UInt32, among candidates: [UInt32]) -> UInt32 {
        func distance(_ other: UInt32) -> Int {
            [16, 8, 0].reduce(0) { sum, shift in
                let difference = Int(colour >> shift & 0xFF) - Int(other >> shift & 0xFF)
                return sum + difference * difference
            }
        }
        return candidates.min { distance($0) < distance($1) } ?? colour
    }
}
