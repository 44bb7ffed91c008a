package import Diagnostics

/// A YAML anchor is used again by `*name`. Guide files are read by people: write the text out.
package enum AliasUsed: Rule {
    package static let name = "alias-used"
    package static let severity = Severity.error

    static func finding(at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("指南文件不能用YAML的别名“*”，请把内容直接写出来", at: mark.location(in: file))
    }
}
