internal import CPangoCairo

/// Draws on a surface, in millimetres on paper.
///
/// On pixels, edges of boxes and rules come to lie on whole ones: a hairline is as black on the left of the card as on
/// the right of it, and a colour's edge is sharp.
package final class Canvas {
    let cairo: OpaquePointer
    private let fonts: FontContext
    /// Device units to a millimetre.
    let scale: Double
    private let snaps: Bool
    /// Where the place (0, 0) lies, in millimetres from the surface's left and from its top edge: the bleed, say, so
    /// that a layout need not know of it.
    package var origin: (x: Double, y: Double)

    /// - Parameters:
    ///   - surface: What is drawn on.
    ///   - origin: See `origin`.
    ///   - typesetter: The fonts of the texts.
    package init(
        _ surface: DrawingSurface, origin: (x: Double, y: Double) = (0, 0), typesetter: Typesetter
    ) throws(DrawingError) {
        guard let context = cairo_create(surface.raw) else { throw .cairo("no context") }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        cairo = context
        scale = surface.scale
        snaps = surface.snaps
        self.origin = origin
        fonts = typesetter.fonts
    }

    deinit { cairo_destroy(cairo) }

    /// Fills a rectangle.
    ///
    /// On pixels its corner and size are rounded to whole ones, the size to one at least: rules of the same thickness
    /// look the same wherever they are.
    package func fill(_ box: Box, with colour: Colour) {
        setSource(colour)
        addRectangle(box)
        cairo_fill(cairo)
    }

    /// Draws the border of a rectangle, its lines inside the rectangle.
    ///
    /// - Parameter thickness: In millimetres.
    package func frame(_ box: Box, thickness: Double, with colour: Colour) {
        let line = snaps ? max(1, (thickness * scale).rounded()) / scale : thickness
        setSource(colour)
        addRectangle(Box(x: box.x, y: box.y, width: box.width, height: line))
        addRectangle(Box(x: box.x, y: box.maxY - line, width: box.width, height: line))
        addRectangle(Box(x: box.x, y: box.y, width: line, height: box.height))
        addRectangle(Box(x: box.maxX - line, y: box.y, width: line, height: box.height))
        cairo_fill(cairo)
    }

    /// Fills several rectangles in one piece, so that no seam shows where they touch; nothing is rounded.
    package func fill(_ boxes: [Box], with colour: Colour) {
        setSource(colour)
        for box in boxes {
            cairo_rectangle(cairo, deviceX(box.x), deviceY(box.y), box.width * scale, box.height * scale)
        }
        cairo_fill(cairo)
    }

    /// Draws text that has been set.
    package func draw(_ block: TextBlock) {
        setSource(block.style.colour)
        let size = block.style.size * millimetresPerPoint * scale
        for line in block.lines where !line.text.isEmpty {
            fonts.line(line.text, weight: block.style.weight, tracking: block.style.tracking, squeezed: true)
                .show(on: cairo, size: size, x: deviceX(line.x), baseline: deviceY(line.baseline))
        }
    }

    /// Draws one line of text at a place that the caller has measured.
    ///
    /// - Parameters:
    ///   - size: Of one em, in millimetres.
    ///   - x: Where the pen starts, by `alignment` its left end, middle or right end.
    package func draw(
        _ text: String, size: Double, weight: FontWeight, colour: Colour, x: Double, baseline: Double,
        alignment: TextFrame.Alignment = .left
    ) {
        let line = fonts.line(text, weight: weight, squeezed: false)
        let advance = line.advance * size * scale
        let start =
            switch alignment {
            case .left: deviceX(x)
            case .centre: deviceX(x) - advance / 2
            case .right: deviceX(x) - advance
            }
        setSource(colour)
        line.show(on: cairo, size: size * scale, x: start, baseline: deviceY(baseline))
    }

    /// Draws a picture into a rectangle, each of its pixels as it is.
    package func draw(_ picture: ImageSurface, in box: Box) {
        cairo_save(cairo)
        cairo_translate(cairo, deviceX(box.x), deviceY(box.y))
        cairo_scale(cairo, box.width * scale / Double(picture.width), box.height * scale / Double(picture.height))
        cairo_set_source_surface(cairo, picture.raw, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST)
        cairo_rectangle(cairo, 0, 0, Double(picture.width), Double(picture.height))
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    /// The pixels that a rectangle touches.
    package func pixels(covering box: Box) -> PixelBox {
        let left = Int(deviceX(box.x).rounded(.down)), top = Int(deviceY(box.y).rounded(.down))
        return PixelBox(
            x: left, y: top, width: Int(deviceX(box.maxX).rounded(.up)) - left,
            height: Int(deviceY(box.maxY).rounded(.up)) - top)
    }

    private func addRectangle(_ box: Box) {
        if snaps {
            cairo_rectangle(
                cairo, deviceX(box.x).rounded(), deviceY(box.y).rounded(), max(1, (box.width * scale).rounded()),
                max(1, (box.height * scale).rounded()))
        } else {
            cairo_rectangle(cairo, deviceX(box.x), deviceY(box.y), box.width * scale, box.height * scale)
        }
    }

    func deviceX(_ millimetres: Double) -> Double { (origin.x + millimetres) * scale }
    func deviceY(_ millimetres: Double) -> Double { (origin.y + millimetres) * scale }

    func setSource(_ colour: Colour) {
        cairo_set_source_rgb(
            cairo, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }
}
