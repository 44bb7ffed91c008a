package import Diagnostics

/// Two steps of a flow have the same name, so a branch to it could mean either.
package enum DuplicateStep: ItemRule {
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

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        var first: [ByteKey: Int] = [:]
        return item.steps.enumerated().compactMap { index, step in
            guard !step.name.isEmpty else { return nil }
            guard let other = first[ByteKey(step.name)] else {
                first[ByteKey(step.name)] = index
                return nil
            }
            return finding(
                "环节“\(step.name)”写了两次，请改名", at: file.place("办理流程", .record(index), "环节"),
                notes: [.init("首次写在这里", at: file.place("办理流程", .record(other), "环节"))])
        }
    }
}
