package import Diagnostics
internal import Guides

/// An area of colour ends between the safe area and the bleed: cut a little off, it leaves a white line.
package enum HalfBleed: Rule {
    package static let name = "design-half-bleed"
    package static let severity = Severity.error
    package static let manual = """
        色块要么留在安全区里，要么一直画到出血边：画到裁切线上，裁偏一点就露白边。

        错误：
            出血: 3
            - 色块: {左: 0, 上: 0, 宽: 90, 高: 15, 颜色: 主题色}
        正确：
            出血: 3
            - 色块: {左: -3, 上: -3, 宽: 96, 高: 18, 颜色: 主题色}
        """

    static func finding(at place: SourceLocation) -> Diagnostic {
        finding("色块离裁切线太近：请留在安全区内，或一直画到出血边", at: place)
    }
}
