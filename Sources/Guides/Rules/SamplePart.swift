package import Diagnostics

/// A tree that says 示例数据: 否 still has parts that are samples.
///
/// Its pages no longer say at their foot that they are samples, and its cards go out: whatever is left of the sample would
/// be taken for the office's word.
package enum SamplePart: TreeRule {
    package static let name = "sample-part"
    package static let severity = Severity.error
    package static let manual = """
        site.yaml里写了“示例数据: 否”，就不能再有示例：“示例”标记、“状态: 示例”的核对、example结尾的网址、0或1开头的固定电话号码。请换成公布的内容，删去示例的标记，核对状态写“已核对”或“待核”；没有换完以前，写“示例数据: 是”。

        错误：
            示例数据: 否（指南里还写着“承诺办结时限: {时限: 3个工作日, 示例: 是}”）
        正确：
            示例数据: 否（指南里写“承诺办结时限: {时限: 3个工作日}”）
        """

    package static let keys: [KeptKey] =
        [
            "示例数据", "示例", "承诺办结时限.示例", "核对.状态", "网址", "曾用网址", "咨询电话", "监督投诉电话", "政务大厅.示例", "政务大厅.电话",
            "咨询方式.网址", "咨询方式.电话", "监督投诉方式.网址", "监督投诉方式.电话",
        ] + Item.onlineKeys.map { KeptKey(stringLiteral: $0) }

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        guard tree.files(of: .site).first?.text("示例数据") == "否" else { return [] }
        return tree.files.compactMap { file in
            guard let root = file.root else { return nil }
            let parts = parts(of: root)
            guard let first = parts.first else { return nil }
            var seen: Set<String> = []
            let names = parts.map(\.key).filter { seen.insert($0).inserted }.map { "“\($0)”" }.joined(separator: "、")
            return finding(
                "site.yaml里写着“示例数据: 否”，这里的\(names)还是示例，请换成公布的内容并删去示例的标记；没有换完以前，写“示例数据: 是”",
                at: first.node.mark.location(in: file.path))
        }
    }

    private typealias Part = (key: String, node: MarkedNode)

    /// What of a file is a sample, each with the key under which it stands.
    private static func parts(of root: MarkedNode) -> [Part] {
        marks(in: root) + addresses(in: root) + phones(in: root)
    }

    private static func marks(in root: MarkedNode) -> [Part] {
        var parts: [Part] = []
        if let mark = root["示例"] {
            if mark.text == "是" { parts.append(("示例", mark)) }
            parts += mark.elements.map { ($0.text ?? "示例", $0) }
        }
        if let mark = root["承诺办结时限"]?["示例"], mark.text == "是" { parts.append(("承诺办结时限", mark)) }
        if let state = root["核对"]?["状态"], state.text == Review.State.sample.rawValue { parts.append(("核对", state)) }
        for hall in root["政务大厅"]?.elements ?? [] {
            parts += (hall["示例"]?.elements ?? []).map { ("政务大厅", $0) }
        }
        return parts
    }

    private static func addresses(in root: MarkedNode) -> [Part] {
        var nodes: [Part] = (["网址"] + Item.onlineKeys).compactMap { key in root[key].map { (key, $0) } }
        nodes += (root["曾用网址"]?.elements ?? []).map { ("曾用网址", $0) }
        nodes += contacts(in: root, "网址")
        return nodes.filter { $0.node.text.map { WebAddress.isSample($0) } ?? false }
    }

    private static func phones(in root: MarkedNode) -> [Part] {
        var nodes: [Part] = ["咨询电话", "监督投诉电话"].compactMap { key in root[key].map { (key, $0) } }
        nodes += (root["政务大厅"]?.elements ?? []).compactMap { hall in hall["电话"].map { ("政务大厅", $0) } }
        nodes += contacts(in: root, "电话")
        return nodes.filter { $0.node.text.map { Telephone.isSample($0) } ?? false }
    }

    private static func contacts(in root: MarkedNode, _ key: String) -> [Part] {
        ["咨询方式", "监督投诉方式"].compactMap { contact in root[contact]?[key].map { (contact, $0) } }
    }
}
