/// How a text looks.
package struct TextStyle: Sendable, Hashable {
    /// The size of one em in points.
    package var size: Double
    package var weight: FontWeight
    package var colour: Colour
    /// Space added between characters, in em.
    package var tracking: Double
    /// From one baseline to the next, in points.
    package var leading: Double

    /// - Parameter leading: In points; one and a half times the size if nil.
    package init(
        size: Double, weight: FontWeight = .regular, colour: Colour = .black, tracking: Double = 0,
        leading: Double? = nil
    ) {
        self.size = size
        self.weight = weight
        self.colour = colour
        self.tracking = tracking
        self.leading = leading ?? size * 1.5
    }
}

/// A place for text on paper, by its baseline as a designer's grid has it.
///
/// Lengths in millimetres.
package struct TextFrame: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable {
        case left, centre, right
    }

    /// The left edge.
    package var x: Double
    /// The width that lines may have.
    package var width: Double
    /// The baseline of the first line, from the top.
    package var baseline: Double
    /// How many lines there is room for.
    package var lineLimit: Int
    package var alignment: Alignment

    package init(
        x: Double, width: Double, baseline: Double, lineLimit: Int = 1, alignment: Alignment = .left
    ) {
        self.x = x
        self.width = width
        self.baseline = baseline
        self.lineLimit = lineLimit
        self.alignment = alignment
    }

    package var maxX: Double { x + width }
}

/// Text that has been measured and has found its place.
package struct TextBlock: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package var text: String
        /// Where the pen starts, in millimetres.
        package var x: Double
        /// In millimetres from the top.
        package var baseline: Double
        /// From the first ink to the last, in millimetres.
        package var inkX: Double
        package var inkWidth: Double
        /// The top of the highest ink, in millimetres from the top.
        package var inkY: Double
        package var inkHeight: Double
    }

    package let style: TextStyle
    package private(set) var lines: [Line]

    init(style: TextStyle, lines: [Line]) {
        self.style = style
        self.lines = lines
    }

    /// The same text further down, in millimetres.
    package func moved(down distance: Double) -> TextBlock {
        var block = self
        for index in block.lines.indices {
            block.lines[index].baseline += distance
            block.lines[index].inkY += distance
        }
        return block
    }

    /// The room that the lines take: from the first ink to the last, and from the top of a Chinese character of the
    /// first line to the bottom of one of the last (0.88 em above and 0.12 em below the baseline).
    package var bounds: Box {
        let em = style.size * millimetresPerPoint
        let left = lines.map(\.inkX).min() ?? 0
        let right = lines.map { $0.inkX + $0.inkWidth }.max() ?? 0
        let top = (lines.first?.baseline ?? 0) - 0.88 * em
        let bottom = (lines.last?.baseline ?? 0) + 0.12 * em
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }
}
