package import Diagnostics

/// A file or folder that every tree must have is missing.
package enum MissingFile: Rule {
    package static let name = "missing-file"
    package static let severity = Severity.error
    package static let manual = """
        每套指南都要有guides文件夹和里面的site.yaml。

        错误：
            guides/（没有site.yaml）
        正确：
            guides/site.yaml
        """

    static func folder(_ path: String) -> Diagnostic {
        finding("这里没有指南文件夹：请先进入放着guides和cards的文件夹再运行，或用--guides写明它在哪里", at: SourceLocation(file: path))
    }

    static func site(_ path: String) -> Diagnostic {
        finding("缺少网站文件site.yaml（单位、网址、电话、大厅和领域），请新建", at: SourceLocation(file: path))
    }
}
