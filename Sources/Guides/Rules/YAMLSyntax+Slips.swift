internal import Diagnostics

/// Slips in YAML's signs that are found without parsing, each with words of its own.
extension YAMLSyntax {
    /// A bracket that is never closed.
    ///
    /// - Parameters:
    ///   - closing: What is missing, for all brackets that are open.
    ///   - line: The line at whose end it belongs, where it is not the line of the bracket.
    static func unclosed(_ bracket: Character, _ closing: String, on line: Int?, at place: SourceLocation)
        -> Diagnostic
    {
        let end = line.map { "第\($0)行" } ?? "这一行"
        let count = closing.count
        let missing = count == 1 ? "“\(closing)”" : "“\(closing)”（\(count)个）"
        return finding("“\(bracket)”没有合上，请在\(end)末尾补上\(missing)", at: place)
    }

    static func otherBracket(_ due: Character, _ open: Character, at place: SourceLocation) -> Diagnostic {
        finding("这里应当是“\(due)”，与前面的“\(open)”成对", at: place)
    }

    static func needlessBracket(_ bracket: Character, at place: SourceLocation) -> Diagnostic {
        finding("多了一个“\(bracket)”，请删去", at: place)
    }

    static func unclosedQuote(_ quote: Character, at place: SourceLocation) -> Diagnostic {
        finding("引号没有合上，请在值的末尾补上“\(quote)”", at: place)
    }

    static func wideQuote(_ quote: Character, _ written: Character, at place: SourceLocation) -> Diagnostic {
        finding("引号没有合上：末尾的“\(written)”是全角的，请改成半角“\(quote)”", at: place)
    }

    static func wordsBehindQuote(at place: SourceLocation) -> Diagnostic {
        finding("引号后面还有字：请用半角单引号把整个值括起来，或把里面的引号改成全角“”", at: place)
    }

    static func backslash(at place: SourceLocation) -> Diagnostic { finding(YAMLProblem.backslash, at: place) }

    static func forbiddenStart(_ sign: Character, at place: SourceLocation) -> Diagnostic {
        finding(YAMLProblem.forbiddenStart(String(sign)), at: place)
    }

    static func hashInBrackets(at place: SourceLocation) -> Diagnostic {
        finding("空格后面的“#”和它后面的内容会被当作说明，括号就合不上了；要显示，请给这一项加半角引号", at: place)
    }

    static func colonInValue(at place: SourceLocation) -> Diagnostic {
        finding("值里有“: ”，请给整个值加半角引号，或改成全角“：”", at: place)
    }

    static func equalsSign(_ key: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”后面要用半角冒号“:”，不用“=”", at: place)
    }

    static func slashes(at place: SourceLocation) -> Diagnostic {
        finding("说明要用“# ”开头，不用“//”", at: place)
    }

    static func divider(at place: SourceLocation) -> Diagnostic {
        finding("分隔线要写成说明，请在行首加“# ”，或删去这一行", at: place)
    }

    static func numberedList(_ number: String, at place: SourceLocation) -> Diagnostic {
        finding("列表每项以“- ”开头，请把“\(number)”改成“- ”", at: place)
    }

    static func strayLine(at place: SourceLocation) -> Diagnostic {
        finding("这一行没有“键: ”：接着上一行的，请并到上一行；是说明，请在行首加“# ”", at: place)
    }
}
