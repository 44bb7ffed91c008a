package import Diagnostics
internal import Guides

/// A design has more sides than paper has.
package enum SideCount: Rule {
    package static let name = "design-side-count"
    package static let severity = Severity.error
    package static let manual = """
        一张卡只有正面和背面，分面最多写两个。

        错误：
            分面: [正面、背面、里面]
        正确：
            分面: [正面、背面]
        """

    static func finding(_ count: Int, at place: SourceLocation) -> Diagnostic {
        finding("只能有一面或两面，这里有\(count)面", at: place)
    }
}
