package import Diagnostics
internal import Guides

/// A design has no QR symbol, or several.
package enum SymbolCount: Rule {
    package static let name = "design-symbol-count"
    package static let severity = Severity.error
    package static let manual = """
        每个版式正好要一个二维码：没有的扫不了，有两个的不知道扫哪个。

        错误：
            元素: [文字一处，没有二维码]
        正确：
            元素: [文字一处，二维码一个]
        """

    static func finding(_ count: Int, at place: SourceLocation) -> Diagnostic {
        finding("每个版式正好要一个二维码，这里有\(count)个", at: place)
    }
}
