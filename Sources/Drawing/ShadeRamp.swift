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
