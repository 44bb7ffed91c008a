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
        var text = text
        return text.withUTF8 { bytes in
            var findings: [Diagnostic] = []
            var index = 0
            while index < bytes.count {
                guard let scalar = rareScalar(bytes, index), let advice = LookAlikes.advice(for: scalar) else {
                    index += 1
                    continue
                }
                findings.append(finding(advice, at: place(of: index, in: bytes, file)))
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            }
            return findings
        }
    }

    /// The scalar that begins at a byte, where it is neither ASCII nor of the common Chinese characters and signs: only what
    /// is left is worth a closer look.
    private static func rareScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unicode.Scalar? {
        let length: Int
        switch bytes[index] {
        case 0xC2: length = 2
        // U+2000 to U+2FFF: quotes and dashes (E2 80 90 to A7) are common.
        case 0xE2:
            if bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2]) { return nil }
            length = 3
        // U+FF00 to U+FF3F: full-width signs.
        case 0xEF where bytes[index + 1] == 0xBC: return nil
        case 0xEE, 0xEF: length = 3
        case 0xF0...: length = 4
        default: return nil
        }
        return String(decoding: bytes[index..<(index + length)], as: UTF8.self).unicodeScalars.first
    }

    private static func place(of index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ file: String) -> SourceLocation {
        let head = bytes[..<index]
        let start = head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return SourceLocation(
            file: file, line: head.count { $0 == UInt8(ascii: "\n") } + 1,
            column: bytes[start..<index].count { $0 & 0xC0 != 0x80 } + 1)
    }
}
