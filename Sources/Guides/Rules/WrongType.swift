package import Diagnostics

/// A value is of another kind than its key wants: a list where a text belongs, words where a number belongs.
package enum WrongType: Rule {
    package static let name = "wrong-type"
    package static let severity = Severity.error

    static func finding(_ what: String, expected: String, found node: MarkedNode, _ file: String) -> Diagnostic {
        finding("\(what)应当是\(expected)，这里是\(node.isEmpty ? "空的" : node.kindName)", at: node.mark.location(in: file))
    }

    static func yesNo(_ key: String, _ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”只能写“是”或“否”，这里是“\(text)”", at: place)
    }

    static func integer(_ key: String, _ text: String, _ range: ClosedRange<Int>, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”应当是\(range.lowerBound)到\(range.upperBound)之间的整数，只写数字，这里是“\(text)”", at: place)
    }

    static func url(_ key: String, _ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”应当是以https://或http://开头的网址，这里是“\(text)”", at: place)
    }

    static func colour(_ key: String, _ text: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”应当是“\"#RRGGBB\"”形式的颜色（带引号），这里是“\(text)”", at: place)
    }
}
