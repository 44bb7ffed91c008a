internal import CPangoCairo

/// Lines and shapes, as flowcharts need them.
extension Canvas {
    /// A place on paper, in millimetres.
    package struct Point: Sendable, Hashable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A pen: its colour, its width in millimetres, and the lengths of dash and gap, or none.
    package struct Pen: Sendable, Hashable {
        package var colour: Colour
        package var width: Double
        package var dash: Double?

        package init(_ colour: Colour, width: Double, dash: Double? = nil) {
            self.colour = colour
            self.width = width
            self.dash = dash
        }
    }

    /// A rectangle with rounded corners, filled, bordered or both; the border's middle runs along the edge.
    package func roundedBox(_ box: Box, radius: Double, fill: Colour?, border: Pen?) {
        let radius = min(radius, min(box.width, box.height) / 2) * scale
        let left = deviceX(box.x), top = deviceY(box.y), right = deviceX(box.maxX), bottom = deviceY(box.maxY)
        let quarter = Double.pi / 2
        cairo_new_path(cairo)
        cairo_arc(cairo, right - radius, top + radius, radius, -quarter, 0)
        cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter)
        cairo_arc(cairo, left + radius, bottom - radius, radius, quarter, 2 * quarter)
        cairo_arc(cairo, left + radius, top + radius, radius, 2 * quarter, 3 * quarter)
        cairo_close_path(cairo)
        paint(fill: fill, border: border)
    }

    /// A circle, filled, bordered or both.
    package func circle(at centre: Point, radius: Double, fill: Colour?, border: Pen? = nil) {
        cairo_new_path(cairo)
        cairo_arc(cairo, deviceX(centre.x), deviceY(centre.y), radius * scale, 0, 2 * Double.pi)
        cairo_close_path(cairo)
        paint(fill: fill, border: border)
    }

    /// A line through several points, its corners rounded.
    package func line(_ points: [Point], radius: Double = 0, pen: Pen) {
        guard let first = points.first, let last = points.last, points.count > 1 else { return }
        cairo_new_path(cairo)
        cairo_move_to(cairo, deviceX(first.x), deviceY(first.y))
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let length = min(radius, min(Self.distance(before, corner), Self.distance(corner, after)) / 2)
            let start = Self.toward(corner, before, length), end = Self.toward(corner, after, length)
            cairo_line_to(cairo, deviceX(start.x), deviceY(start.y))
            // A quadratic curve with the corner as its handle.
            let handle = (Self.toward(corner, before, length / 3), Self.toward(corner, after, length / 3))
            cairo_curve_to(
                cairo, deviceX(handle.0.x), deviceY(handle.0.y), deviceX(handle.1.x), deviceY(handle.1.y),
                deviceX(end.x), deviceY(end.y))
        }
        cairo_line_to(cairo, deviceX(last.x), deviceY(last.y))
        paint(fill: nil, border: pen)
    }

    /// A filled shape with straight sides.
    package func polygon(_ points: [Point], fill: Colour) {
        cairo_new_path(cairo)
        for point in points { cairo_line_to(cairo, deviceX(point.x), deviceY(point.y)) }
        cairo_close_path(cairo)
        paint(fill: fill, border: nil)
    }

    private func paint(fill: Colour?, border: Pen?) {
        if let fill {
            setSource(fill)
            cairo_fill_preserve(cairo)
        }
        if let border {
            setSource(border.colour)
            cairo_set_line_width(cairo, border.width * scale)
            if let dash = border.dash {
                cairo_set_dash(cairo, [dash * scale, dash * scale], 2, 0)
            }
            cairo_stroke_preserve(cairo)
            cairo_set_dash(cairo, nil, 0, 0)
        }
        cairo_new_path(cairo)
    }

    private static func distance(_ a: Point, _ b: Point) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    /// The point so far from `a` on the way to `b`.
    private static func toward(_ a: Point, _ b: Point, _ length: Double) -> Point {
        let whole = distance(a, b)
        guard whole > 0 else { return a }
        return Point(x: a.x + (b.x - a.x) * length / whole, y: a.y + (b.y - a.y) * length / whole)
    }
}
