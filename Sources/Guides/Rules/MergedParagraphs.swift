package import Diagnostics

/// Words that are a paragraph a line were written over several lines without `|`: YAML makes one paragraph of them.
package enum MergedParagraphs: Rule {
    package static let name = "merged-paragraphs"
    package static let severity = Severity.warning
    package static let manual = """
        这里的文字一行是一段，可是冒号后面没有写“|”，几行会并成一段：法规的两款成了一款。在冒号后面写“|”；本来就是一段的，写成一行。

        错误：
            内容:
              第一款。
              第二款。
        正确：
            内容: |
              第一款。
              第二款。
        """

    /// Words in which line breaks may have got lost.
    struct Suspect: Sendable {
        let key: String
        let words: String
        let mark: MarkedNode.Mark
    }

    /// - Parameter text: The file's text, as the marks count it.
    static func findings(_ suspects: [Suspect], in text: String, file: String) -> [Diagnostic] {
        guard !suspects.isEmpty else { return [] }
        let lines = SourceLines(text)
        return suspects.compactMap { suspect in
            let paragraphs = suspect.words.utf8.split(separator: UInt8(ascii: "\n")).count
            guard let written = count(of: suspect, in: lines), written > paragraphs else { return nil }
            return finding(
                "“\(suspect.key)”写了\(written)行，会并成\(paragraphs)段；要分段就在冒号后面写“|”，是一段的写成一行",
                at: suspect.mark.location(in: file))
        }
    }

    /// On how many lines the words stand; nil where they are not found as they are, such as behind escapes.
    private static func count(of suspect: Suspect, in lines: SourceLines) -> Int? {
        var rest = suspect.words.unicodeScalars.filter { !$0.properties.isWhitespace }[...]
        var count = 0
        var number = Int(suspect.mark.line)
        while !rest.isEmpty, number <= lines.count {
            let isFirst = number == suspect.mark.line
            var line = lines[number].dropFirst(isFirst ? Int(suspect.mark.column) - 1 : 0).filter {
                !$0.properties.isWhitespace
            }[...]
            number += 1
            if isFirst, let sign = line.first, sign != rest.first {
                // >, | and what may stand behind them are on a line of their own; a quote is not.
                guard "\"'".unicodeScalars.contains(sign) else { continue }
                line = line.dropFirst()
            }
            let isEmpty = line.isEmpty
            while let next = rest.first, line.first == next {
                rest = rest.dropFirst()
                line = line.dropFirst()
            }
            guard line.isEmpty || rest.isEmpty else { return nil }
            if !isEmpty { count += 1 }
        }
        return rest.isEmpty ? count : nil
    }
}
