package import Diagnostics

/// A 仅当 names a situation that the file does not ask about.
package enum UnknownSituation: FileRule {
    package static let name = "unknown-situation"
    package static let severity = Severity.error
    package static let manual = """
        “仅当”写的名称在“情形”里没有。是非题写情形的名称，选择题写选项。

        错误：
            情形: [{名称: 依法必须招标, 问: 是否依法必须招标？}]
            申请材料: [{名称: 中标通知书, 仅当: 必须招标}]
        正确：
            申请材料: [{名称: 中标通知书, 仅当: 依法必须招标}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard let root = file.root, file.kind == .item || file.kind == .roadmap else { return [] }
        let conditions = root.conditions
        guard !conditions.isEmpty else { return [] }
        let situations = (root["情形"]?.elements ?? []).map { Situation(RecordReader($0)) }
        let known = Set(situations.flatMap { $0.conditions.map { ByteKey($0) } })
        return conditions.compactMap { node in
            guard let name = node.text, !known.contains(ByteKey(name)) else { return nil }
            return finding(message(name, situations), at: node.mark.location(in: file.path))
        }
    }

    private static func message(_ name: String, _ situations: [Situation]) -> String {
        let message = "“情形”里没有“\(name)”，"
        if let question = situations.first(where: { $0.name == name }) {
            return message + "这是一个问题，请写它的选项：\(question.options.joined(separator: "、"))"
        }
        if let near = Spelling.nearest(to: name, in: situations.flatMap(\.conditions)) {
            return message + "是否想写“\(near)”？"
        }
        return message + "请在“情形”里加上这个问题"
    }
}

extension MarkedNode {
    /// The names under every `仅当` of an item or a roadmap, in file order.
    var conditions: [MarkedNode] {
        let records =
            (self["申请材料"]?.elements ?? []) + (self["办理流程"]?.elements ?? [])
            + (self["阶段"]?.elements ?? []).flatMap { $0["事项"]?.elements ?? [] }
        return records.flatMap { record -> [MarkedNode] in
            guard let value = record["仅当"] else { return [] }
            return value.text == nil ? value.elements : [value]
        }
    }
}
