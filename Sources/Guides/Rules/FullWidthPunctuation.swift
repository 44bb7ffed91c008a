package import Diagnostics

/// A full-width sign stands where YAML wants its own: `：` for `:`, `，` between the elements of a list in brackets,
/// `【】` for `[]`, a full-width space before or behind a key.
///
/// Chinese input methods write them; YAML reads them as words.
package enum FullWidthPunctuation: Rule {
    package static let name = "full-width-punctuation"
    package static let severity = Severity.error
    package static let manual = """
        YAML的冒号、逗号、括号、短横、井号和空格都要用半角。中文输入法打出来的全角符号会被当成文字。

        错误：
            名称：施工许可
            行使层级: 【市级，县级】
        正确：
            名称: 施工许可
            行使层级: [市级, 县级]
        """

    static func colon(_ key: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”后面的冒号是全角的，请改成半角“:”，后面空一格", at: place)
    }

    static func space(at place: SourceLocation) -> Diagnostic {
        finding("这里的空格是全角的，请改成半角空格", at: place)
    }

    static func comma(_ written: Character, inBraces: Bool = false, at place: SourceLocation) -> Diagnostic {
        let brackets = inBraces ? "花括号" : "方括号"
        return finding("\(brackets)里的“\(written)”不分开两项，请改成半角逗号“,”；它是一句话里的标点时，给整句加上半角引号", at: place)
    }

    static func bracket(_ written: Character, _ usual: Character, at place: SourceLocation) -> Diagnostic {
        finding("括号“\(written)”是全角的，请改成半角“\(usual)”", at: place)
    }

    static func dash(_ written: Character, at place: SourceLocation) -> Diagnostic {
        finding("列表要用半角的“-”开头，这里是“\(written)”", at: place)
    }

    static func hash(at place: SourceLocation) -> Diagnostic {
        finding("注释要用半角的“#”开头，这里是全角的“＃”", at: place)
    }

    static func quotes(_ word: Substring, at place: SourceLocation) -> Diagnostic {
        finding("全角引号“”不起引号的作用，请去掉引号，只写\(word)", at: place)
    }
}
