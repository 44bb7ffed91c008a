package import Diagnostics
internal import Yams

/// The file is not well-formed YAML, so nothing in it can be read.
///
/// Most often a full-width `：` or `，` stands where YAML wants `:` or `,`, a space is missing behind the colon, or a
/// line is indented by a tab or by the wrong number of spaces.
package enum YAMLSyntax: Rule {
    package static let name = "yaml-syntax"
    package static let severity = Severity.error
    package static let manual = """
        文件不合YAML的格式，后面的内容没法读。看提示里的位置和它上面一行：冒号后面要空一格，缩进用空格并且对齐，引号和括号要成对。

        错误：
            说明: 注意: 带原件
        正确：
            说明: "注意: 带原件"
        """

    static func emptyFile(_ file: String) -> Diagnostic {
        finding("文件是空的，请按模板填写", at: SourceLocation(file: file))
    }

    static func tooManyNodes(_ file: String) -> Diagnostic {
        finding("文件里的条目超过\(YAMLReading.nodeLimit)个，请拆成几个文件", at: SourceLocation(file: file))
    }

    static func tooDeep(at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("嵌套超过\(YAMLReading.depthLimit)层，请检查缩进和括号", at: mark.location(in: file))
    }

    static func compoundKey(at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("键必须是一个词，不能是列表或一组“键: 值”，请检查括号和缩进", at: mark.location(in: file))
    }

    static func unreadable(_ file: String) -> Diagnostic {
        finding("读不懂这个文件，请检查它是不是按模板写的文本", at: SourceLocation(file: file))
    }

    static func tooManyKeys(at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("一处的键超过\(YAMLReading.keyLimit)个，请检查是否放错了文件", at: mark.location(in: file))
    }

    static func finding(_ error: YamlError, text: String, file: String) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let lines = SourceLines(text)
            // At the end of a text without a last line break, libyaml counts one line more than there is.
            let mark =
                mark.line <= lines.count
                ? MarkedNode.Mark(line: mark.line, column: mark.column)
                : MarkedNode.Mark(line: lines.count, column: lines[lines.count].count + 1)
            let line = lines[Int(mark.line)]
            let character = line.dropFirst(Int(mark.column) - 1).first.map(String.init) ?? ""
            let advice = YAMLProblem.advice(for: problem, line: line, character: character)
            // What was never closed is mended where it opens, not where libyaml noticed.
            if let opening = opening(context) {
                return finding(
                    advice, at: opening.location(in: file),
                    notes: [.init("到这里还没有合上", at: mark.location(in: file))])
            }
            return finding(advice, at: mark.location(in: file))
        case .reader:
            return forbiddenCharacter(in: text, file: file)
        default:
            return unreadable(file)
        }
    }

    /// Where the quotes or brackets begin that were never closed.
    private static func opening(_ context: YamlError.Context?) -> MarkedNode.Mark? {
        let contexts = [
            "while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping",
        ]
        guard let context, contexts.contains(context.text) else { return nil }
        return MarkedNode.Mark(line: context.mark.line, column: context.mark.column)
    }

    /// The first scalar that YAML 1.1 does not allow.
    private static func forbiddenCharacter(in text: String, file: String) -> Diagnostic {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: (line, column) = (line + 1, 1)
            case 0x09, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: column += 1
            default:
                let number = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
                return finding(
                    "这里有一个看不见的控制字符（\(name)），请删去", at: SourceLocation(file: file, line: line, column: column))
            }
        }
        return finding("文件里有不能显示的字符，请删去", at: SourceLocation(file: file))
    }
}
