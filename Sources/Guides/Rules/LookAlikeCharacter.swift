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

    /// The suspicious characters of a text, at most one a line: a paragraph copied from a PDF may have hundreds.
    static func findings(in text: String, file: String) -> [Diagnostic] {
        // Those characters begin with these bytes in UTF-8; most files have none of them but E2 (quotes and dashes).
        guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xEE || $0 == 0xEF || $0 == 0xC2 || $0 == 0xF0 }) else {
            return []
        }
        var findings: [Diagnostic] = []
        var (line, column) = (1, 1)
        var isReported = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                (line, column, isReported) = (line + 1, 1, false)
                continue
            }
            // Neither ASCII nor common Chinese characters; only what is left is worth a closer look.
            let isCommon = (scalar.value < 0x200B && scalar.value != 0xAD) || (0x3000..<0xE000).contains(scalar.value)
            if !isCommon, !isReported, let advice = LookAlikes.advice(for: scalar) {
                findings.append(finding(advice, at: SourceLocation(file: file, line: line, column: column)))
                isReported = true
            }
            column += 1
        }
        return findings
    }
}
