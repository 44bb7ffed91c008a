package import Drawing

/// 拼版: how cards lie on a larger paper, as cards/sheets/NAME.yaml says.
///
/// All lengths in millimetres from the top left corner of the paper.
package struct CardSheet: Sendable, Equatable {
    /// The file's name without extension.
    package let stem: String
    /// The paper, from (0, 0).
    package let paper: Box
    /// One card after cutting, from (0, 0).
    package let card: Box
    package let columns: Int
    package let rows: Int
    /// Between two columns.
    let columnGap: Double
    /// Between two rows.
    let rowGap: Double
    /// How much of a design's bleed is drawn: at most half of each gap.
    let bleed: Double
    /// From the paper's edges to the first card.
    let left: Double
    let top: Double
    /// Whether the paper is cut; label paper is cut already.
    let isCut: Bool

    /// How many cards lie on one paper.
    package var count: Int { columns * rows }

    /// Whether it is for cards of a design's size; a tenth of a millimetre is no difference to a cutter.
    package func takes(_ design: CardDesign) -> Bool {
        abs(design.size.width - card.width) < 0.1 && abs(design.size.height - card.height) < 0.1
    }

    /// Where a card lies.
    ///
    /// - Parameters:
    ///   - slot: From 0, row by row from the top left of the front.
    ///   - isBack: On the paper's other side, where left is right: paper that is turned like a book's leaf then has
    ///     each back behind its front.
    package func place(_ slot: Int, isBack: Bool = false) -> Box {
        let (row, column) = slot.quotientAndRemainder(dividingBy: columns)
        let x = left + Double(column) * (card.width + columnGap), y = top + Double(row) * (card.height + rowGap)
        return Box(x: isBack ? paper.width - x - card.width : x, y: y, width: card.width, height: card.height)
    }

    /// The edge of the paper about which it is turned.
    var duplex: PDFDuplex { paper.height >= paper.width ? .longEdge : .shortEdge }

    /// The same, as printer windows call it.
    package var turn: String { duplex == .longEdge ? "沿长边翻转" : "沿短边翻转" }
}
