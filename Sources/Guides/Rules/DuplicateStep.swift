package import Diagnostics

/// Two steps of a flow have the same name, so a branch to it could mean either.
package enum DuplicateStep: TreeRule {
    package static let name = "duplicate-step"
    package static let severity = Severity.error
    package static let manual = """
        办理流程里两个环节同名，“下一步”和“分支”就不知道指哪一个。给其中一个改名。

        错误：
            - 环节: 审查
            - 环节: 审查
        正确：
            - 环节: 初审
            - 环节: 复审
        """

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
