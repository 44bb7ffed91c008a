package import Diagnostics

/// A line is indented by a tab.
///
/// Editors draw tabs in different widths, so YAML allows only spaces.
package enum TabCharacter: Rule {
    package static let name = "tab-character"
    package static let severity = Severity.error
    package static let manual = """
        缩进只能用空格，不能用制表符（Tab）。在编辑器里把Tab键设成输入空格。

        错误：
            核对:
            →日期: 2026-11-01（→是制表符）
        正确：
            核对:
              日期: 2026-11-01
        """

    static func finding(at place: SourceLocation) -> Diagnostic {
        finding("这里用了制表符（Tab）缩进，请改成空格", at: place)
    }
}
