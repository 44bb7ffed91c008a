/// A flowchart with a place for everything, for a column as wide as a phone: the main path runs straight down, and
/// what branches off stands to its right.
///
/// Units are CSS pixels. Labels are measured with the real typeface and wrapped here, so that nothing overflows.
package struct FlowchartLayout: Sendable {
    package struct Point: Sendable, Hashable {
        package var x: Double
        package var y: Double
    }

    package struct Rectangle: Sendable, Hashable {
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double

        package var maxX: Double { x + width }
        package var maxY: Double { y + height }
        package var midX: Double { x + width / 2 }
        package var midY: Double { y + height / 2 }
    }

    /// A line of text and its baseline.
    package struct TextLine: Sendable, Hashable {
        package enum Style: Sendable, Hashable {
            case title
            case detail
            /// Time that the law does not count, and what depends on a situation.
            case aside
        }

        package let text: String
        package let style: Style
        /// The middle of the line.
        package let x: Double
        package let baseline: Double
        /// The measured width.
        package let width: Double
    }

    package struct Node: Sendable, Hashable {
        package let step: Int
        package var frame: Rectangle
        package var lines: [TextLine]
        package let isOnMainPath: Bool
        package let isEnd: Bool
    }

    /// The label of a branch.
    package struct Label: Sendable, Hashable {
        package let edge: FlowGraph.Edge
        package var frame: Rectangle
        package var lines: [TextLine]
    }

    package struct Connection: Sendable, Hashable {
        package let edge: FlowGraph.Edge
        /// Corners, from the first to the arrow's point; all pieces are horizontal or vertical.
        package let points: [Point]
    }

    package let graph: FlowGraph
    package let size: (width: Double, height: Double)
    package let nodes: [Node]
    package let labels: [Label]
    package let connections: [Connection]
}

/// The measures of a flowchart, in CSS pixels.
enum FlowMetrics {
    /// A phone of 360 px with 16 px at each side.
    static let width = 328.0
    static let titleSize = 15.0
    static let detailSize = 13.0
    static let lineHeight = 19.0
    static let paddingX = 10.0
    /// In the narrow boxes of the side column, so that six characters fit on a line.
    static let sidePaddingX = 6.0
    static let paddingY = 9.0
    /// Between two rows: room for an arrow.
    static let rowGap = 26.0
    static let blockGap = 34.0
    /// Between main and side column.
    static let columnGap = 22.0
    static let sideWidth = 108.0
    /// Between neighbouring upright lines at the right.
    static let laneWidth = 11.0
    /// Between the boxes beside one row.
    static let sideGap = 12.0
    /// Between what stands beside one row and the next row.
    static let sideRowGap = 12.0
    static let pillPaddingX = 6.0
    static let pillHeight = 22.0
    /// How far below a row's top a line from elsewhere comes in, and how far what stands beside the row then moves down.
    static let entryDrop = 14.0
    static let entryClearance = 30.0
}
