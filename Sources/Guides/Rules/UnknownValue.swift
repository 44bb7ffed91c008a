package import Diagnostics

/// A value is not one of the list that the standard gives for its key.
package enum UnknownValue: Rule {
    package static let name = "unknown-value"
    package static let severity = Severity.error
    package static let manual = """
        这个键只能写国家标准规定的值。提示里列出了全部可以写的值。

        错误：
            办件类型: 承诺办件
        正确：
            办件类型: 承诺件
        """

    static func finding(_ text: String, _ list: ValueList, at place: SourceLocation) -> Diagnostic {
        let meant = LookAlikes.normalized(text)
        if meant != text, list.values.contains(meant) { return LookAlikeCharacter.word(text, meant, at: place) }
        var message = "“\(list.name)”没有“\(text)”这个值，"
        if let near = Spelling.nearest(to: text, in: list.values) { message += "是否想写“\(near)”？" }
        return finding(message + "可以写：" + list.values.joined(separator: "、"), at: place)
    }
}
