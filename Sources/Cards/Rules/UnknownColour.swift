package import Diagnostics
internal import Guides

/// A colour of a design is none.
package enum UnknownColour: Rule {
    package static let name = "design-colour"
    package static let severity = Severity.error
    package static let manual = """
        颜色写主题色（随领域变）、黑、白、深灰、浅灰，或#A3322B这样的数（带引号），后面可以加百分比。

        错误：
            颜色: 大红
        正确：
            颜色: 白 88%
        """

    static func unknown(_ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(text)”不是颜色，请写主题色、黑、白、深灰、浅灰或#A3322B这样的数，后面可以加百分比，如“白 88%”", at: place)
    }
}
