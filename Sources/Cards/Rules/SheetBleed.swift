package import Diagnostics
internal import Guides

/// The bleed of a card would be drawn on its neighbour.
package enum SheetBleed: Rule {
    package static let name = "sheet-bleed"
    package static let severity = Severity.error
    package static let manual = """
        出血画在两张卡中间的空里，最多是间距的一半，不然会盖住旁边的卡。

        错误：
            列距: 1
            出血: 1
        正确：
            列距: 2
            出血: 1
        """

    static func finding(_ bleed: Double, gap: Double, at place: SourceLocation) -> Diagnostic {
        finding("出血\(bleed.tenths)毫米会盖住旁边的卡：间距只有\(gap.tenths)毫米，出血最多是它的一半", at: place)
    }
}
