internal import Diagnostics

/// Says which of the files that changed an error between files is due to.
struct Blame {
    private let pending: [String: PendingFile]
    private let before: GuideTree
    private let files: [String: GuideFile]
    private let byName: [GuidebookSources.Source: String]

    /// - Parameters:
    ///   - pending: What changed, by path.
    ///   - tree: The tree that has the errors.
    ///   - before: The last good tree.
    init(_ pending: [String: PendingFile], in tree: GuideTree, before: GuideTree) {
        self.pending = pending
        self.before = before
        files = Dictionary(tree.everyFile.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            pending.map { (.init(kind: $1.file.kind, stem: $1.file.stem), $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// The paths of those to blame; all that changed where it cannot be told.
    func culprits(of error: Diagnostic) -> [String] {
        let place = error.location
        if let file = files[place.file], let named = named(by: file, at: place) {
            let targets = named.targets.compactMap { byName[$0] }
            // The reference is older than the change of what it refers to.
            if named.wasThere, !targets.isEmpty { return targets }
            if pending[file.path] != nil { return [file.path] }
            if !targets.isEmpty { return targets }
        }
        let involved = Set([place.file] + error.notes.map(\.location.file)).filter { pending[$0] != nil }
        return involved.isEmpty ? Array(pending.keys) : Array(involved)
    }

    /// What a file refers to at a place, and whether its last good version did so too; nil where no reference stands
    /// there.
    private func named(
        by file: GuideFile, at place: SourceLocation
    ) -> (targets: [GuidebookSources.Source], wasThere: Bool)? {
        let old = before.older(of: file)
        if let article = file.articles.first(where: { $0.mark.location(in: file.path) == place }) {
            let wasThere = old?.articles.contains { $0.law == article.law && $0.places == article.places } ?? false
            return ([.init(kind: .law, stem: before.laws.stem(named: article.law) ?? article.law)], wasThere)
        }
        guard let reference = file.references.first(where: { $0.mark.location(in: file.path) == place }) else {
            return nil
        }
        let wasThere = old?.references.contains { $0.kind == reference.kind && $0.name == reference.name } ?? false
        let targets: [GuidebookSources.Source] =
            switch reference.kind {
            case .field, .hall: []
            // A law may be cited by any of its names.
            case .law: [.init(kind: .law, stem: before.laws.stem(named: reference.name) ?? reference.name)]
            default: FileKind.kinds(for: reference.kind).map { .init(kind: $0, stem: reference.name) }
            }
        // Fields and halls stand in site.yaml, and so does the overview.
        let site = pending.first { $1.file.kind == .site }.map {
            GuidebookSources.Source(kind: .site, stem: $0.value.file.stem)
        }
        let isOfSite = targets.isEmpty || reference.name == Guide.overviewStem
        return (targets + (isOfSite ? [site].compactMap(\.self) : []), wasThere)
    }
}
