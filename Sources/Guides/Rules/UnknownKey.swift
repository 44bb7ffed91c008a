package import Diagnostics

/// A record has a key that its kind does not know; most often it is mistyped or belongs elsewhere.
package enum UnknownKey: Rule {
    package static let name = "unknown-key"
    package static let severity = Severity.error

    static func finding(_ entry: MarkedNode.Entry, in shape: RecordShape, _ file: String) -> Diagnostic {
        var message = "“\(shape.name)”没有“\(entry.key)”这个键"
        if let near = Spelling.nearest(to: entry.key, in: shape.fields.map(\.key)) {
            message += "，是否想写“\(near)”？"
        }
        return finding(message, at: entry.keyMark.location(in: file))
    }
}
