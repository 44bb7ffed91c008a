package import Diagnostics
internal import Guides

/// Something lies on the white that a QR symbol must have around it, four modules wide (ISO/IEC 18004, 6.3.8).
package enum CoveredQuietZone: Rule {
    package static let name = "design-quiet-zone"
    package static let severity = Severity.error
    package static let manual = """
        二维码四周要有4个方块宽的白边，什么都不能压在上面，不然扫不出来。

        错误：
            - 二维码: {左: 57, 上: 17.5, 边长: 25}
            - 文字: {内容: 扫码, 左: 57, 宽: 25, 基线: 44, 字号: 7}
        正确：
            - 二维码: {左: 57, 上: 17.5, 边长: 25}
            - 文字: {内容: 扫码, 左: 57, 宽: 25, 基线: 50, 字号: 7}
        """

    static func finding(at place: SourceLocation, symbol: SourceLocation) -> Diagnostic {
        finding("压住了二维码四周的白边（4个方块宽），会扫不出来，请移开", at: place, notes: [.init("二维码在这里", at: symbol)])
    }
}
