internal import CPangoCairo

/// Draws on a surface, in millimetres on paper.
///
/// Edges of boxes and rules come to lie on whole pixels: a hairline is as black on the left of the card as on the
/// right of it, and a colour's edge is sharp.
package final class Canvas {
    private let cairo: OpaquePointer
    private let fonts: FontContext
    /// Device units per millimetre.
    private let scale: Double
    /// Where the origin of drawing lies on the surface, in millimetres from its left and top edges.
    private let origin: Double

    /// - Parameters:
    ///   - surface: What is drawn on.
    ///   - resolution: The pixels to a length on paper.
    ///   - origin: Where the place (0, 0) lies, in millimetres from the surface's left and from its top edge: the
    ///     bleed, so that a layout need not know of it.
    ///   - typesetter: The fonts of the texts.
    package init(
        surface: ImageSurface, resolution: Resolution, origin: Double = 0, typesetter: Typesetter
    ) throws(DrawingError) {
        guard let context = cairo_create(surface.raw) else { throw .cairo("no context") }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        cairo = context
        scale = resolution.pixelsPerMillimetre
        self.origin = origin
        fonts = typesetter.fonts
    }

    deinit { cairo_destroy(cairo) }

    /// Fills a rectangle whose corner and size are rounded to whole pixels, the size to one at least: rules of the
    /// same thickness look the same wherever they are.
    package func fill(_ box: Box, with colour: Colour) {
        let left = device(box.x).rounded(), top = device(box.y).rounded()
        let width = max(1, (box.width * scale).rounded()), height = max(1, (box.height * scale).rounded())
        setSource(colour)
        cairo_rectangle(cairo, left, top, width, height)
        cairo_fill(cairo)
    }

    /// Draws the border of a rectangle, its lines inside the rectangle.
    ///
    /// - Parameter thickness: In millimetres.
    package func frame(_ box: Box, thickness: Double, with colour: Colour) {
        let line = max(1, (thickness * scale).rounded()) / scale
        fill(Box(x: box.x, y: box.y, width: box.width, height: line), with: colour)
        fill(Box(x: box.x, y: box.maxY - line, width: box.width, height: line), with: colour)
        fill(Box(x: box.x, y: box.y, width: line, height: box.height), with: colour)
        fill(Box(x: box.maxX - line, y: box.y, width: line, height: box.height), with: colour)
    }

    /// Fills whole pixels with one colour.
    package func fill(_ box: PixelBox, with colour: Colour) {
        setSource(colour)
        cairo_rectangle(cairo, Double(box.x), Double(box.y), Double(box.width), Double(box.height))
        cairo_fill(cairo)
    }

    /// Draws text that has been set.
    package func draw(_ block: TextBlock) {
        setSource(block.style.colour)
        let size = block.style.size * millimetresPerPoint * scale
        for line in block.lines where !line.text.isEmpty {
            let laidOut = fonts.line(
                line.text, weight: block.style.weight, tracking: block.style.tracking * size, size: size,
                squeezed: true)
            cairo_move_to(cairo, device(line.x), device(line.baseline))
            laidOut.show(on: cairo)
        }
    }

    private func device(_ millimetres: Double) -> Double { (origin + millimetres) * scale }

    private func setSource(_ colour: Colour) {
        cairo_set_source_rgb(
            cairo, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }
}
