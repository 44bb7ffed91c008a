package import Diagnostics
internal import Publication

extension LiveSite.Problem {
    /// A finding of the checker, as data.
    package init(_ diagnostic: Diagnostic) {
        let location = diagnostic.location
        self.init(
            file: location.file, line: location.line > 0 ? location.line : nil, rule: diagnostic.rule,
            message: diagnostic.message)
        isError = diagnostic.severity == .error
    }

    var json: JSONText {
        .record([
            "file": .string(file), "line": line.map(JSONText.number), "rule": .string(rule),
            "severity": isError ? "error" : "warning", "message": .string(message),
        ])
    }
}
