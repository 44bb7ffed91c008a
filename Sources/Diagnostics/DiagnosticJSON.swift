/// The findings as JSON, for other programs: the same as the report, in the same order, with the keys in a fixed order.
///
/// ```json
/// {"errors":1,"warnings":0,"diagnostics":[
/// {"rule":"unknown-key","severity":"error","message":"…","file":"guides/items/甲.yaml","line":3,"column":1,"notes":[]}
/// ]}
/// ```
/// `line` and `column` count from 1, columns in Unicode scalars; both are 0 where the file as a whole is meant.
package enum DiagnosticJSON {
    /// The whole document, with a line break at its end.
    package static func text(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let entries = diagnostics.sorted().map { "\n\(object($0))" }.joined(separator: ",")
        let end = diagnostics.isEmpty ? "" : "\n"
        return
            "{\"errors\":\(errors),\"warnings\":\(diagnostics.count - errors),\"diagnostics\":[\(entries)\(end)]}\n"
    }

    private static func object(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map { "{\"message\":\(quoted($0.message)),\(place($0.location))}" }
        return "{\"rule\":\(quoted(diagnostic.rule)),\"severity\":\(quoted(diagnostic.severity.rawValue)),"
            + "\"message\":\(quoted(diagnostic.message)),\(place(diagnostic.location)),"
            + "\"notes\":[\(notes.joined(separator: ","))]}"
    }

    private static func place(_ location: SourceLocation) -> String {
        "\"file\":\(quoted(location.file)),\"line\":\(location.line),\"column\":\(location.column)"
    }

    /// A JSON string (RFC 8259): quotes, backslashes and control characters are escaped.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            // U+2028 and U+2029 end a line in older JavaScript.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let number = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - number.count) + number
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
