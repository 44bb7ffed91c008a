package import Diagnostics

/// A kind of mistake that the checker knows: one rule, one file, one stable English name.
///
/// The doc comment of each rule is its manual.
package protocol Rule: Sendable {
    /// The stable English name in brackets, such as `unknown-key`.
    static var name: String { get }
    static var severity: Severity { get }
}

extension Rule {
    /// A finding of this rule.
    static func finding(_ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []) -> Diagnostic {
        Diagnostic(rule: name, severity: severity, message: message, at: location, notes: notes)
    }
}

/// A rule that needs the whole tree: it compares files, follows references or walks a flow.
package protocol TreeRule: Rule {
    /// All findings of the rule in the tree.
    static func check(_ tree: GuideTree) -> [Diagnostic]
}
