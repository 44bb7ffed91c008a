/// How many pixels there are to a length on paper.
package struct Resolution: Sendable, Hashable {
    /// Pixels per inch.
    package let dotsPerInch: Int

    /// - Parameter dotsPerInch: 1 or more.
    package init(dotsPerInch: Int) {
        precondition(dotsPerInch > 0, "a resolution is positive")
        self.dotsPerInch = dotsPerInch
    }

    package var pixelsPerMillimetre: Double { Double(dotsPerInch) / 25.4 }

    /// As PNG's pHYs chunk states it: 300 dpi are 11811.
    package var pixelsPerMetre: Int { Int((pixelsPerMillimetre * 1000).rounded()) }

    /// The nearest whole number of pixels to a length in millimetres.
    package func wholePixels(_ millimetres: Double) -> Int {
        Int((millimetres * pixelsPerMillimetre).rounded())
    }
}
