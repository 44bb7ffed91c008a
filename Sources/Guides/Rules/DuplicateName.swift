package import Diagnostics

/// Two files of a kind have the same 名称, so nobody could tell the two apart in a search; or their own names differ in nothing
/// that can be seen, so that only one of them could be referred to, and the other's code would open nothing.
package enum DuplicateName: TreeRule {
    package static let name = "duplicate-name"
    package static let severity = Severity.error
    package static let manual = """
        同一类指南里，两个文件的名称相同，搜索时分不清。给其中一个改名，或者合并。两个文件名看上去一样（差别在编码里）的也是这样：只有一个会被用到。

        错误：
            items/甲.yaml  名称: 取水许可
            items/乙.yaml  名称: 取水许可
        正确：
            items/甲.yaml  名称: 取水许可
            items/乙.yaml  名称: 取水许可（变更）
        """

    package static let keys: [KeptKey] = ["名称"]

    /// Two files whose names differ only in how characters are composed, which nobody can see.
    package static func sameFileName(_ path: String, as other: String) -> Diagnostic {
        finding(
            "文件名与另一个文件相同，只是字符的存法不同，请给其中一个改名", at: SourceLocation(file: path),
            notes: [.init("另一个是这个文件", at: SourceLocation(file: other))])
    }

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let kinds: [FileKind] = [.item, .roadmap, .law, .policy, .notice]
        return sameStems(tree)
            + kinds.flatMap { kind -> [Diagnostic] in
                var first: [String: SourceLocation] = [:]
                return tree.files(of: kind).compactMap { file in
                    guard let node = file.root?["名称"], let name = node.text else { return nil }
                    let place = node.mark.location(in: file.path)
                    guard let other = first[name] else {
                        first[name] = place
                        return nil
                    }
                    return finding(
                        "已经有名称是“\(name)”的\(kind.shape.name)，请改名或合并", at: place, notes: [.init("首次用在这里", at: other)])
                }
            }
    }

    /// Files that others cannot tell apart: the names of both are the same when they are composed.
    private static func sameStems(_ tree: GuideTree) -> [Diagnostic] {
        guard !tree.hasDistinctFiles else { return [] }
        var first: [FileKind: [ByteKey: GuideFile]] = [:]
        return tree.files.compactMap { file in
            guard let other = first[file.kind]?[ByteKey(file.stem)] else {
                first[file.kind, default: [:]][ByteKey(file.stem)] = file
                return nil
            }
            return finding(
                "文件名与另一个\(file.kind.shape.name)的文件名看上去一样，只有一个会被用到，请改名或合并",
                at: SourceLocation(file: file.path), notes: [.init("另一个在这里", at: SourceLocation(file: other.path))])
        }
    }
}
