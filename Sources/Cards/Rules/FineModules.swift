package import Diagnostics
internal import Guides

/// The modules of a QR symbol would be narrower than half a millimetre, which office printers and old phones cannot do.
package enum FineModules: Rule {
    package static let name = "design-fine-modules"
    package static let severity = Severity.error
    package static let manual = """
        二维码的方块至少要0.5毫米宽。网址越长，方块越多、越细：把二维码放大，或把网址缩短。

        错误：
            - 二维码: {左: 57, 上: 17.5, 边长: 10}
        正确：
            - 二维码: {左: 57, 上: 17.5, 边长: 25}
        """

    /// - Parameters:
    ///   - size: The width of a module in millimetres.
    ///   - fewer: By how many characters a shorter address would do; 0 where none would.
    static func finding(_ size: Double, fewer: Int, at place: SourceLocation) -> Diagnostic {
        let advice = fewer > 0 ? "请把二维码放大，或把网址缩短\(fewer)个字符" : "请把二维码放大"
        let hundredths = (size * 100).rounded(.down) / 100
        return finding("二维码的方块只有\(hundredths)毫米，至少要0.5毫米，\(advice)", at: place)
    }
}
