package import Diagnostics
internal import Guides

/// The cards of a sheet, with bleed and margins, take more room than the paper has.
package enum OutsidePaper: Rule {
    package static let name = "sheet-outside-paper"
    package static let severity = Severity.error
    package static let manual = """
        几列几行加起来，连出血和边距，不能超出纸。少放一张，或减小间距、边距。

        错误：
            纸宽: 210
            卡宽: 85.6
            列数: 3
        正确：
            纸宽: 210
            卡宽: 85.6
            列数: 2
        """

    /// - Parameter direction: 横 or 竖.
    static func finding(
        _ direction: String, _ count: Int, _ length: Double, _ paper: Double, _ excess: Double, at place: SourceLocation
    ) -> Diagnostic {
        finding(
            "\(direction)着放\(count)张要\(length.tenths)毫米，连出血和边距超出纸（\(paper.tenths)毫米）\(excess.tenths)毫米，请少放一张，或减小间距、边距",
            at: place)
    }
}
