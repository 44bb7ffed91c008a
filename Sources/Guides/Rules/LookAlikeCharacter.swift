package import Diagnostics

/// A character looks like another or cannot be seen: Traditional forms in keys and fixed values, radicals and compatibility
/// forms copied out of PDF files (which no search finds and many fonts lack), zero-width spaces, private characters.
package enum LookAlikeCharacter: Rule {
    package static let name = "look-alike-character"
    package static let severity = Severity.error
    package static let manual = """
        这里的字看起来对，其实是另一个字符：键里的繁体字、从PDF复制来的部首字符（搜索找不到，有的手机显示不出来）、看不见的字符、自造字。请用输入法重新输入。

        错误：
            實施主體: 济宁市行政审批服务局
        正确：
            实施主体: 济宁市行政审批服务局
        """

    static func word(_ written: String, _ meant: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(written)”里有繁体字、形近字或看不见的字符，请重新输入“\(meant)”", at: place)
    }
}
