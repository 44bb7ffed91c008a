package import Diagnostics
internal import Guides

/// A file of a design or a sheet cannot be opened, or is no UTF-8.
package enum UnreadableDesign: Rule {
    package static let name = "design-unreadable"
    package static let severity = Severity.error
    package static let manual = """
        版式或拼版文件打不开，或不是UTF-8编码。检查权限，用编辑器另存为UTF-8。

        错误：
            用GBK编码保存的口袋卡.yaml
        正确：
            用UTF-8编码保存的口袋卡.yaml
        """

    static func finding(_ path: String) -> Diagnostic {
        finding("文件打不开，或不是UTF-8编码，请检查权限，或另存为UTF-8", at: SourceLocation(file: path))
    }
}
