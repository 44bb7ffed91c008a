/// A tree that differs from another in a few files, made without looking at the rest.
extension GuideTree {
    /// Whether files can be exchanged one by one: each has a stem of its own among its kind.
    var hasDistinctFiles: Bool { fileCount == distinctCount }

    /// The same tree with other readings of some of its files; nil where one of them is not in the tree.
    func replacing(_ changed: [GuideFile]) -> GuideTree? {
        var tree = self
        for file in changed where !tree.put(file) { return nil }
        tree.unlimit()
        return tree
    }

    /// The same tree, in which rules go through some of the files only; whatever they look up is still all there.
    func restricted(to files: [GuideFile]) -> GuideTree {
        var tree = self
        tree.limit(to: files)
        return tree
    }

    /// The files that refer to one of the names, or cite one of the laws by a name of theirs.
    func files(naming names: [String], citing laws: [String]) -> [GuideFile] {
        guard !names.isEmpty || !laws.isEmpty else { return [] }
        return everyFile.filter { file in
            file.references.contains { reference in
                names.contains { $0.hasSameBytes(as: reference.name) }
                    || (reference.kind == .law && laws.contains { $0.hasSameBytes(as: reference.name) })
            }
        }
    }

    /// This tree's reading of the file at the same path; nil where it has none.
    func older(of other: GuideFile) -> GuideFile? {
        file(other.kind, other.stem).flatMap { $0.path.hasSameBytes(as: other.path) ? $0 : nil }
    }
}
