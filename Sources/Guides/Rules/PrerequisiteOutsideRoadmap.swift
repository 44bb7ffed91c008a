package import Diagnostics

/// A 前置 names an item that the roadmap itself does not contain.
package enum PrerequisiteOutsideRoadmap: TreeRule {
    package static let name = "prerequisite-outside-roadmap"
    package static let severity = Severity.error
    package static let manual = """
        前置的事项不在这个全流程里，申请人就找不到它。把它加到某个阶段，或者删去这条前置。

        错误：
            - 事项: 施工许可
              前置: [{事项: 取水许可}]
        正确：
            - 事项: 取水许可
            - 事项: 施工许可
              前置: [{事项: 取水许可}]
        """

    package static let keys: [KeptKey] = ["阶段"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        tree.files(of: .roadmap).flatMap { file -> [Diagnostic] in
            guard let roadmap = tree.guides[.roadmap]?[file.stem]?.roadmap else { return [] }
            let own = Set(roadmap.entries.map(\.item))
            return roadmap.places.compactMap { place in
                let name = roadmap.stages[place.stage].items[place.item].prerequisites[place.prerequisite].item
                guard !name.isEmpty, !own.contains(name), tree.file(.item, name)?.root != nil else { return nil }
                return finding("前置事项“\(name)”不在这个全流程里，请加到某个阶段，或删去这一前置", at: place.location(in: file))
            }
        }
    }
}
