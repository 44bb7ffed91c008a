/// What libyaml says is wrong with a text, said as what to change.
///
/// Its own words never reach a maintainer. They are those of libyaml's scanner.c, parser.c and reader.c.
enum YAMLProblem {
    /// The advice for one of libyaml's problems.
    ///
    /// - Parameters:
    ///   - line: The line on which libyaml stopped.
    ///   - character: What stands where it stopped; empty at a line's end.
    static func advice(for problem: String, line: Substring.UnicodeScalarView, character: String) -> String {
        if problem == "mapping values are not allowed in this context", line.contains("“") {
            return "这里多了一个冒号：全角引号“”不起引号的作用，请用半角引号把整个值括起来"
        }
        if line.first(where: { $0 != " " }) == ":" { return "冒号前面没有键，请补上，或删去这一行" }
        if problem == "found character that cannot start any token" {
            return character == "\t" ? "这里用了制表符（Tab），请改用空格" : forbiddenStart(character)
        }
        return advice[problem] ?? "YAML格式不对，请检查这一行和上一行：冒号后面空一格，缩进对齐，引号和括号成对"
    }

    static func forbiddenStart(_ character: String) -> String { "值不能以“\(character)”开头，请用半角引号把整个值括起来" }

    static let backslash = "双引号里的“\\”有特殊的意思，请把双引号改成单引号，或者改用“、”“/”"

    private static let tag = "“!”开头的词在YAML里有特殊的意思，请用半角引号把整个值括起来"
    private static let directive = "行首的“%”在YAML里有特殊的意思，请删去这一行，或在行首加“# ”"
    private static let block = "“|”或“>”后面不能直接写字：请另起一行、缩进两格再写，或用半角引号把整个值括起来"
    private static let tab = "这里用了制表符（Tab），请改用空格"
    private static let brackets = "方括号或花括号没有合上，或少了半角逗号“,”"

    private static let advice: [String: String] = [
        "mapping values are not allowed in this context": "这里多了一个冒号，或上一行缩进不对；值里有“: ”时请用半角引号把整个值括起来",
        "mapping keys are not allowed in this context": "“? ”在YAML里有特殊的意思，请用半角引号把整个值括起来",
        "could not find expected ':'": "这一行或上一行少了冒号“:”（半角，后面空一格）",
        "did not find expected key": "缩进与上面不一致，或上面的引号、括号没有合上，请检查",
        "did not find expected '-' indicator": "这里应当是列表的下一项“- …”，请检查缩进",
        "did not find expected ',' or '}'": brackets, "did not find expected ',' or ']'": brackets,
        "found unexpected ':'": "值里有“:”，请用半角引号把整个值括起来",
        "found unexpected end of stream": "引号没有合上，请补上后一个引号",
        "found unexpected document indicator": "引号没有合上，请补上后一个引号",
        "did not find expected node content": "这里少了一个值，或多了一个逗号、括号，请检查",
        "did not find expected <document start>": "一个文件只能写一份指南，请删去只有“...”的那一行，或检查它前后的缩进",
        "but found another document": "一个文件只能写一份指南，请删去“---”和它后面的内容，或另存成一个文件",
        // libyaml points behind the sign where its name is no name.
        "found undefined alias": "值不能以“*”或“&”开头，请用半角引号把整个值括起来",
        "did not find expected alphabetic or numeric character": "值不能以“*”或“&”开头，请用半角引号把整个值括起来",
        "Maximum nesting level reached, set with yaml_set_max_nest_level())": "嵌套层次太深，请检查括号",
        "block sequence entries are not allowed in this context": "列表的“- ”要另起一行写，或在这里用半角引号把整个值括起来",
        "found unknown escape character": backslash, "did not find expected hexdecimal number": backslash,
        "found invalid Unicode character escape code": backslash, "expected low surrogate area": backslash,
        "unexpected low surrogate area": backslash,
        "did not find expected whitespace or line break": tag, "did not find expected whitespace": tag,
        "did not find expected '!'": tag, "did not find expected tag URI": tag, "did not find the expected '>'": tag,
        "did not find URI escaped octet": tag, "found undefined tag handle": tag,
        "found an incorrect leading UTF-8 octet": tag, "found an incorrect trailing UTF-8 octet": tag,
        "did not find expected comment or line break": block, "found an indentation indicator equal to 0": block,
        "found a tab character where an indentation space is expected": tab,
        "found a tab character that violates indentation": tab,
        "could not find expected directive name": directive, "found unknown directive name": directive,
        "found unexpected non-alphabetical character": directive, "did not find expected version number": directive,
        "found extremely long version number": directive, "did not find expected digit or '.' character": directive,
        "found incompatible YAML document": directive, "found duplicate %YAML directive": directive,
        "found duplicate %TAG directive": directive,
    ]
}
