package import Diagnostics
internal import Guides

/// A design has a placeholder that no card fills.
package enum UnknownPlaceholder: Rule {
    package static let name = "design-unknown-placeholder"
    package static let severity = Severity.error
    package static let manual = """
        花括号里的占位，印时换成这张卡的内容。占位要是提示里列出的那些，一个字也不能差。

        错误：
            内容: "{标提}"
        正确：
            内容: "{标题}"
        """

    static func unknown(_ name: String, at place: SourceLocation) -> Diagnostic {
        var message = "没有“{\(name)}”这个占位"
        if let near = Spelling.nearest(to: name, in: Placeholder.allCases.map(\.rawValue)) {
            message += "，是否想写“{\(near)}”？"
        } else {
            message += "，可以用的有：" + Placeholder.allCases.map { "{\($0.rawValue)}" }.joined()
        }
        return finding(message, at: place)
    }
}
