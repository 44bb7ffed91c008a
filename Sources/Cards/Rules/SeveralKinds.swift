package import Diagnostics
internal import Guides

/// One element of a design is of two kinds, so which of them is drawn first is not said.
package enum SeveralKinds: Rule {
    package static let name = "design-several-kinds"
    package static let severity = Severity.error
    package static let manual = """
        版式里的一个元素只能是一种：文字、二维码、色块、框、图片或流程图。每种另起一行，以“- ”开头。

        错误：
            - 色块: {左: 0, 上: 0, 宽: 90, 高: 10, 颜色: 黑}
              二维码: {左: 57, 上: 17, 边长: 25}
        正确：
            - 色块: {左: 0, 上: 0, 宽: 90, 高: 10, 颜色: 黑}
            - 二维码: {左: 57, 上: 17, 边长: 25}
        """

    static func finding(at place: SourceLocation) -> Diagnostic {
        finding("一个元素只能是一种，请在前面另起一行写“- ”", at: place)
    }
}
