package import Diagnostics

/// A value is of another kind than its key wants: a list where a text belongs, words where a number belongs.
package enum WrongType: Rule {
    package static let name = "wrong-type"
    package static let severity = Severity.error
    package static let manual = """
        值的样子不对：该写列表的写成了文字，该写数字的写了别的。

        错误：
            到办事现场次数: 1次
        正确：
            到办事现场次数: 1
        """

    static func finding(_ what: String, expected: String, found node: MarkedNode, _ file: String) -> Diagnostic {
        finding("\(what)应当是\(expected)，这里是\(node.isEmpty ? "空的" : node.kindName)", at: node.mark.location(in: file))
    }

    /// A list was wanted; a text with separators shows which.
    static func list(_ key: String, found node: MarkedNode, _ file: String) -> Diagnostic {
        let parts = (node.text ?? "").split { "，、；,;".contains($0) || $0.isWhitespace }.filter { !$0.isEmpty }
        let isEnumeration = parts.count > 1 && parts.allSatisfy { $0.count <= 12 }
        let example = isEnumeration ? "[\(parts.joined(separator: ", "))]" : "[甲, 乙]"
        return finding("“\(key)”", expected: "列表（每项以“- ”开头，或写成\(example)）", found: node, file)
    }

    static func yesNo(_ key: String, _ text: String, at place: SourceLocation) -> Diagnostic {
        let yes = ["需要", "有", "支持", "可以", "能", "y", "yes", "true", "√", "是的", "对", "收费", "1"]
        let no = ["不", "无", "没有", "不是", "不需要", "不支持", "否定", "n", "no", "false", "×", "不收费", "不能", "不可以", "0"]
        let meant = yes.contains(text.lowercased()) ? "，请写“是”" : no.contains(text.lowercased()) ? "，请写“否”" : ""
        return finding("“\(key)”只能写“是”或“否”，这里是“\(text)”\(meant)", at: place)
    }

    static func integer(_ key: String, _ text: String, _ range: ClosedRange<Int>, at place: SourceLocation)
        -> Diagnostic
    {
        if let number = WrittenNumber.first(in: text), range.contains(number) {
            return finding("“\(key)”只写数字，不写单位，请写成\(key): \(number)", at: place)
        }
        return finding("“\(key)”应当是\(range.lowerBound)到\(range.upperBound)之间的整数，只写数字，这里是“\(text)”", at: place)
    }

    /// - Parameter problem: As `WebAddress.problem(in:)` says it.
    static func url(_ key: String, _ text: String, _ problem: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”应当是网址，这里是“\(text)”：\(problem)", at: place)
    }

    static func colour(_ key: String, _ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”应当是“\"#RRGGBB\"”形式的颜色（带引号），这里是“\(text)”", at: place)
    }
}
