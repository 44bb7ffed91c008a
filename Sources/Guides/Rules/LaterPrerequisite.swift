package import Diagnostics

/// An item waits for one of a later stage, so the stages are not in the order of the work.
package enum LaterPrerequisite: FileRule {
    package static let name = "later-prerequisite"
    package static let severity = Severity.warning
    package static let manual = """
        前置的事项排在后面的阶段，阶段的先后就不对了。移动事项，或者核对前置。

        错误：
            阶段:
              - {名称: 施工许可, 事项: [{事项: 施工许可, 前置: [{事项: 规划核实}]}]}
              - {名称: 竣工验收, 事项: [{事项: 规划核实}]}
        正确：
            阶段:
              - {名称: 施工许可, 事项: [{事项: 施工许可}]}
              - {名称: 竣工验收, 事项: [{事项: 规划核实, 前置: [{事项: 施工许可}]}]}
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard case .guide(.roadmap(let roadmap)) = file.model else { return [] }
        var stages: [String: Int] = [:]
        for (index, stage) in roadmap.stages.enumerated() {
            for entry in stage.items where stages[entry.item] == nil { stages[entry.item] = index }
        }
        return roadmap.places.compactMap { place in
            let name = roadmap.stages[place.stage].items[place.item].prerequisites[place.prerequisite].item
            guard let stage = stages[name], stage > place.stage else { return nil }
            return finding(
                "前置事项“\(name)”在后面的阶段“\(roadmap.stages[stage].name)”，请移动事项或核对前置", at: place.location(in: file))
        }
    }
}
