package import Diagnostics

/// Runs every rule over a tree.
package enum Checker {
    /// The rules that need the whole tree. Those about one file's shape are applied while it is read.
    static let treeRules: [any TreeRule.Type] = [
        UnknownReference.self,
        UnknownArticle.self,
        DuplicateCode.self,
        DuplicateStep.self,
        UnknownStep.self,
        UnreachableStep.self,
        UnknownSituation.self,
        PrerequisiteOutsideRoadmap.self,
        PrerequisiteCycle.self,
        PromiseExceedsStatute.self,
        PaleColour.self,
    ]

    /// All findings, sorted by place.
    ///
    /// - Parameter today: The day on which reviews are due and policies expire.
    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let found = tree.diagnostics + tree.files.flatMap(\.diagnostics) + treeRules.flatMap { $0.check(tree) }
        return found.sorted()
    }
}
