package import Diagnostics
internal import Guides

/// A picture of a design is not there, or no PNG.
package enum DesignPicture: Rule {
    package static let name = "design-picture"
    package static let severity = Severity.error
    package static let manual = """
        图片是PNG文件，与版式文件放在一起，文件名要一样。

        错误：
            - 图片: {文件: 标志.jpg, 左: 6, 上: 40, 宽: 8, 高: 8}
        正确：
            - 图片: {文件: 标志.png, 左: 6, 上: 40, 宽: 8, 高: 8}
        """

    /// - Parameter what: What is wrong, as the rest of a sentence about the picture.
    static func finding(_ name: String, _ what: String, at place: SourceLocation) -> Diagnostic {
        finding("图片“\(name)”\(what)，请把PNG文件放在版式文件旁边", at: place)
    }
}
