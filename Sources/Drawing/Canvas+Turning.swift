internal import CPangoCairo

/// Drawing inside a part of the surface, or turned.
extension Canvas {
    /// Draws what lies in a rectangle, and nothing outside it.
    package func clipped<Failure>(to box: Box, _ body: () throws(Failure) -> Void) throws(Failure) {
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_rectangle(cairo, deviceX(box.x), deviceY(box.y), box.width * scale, box.height * scale)
        cairo_clip(cairo)
        try body()
    }

    /// Draws as though a page of some height lay with its left edge on top, to be read from the right.
    ///
    /// - Parameter height: Of the page, in millimetres.
    package func turnedLeft(aboutBottomOf height: Double, _ body: () -> Void) {
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_translate(cairo, 0, height * scale)
        cairo_rotate(cairo, -Double.pi / 2)
        body()
    }
}
