package import Diagnostics

/// A situation is asked about, but no material, step or item depends on its answer: the applicant would be asked for nothing.
package enum UnusedSituation: FileRule {
    package static let name = "unused-situation"
    package static let severity = Severity.warning
    package static let manual = """
        “情形”里的问题，没有一处“仅当”用到它的答案，问了也没有用。删去这个问题，或者给材料、环节加上“仅当”。

        错误：
            情形: [{名称: 依法必须招标, 问: 是否依法必须招标？}]
            申请材料: [{名称: 申请表}]
        正确：
            情形: [{名称: 依法必须招标, 问: 是否依法必须招标？}]
            申请材料: [{名称: 中标通知书, 仅当: 依法必须招标}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard let root = file.root, file.kind == .item || file.kind == .roadmap else { return [] }
        guard let situations = root["情形"]?.elements, !situations.isEmpty else { return [] }
        let used = Set(root.conditions.compactMap { $0.text.map { ByteKey($0) } })
        return situations.filter(\.isMapping).compactMap { node in
            let situation = Situation(RecordReader(node))
            guard !situation.name.isEmpty, used.isDisjoint(with: situation.conditions.map { ByteKey($0) }) else {
                return nil
            }
            return finding(
                "情形“\(situation.name)”没有用到，请给材料、环节或事项加上“仅当”，或删去这个问题",
                at: (node["名称"] ?? node).mark.location(in: file.path))
        }
    }
}
