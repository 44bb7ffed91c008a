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
    static func finding(_ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []) -> Diagnostic {
        Diagnostic(rule: name, severity: severity, message: message, at: location, notes: notes)
    }
}

/// A rule that needs the whole tree: it compares files, follows references or walks a flow.
package protocol TreeRule: Rule {
    /// All findings of the rule in the tree.
    static func check(_ tree: GuideTree) -> [Diagnostic]
}

/// A rule whose findings depend on the day: nothing in the files need change for it to speak up.
///
/// Such rules only warn, so that a guidebook that was good yesterday can still be loaded today.
package protocol DatedRule: Rule {
    /// All findings of the rule in the tree on that day.
    static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic]
}

/// A rule that looks at one item at a time.
package protocol ItemRule: TreeRule {
    /// All findings of the rule in an item and its file.
    static func check(_ item: Item, in file: GuideFile) -> [Diagnostic]
}

extension ItemRule {
    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        tree.files(of: .item).flatMap { file in tree.items[file.stem].map { check($0, in: file) } ?? [] }
    }
}
