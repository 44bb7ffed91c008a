package import Diagnostics

/// A YAML anchor is used again by `*name`.
///
/// Guide files are read by people: write the text out.
package enum AliasUsed: Rule {
    package static let name = "alias-used"
    package static let severity = Severity.error
    package static let manual = """
        指南文件是给人读的，不能用YAML的锚“&”和别名“*”省略重复的内容。把内容直接写出来。

        错误：
            甲: &材料 [申请表]
            乙: *材料
        正确：
            甲: [申请表]
            乙: [申请表]
        """

    static func finding(at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("指南文件不能用YAML的别名“*”，请把内容直接写出来", at: mark.location(in: file))
    }
}
