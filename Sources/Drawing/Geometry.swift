/// A rectangle on paper, in millimetres, from the top left corner of the sheet.
package struct Box: Sendable, Hashable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var maxX: Double { x + width }
    package var maxY: Double { y + height }

    /// The rectangle grown on each side; negative distances shrink it.
    package func outset(by distance: Double) -> Box {
        Box(x: x - distance, y: y - distance, width: width + 2 * distance, height: height + 2 * distance)
    }

    /// Whether all of another rectangle lies in this one.
    package func contains(_ other: Box) -> Bool {
        other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
    }

    /// Whether the two rectangles share any area.
    package func overlaps(_ other: Box) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }
}

/// A rectangle of whole pixels, from the top left corner of the picture.
package struct PixelBox: Sendable, Hashable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Whether the two have a pixel in common.
    package func overlaps(_ other: PixelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    /// The smallest rectangle that holds both.
    func united(with other: PixelBox) -> PixelBox {
        let left = min(x, other.x), top = min(y, other.y)
        return PixelBox(
            x: left, y: top, width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - top)
    }
}

extension [PixelBox] {
    /// Rectangles that cover all of these, none of which overlap: no pixel is looked at twice.
    package func disjoint() -> [PixelBox] {
        var found: [PixelBox] = []
        for var box in self {
            while let index = found.firstIndex(where: box.overlaps) { box = box.united(with: found.remove(at: index)) }
            found.append(box)
        }
        return found
    }
}

/// Millimetres in a typographic point: 1/72 inch.
package let millimetresPerPoint = 25.4 / 72
