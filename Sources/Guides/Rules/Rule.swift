package import Diagnostics

/// A kind of mistake that the checker knows: one rule, one file, one stable English name.
///
/// The doc comment of each rule is its manual for programmers, `manual` the same for maintainers.
package protocol Rule: Sendable {
    /// The stable English name in brackets, such as `unknown-key`.
    static var name: String { get }
    static var severity: Severity { get }
    /// What the rule means, a wrong example and a right one, in Chinese: what `--explain` prints.
    static var manual: String { get }
}

extension Rule {
    /// A finding of this rule.
    package static func finding(
        _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        Diagnostic(rule: name, severity: severity, message: message, at: location, notes: notes)
    }
}

/// A rule that looks at one file at a time.
///
/// It is applied as soon as the file is read, so that most of what was read can be let go before the next file.
package protocol FileRule: Rule {
    /// All findings of the rule in a file.
    static func check(_ file: GuideFile) -> [Diagnostic]
}

/// A rule that looks at one item at a time.
package protocol ItemRule: FileRule {
    /// All findings of the rule in an item and its file.
    static func check(_ item: Item, in file: GuideFile) -> [Diagnostic]
}

extension ItemRule {
    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard case .guide(.item(let item)) = file.model else { return [] }
        return check(item, in: file)
    }
}

/// A rule that needs the whole tree: it compares files or follows references.
package protocol TreeRule: Rule {
    /// The keys of the file itself that the rule looks at: all other nodes are gone when it is asked.
    static var keys: [KeptKey] { get }
    /// All findings of the rule in the tree.
    static func check(_ tree: GuideTree) -> [Diagnostic]
}

/// A rule whose findings depend on the day: nothing in the files need change for it to speak up.
///
/// Such rules only warn, so that a guidebook that was good yesterday can still be loaded today.
package protocol DatedRule: Rule {
    /// The keys of the file itself that the rule looks at: all other nodes are gone when it is asked.
    static var keys: [KeptKey] { get }
    /// All findings of the rule in the tree on that day.
    static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic]
}
