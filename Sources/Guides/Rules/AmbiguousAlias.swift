package import Diagnostics

/// An alias is the name or the alias of another item, so a search for it finds both.
package enum AmbiguousAlias: TreeRule {
    package static let name = "ambiguous-alias"
    package static let severity = Severity.warning
    package static let manual = """
        别名与另一个事项的名称或别名相同，搜索时会找到两个。删去一个，或者写得更具体。

        错误：
            items/甲.yaml  别名: [消防]
            items/乙.yaml  别名: [消防]
        正确：
            items/甲.yaml  别名: [消防审查]
            items/乙.yaml  别名: [消防验收]
        """

    package static let keys: [KeptKey] = ["名称", "别名"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let files = tree.files(of: .item)
        var owners: [ByteKey: (stem: String, place: SourceLocation)] = [:]
        for file in files {
            guard let node = file.root?["名称"], let name = node.text else { continue }
            let key = ByteKey(name)
            if owners[key] == nil { owners[key] = (file.stem, node.mark.location(in: file.path)) }
        }
        return files.flatMap { file in
            (file.root?["别名"]?.elements ?? []).compactMap { element -> Diagnostic? in
                guard let node = element.text == nil ? element["名称"] : element, let alias = node.text else {
                    return nil
                }
                let place = node.mark.location(in: file.path)
                guard let owner = owners[ByteKey(alias)] else {
                    owners[ByteKey(alias)] = (file.stem, place)
                    return nil
                }
                guard owner.stem != file.stem else { return nil }
                return finding(
                    "别名“\(alias)”也是“\(owner.stem)”的，请删去一个，或写得更具体", at: place, notes: [.init("那一个写在这里", at: owner.place)]
                )
            }
        }
    }
}
