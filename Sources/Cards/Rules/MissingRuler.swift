package import Diagnostics
internal import Guides

/// A sheet has no margin for the ruler by which somebody sees that a printer scaled it.
package enum MissingRuler: Rule {
    package static let name = "sheet-no-ruler"
    package static let severity = Severity.warning
    package static let manual = """
        纸边要放一把100毫米的标尺：打完量一量，不是正好100毫米，就是打印时被缩放了。留出提示里说的边。

        错误：
            左边: 0
            上边: 0
        正确：
            左边: 18.4
            上边: 9.55
        """

    static func finding(_ margin: Double, at place: SourceLocation) -> Diagnostic {
        finding("纸边放不下100毫米的标尺，打印时缩放了就看不出来；左边或上边留出\(margin.tenths)毫米才放得下", at: place)
    }
}
