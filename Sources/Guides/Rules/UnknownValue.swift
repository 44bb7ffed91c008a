package import Diagnostics

/// A value is not one of the list that the standard gives for its key.
package enum UnknownValue: Rule {
    package static let name = "unknown-value"
    package static let severity = Severity.error

    static func finding(_ text: String, _ list: ValueList, at place: SourceLocation) -> Diagnostic {
        var message = "“\(list.name)”没有“\(text)”这个值"
        if let near = Spelling.nearest(to: text, in: list.values) { message += "，是否想写“\(near)”？" } else { message += "，" }
        return finding(message + "可以写：" + list.values.joined(separator: "、"), at: place)
    }
}
