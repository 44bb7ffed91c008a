package import Diagnostics

/// A roadmap names an item twice, so its prerequisites and times would be counted twice.
package enum DuplicateRoadmapItem: FileRule {
    package static let name = "duplicate-roadmap-item"
    package static let severity = Severity.error
    package static let manual = """
        一个全流程里，一个事项只写一次。前置合并到一处。

        错误：
            阶段:
              - 事项: [{事项: 施工许可}, {事项: 施工许可}]
        正确：
            阶段:
              - 事项: [{事项: 施工许可}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard case .guide(.roadmap(let roadmap)) = file.model else { return [] }
        var first: [String: SourceLocation] = [:]
        return roadmap.stages.enumerated().flatMap { stage, content in
            content.items.enumerated().compactMap { index, entry -> Diagnostic? in
                guard !entry.item.isEmpty else { return nil }
                let place = file.place("阶段", .record(stage), "事项", .record(index), "事项")
                guard let other = first[entry.item] else {
                    first[entry.item] = place
                    return nil
                }
                return finding("事项“\(entry.item)”在这个全流程里写了两次，请只留一处", at: place, notes: [.init("首次写在这里", at: other)])
            }
        }
    }
}
