package import Diagnostics

/// Two steps of a flow have the same name, so a branch to it could mean either.
package enum DuplicateStep: TreeRule {
    package static let name = "duplicate-step"
    package static let severity = Severity.error

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        tree.files(of: .item).flatMap { file -> [Diagnostic] in
            var first: [String: SourceLocation] = [:]
            return (tree.items[file.stem]?.steps ?? []).enumerated().compactMap { index, step in
                guard !step.name.isEmpty else { return nil }
                let place = file.place("办理流程", .record(index), "环节")
                guard let other = first[step.name] else {
                    first[step.name] = place
                    return nil
                }
                return finding("环节“\(step.name)”写了两次，请改名", at: place, notes: [.init("首次写在这里", at: other)])
            }
        }
    }
}
