/// One finding about an input file: what is wrong, where, and what to write instead.
package struct Diagnostic: Sendable, Hashable {
    /// Another place that explains the finding, such as a first definition.
    package struct Note: Sendable, Hashable {
        package let message: String
        package let location: SourceLocation

        package init(_ message: String, at location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    /// The stable English name of the rule that found it, such as `unknown-key`.
    package let rule: String
    package let severity: Severity
    /// One sentence in Chinese, without a full stop, that says what to do next.
    package let message: String
    package let location: SourceLocation
    package let notes: [Note]

    package init(
        rule: String,
        severity: Severity,
        message: String,
        at location: SourceLocation,
        notes: [Note] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
    }
}

extension Diagnostic: Comparable {
    /// By place, then by rule, so that the same tree always prints the same report.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.location, left.rule, left.message) < (right.location, right.rule, right.message)
    }
}

extension Sequence<Diagnostic> {
    /// Whether any finding is an error.
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
