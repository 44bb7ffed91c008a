package import Diagnostics

/// A `#` behind a space begins a comment, so what stands behind it is not read, and nobody notices.
package enum SwallowedText: Rule {
    package static let name = "swallowed-text"
    package static let severity = Severity.warning
    package static let manual = """
        空格后面的“#”表示后面是说明，不显示。内容里有“#”的，给整个值加半角引号；真是说明的，“#”后面空一格。

        错误：
            地址: 济宁市圣贤路7号 #2楼三层
        正确：
            地址: "济宁市圣贤路7号 #2楼三层"
        """

    /// - Parameters:
    ///   - hashes: The signs that may be meant as part of a value.
    ///   - root: What was read of the text.
    static func findings(_ hashes: [TextScan.Place], in root: MarkedNode, text: String, file: String) -> [Diagnostic] {
        guard !hashes.isEmpty else { return [] }
        var text = text
        return text.withUTF8 { buffer in
            let bytes = TextScan.Bytes(buffer)
            return hashes.filter { isComment($0, root, bytes) }.prefix(20).map { hash in
                var end = hash.index
                while bytes[end] > 0x20 { end += 1 }
                let word = String(decoding: buffer[hash.index..<end], as: UTF8.self).prefix(12)
                return finding(
                    "从“\(word)”起被当作说明，不会显示；要显示，请给整个值加半角引号；是说明，请在“#”后面空一格",
                    at: hash.location(in: file))
            }
        }
    }

    /// Whether YAML took the sign for the beginning of a comment behind something.
    private static func isComment(_ hash: TextScan.Place, _ root: MarkedNode, _ bytes: TextScan.Bytes) -> Bool {
        let place = MarkedNode.Mark(line: hash.line, column: hash.column)
        // A line of nothing but a comment, or one of a block of words.
        if (hash.lineStart..<hash.index).allSatisfy({ bytes[$0] == 0x20 }) { return false }
        guard let last = root.last(before: place) else { return true }
        guard last.isQuoted else { return true }
        guard last.mark.line == place.line else { return false }
        return !TextScan.isQuoted(hash, bytes)
    }
}

extension MarkedNode {
    /// What stands last before a place, a key or a value: where, and whether it is a value in quotes or of a block.
    fileprivate func last(before place: Mark) -> (mark: Mark, isQuoted: Bool)? {
        guard mark < place else { return nil }
        switch content {
        case .scalar: return (mark, isQuoted)
        case .sequence(let elements):
            for element in elements.reversed() { if let found = element.last(before: place) { return found } }
        case .mapping(let entries):
            for entry in entries.reversed() {
                if let found = entry.value.last(before: place), !entry.value.isEmpty { return found }
                if entry.keyMark < place { return (entry.keyMark, false) }
            }
        }
        return (mark, false)
    }
}
