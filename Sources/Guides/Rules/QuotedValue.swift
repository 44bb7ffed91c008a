package import Diagnostics

/// Chinese quotation marks stand around a whole value: they are no YAML, and the page shows them.
package enum QuotedValue: Rule {
    package static let name = "quoted-value"
    package static let severity = Severity.warning
    package static let manual = """
        整个值外面的全角引号“”会原样显示出来。去掉；要引号保护特殊字符的，用半角引号。

        错误：
            名称: “建筑工程施工许可证核发”
        正确：
            名称: 建筑工程施工许可证核发
        """

    static func finding(_ key: String, _ bare: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”外面的全角引号会显示出来，请去掉，只写\(bare)", at: place)
    }

    /// The words between quotation marks that stand around all of `text`; nil where none do.
    static func bare(_ text: String) -> String? {
        guard text.first == "“", text.last == "”", text.count > 2 else { return nil }
        let inner = text.dropFirst().dropLast()
        // `“一窗”和“一网”` is quoted in parts.
        guard !inner.contains("“"), !inner.contains("”"), inner.contains(where: { $0.isLetter || $0.isNumber }) else {
            return nil
        }
        return String(inner)
    }
}
