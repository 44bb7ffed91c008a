package import Diagnostics
internal import Guides

/// Something of a design lies so near to the edge that cutting may take it away.
package enum OutsideSafeArea: Rule {
    package static let name = "design-outside-safe-area"
    package static let severity = Severity.error
    package static let manual = """
        文字、二维码和图片要离裁切线至少“安全边”那么远：裁切总有一点偏。

        错误：
            安全边: 3.5
            … 左: 1 …
        正确：
            安全边: 3.5
            … 左: 3.5 …
        """

    /// - Parameter excess: How far it sticks out, in millimetres.
    static func finding(_ excess: Double, at place: SourceLocation) -> Diagnostic {
        // Rounded up, so that what is too large never reads as 0.0.
        let tenths = (excess * 10 - 1e-6).rounded(.up) / 10
        return finding("超出安全区\(tenths)毫米，裁切时可能被切掉，请往里移或缩小", at: place)
    }
}
