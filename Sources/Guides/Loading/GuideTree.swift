package import Diagnostics

/// All files of a tree with what was read from them, errors included: what the rules look at.
///
/// The models of items, policies and notices are missing where the files were condensed without them.
package struct GuideTree: Sendable {
    let files: [GuideFile]
    /// Findings of the reading itself: missing folders, files that could not be opened.
    let diagnostics: [Diagnostic]
    private let positions: [FileKind: [String: Int]]
    private let byKind: [FileKind: [GuideFile]]

    let site: Site?
    let laws: [String: Law]
    let items: [String: Item]
    let roadmaps: [String: Roadmap]
    let policies: [String: Policy]
    let notices: [String: Notice]
    let cards: [String: Card]
    let calendar: WorkingDayCalendar
    let retirements: [Retirement]

    package init(files: [GuideFile], diagnostics: [Diagnostic] = []) {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.files = sorted
        self.diagnostics = diagnostics
        var positions: [FileKind: [String: Int]] = [:]
        for (index, file) in sorted.enumerated() { positions[file.kind, default: [:]][file.stem] = index }
        self.positions = positions
        byKind = Dictionary(grouping: sorted, by: \.kind)

        var site: Site?
        var laws: [String: Law] = [:]
        var items: [String: Item] = [:]
        var roadmaps: [String: Roadmap] = [:]
        var policies: [String: Policy] = [:]
        var notices: [String: Notice] = [:]
        var cards: [String: Card] = [:]
        var retirements: [Retirement] = []
        for file in sorted {
            switch file.model {
            case .site(let value): site = site ?? value
            case .law(let value): laws[file.stem] = laws[file.stem] ?? value
            case .item(let value): items[file.stem] = items[file.stem] ?? value
            case .roadmap(let value): roadmaps[file.stem] = roadmaps[file.stem] ?? value
            case .policy(let value): policies[file.stem] = policies[file.stem] ?? value
            case .notice(let value): notices[file.stem] = notices[file.stem] ?? value
            case .card(let value): cards[file.stem] = cards[file.stem] ?? value
            case .retired(let values): retirements += values
            case nil: break
            }
        }
        self.site = site
        self.laws = laws
        self.items = items
        self.roadmaps = roadmaps
        self.policies = policies
        self.notices = notices
        self.cards = cards
        self.retirements = retirements
        calendar = WorkingDayCalendar(
            sorted.filter { $0.kind == .calendar }.compactMap(\.root).map { RecordReader($0) })
    }

    /// The file of that kind and name.
    func file(_ kind: FileKind, _ stem: String) -> GuideFile? {
        positions[kind]?[stem].map { files[$0] }
    }

    func files(of kind: FileKind) -> [GuideFile] { byKind[kind] ?? [] }

    /// The laws in a state, by stem.
    func laws(in state: Law.State) -> [ByteKey: Law] {
        let wanted = laws.values.filter { $0.state == state }
        return Dictionary(wanted.map { (ByteKey($0.stem), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The codes that lead somewhere: those of guides and of retired ones.
    var codes: Set<ShortCode> {
        let written = files.compactMap { file in
            file.kind.shape["短码"] == nil ? nil : file.root.flatMap { RecordReader($0).code("短码") }
        }
        return Set(written).union(retirements.map(\.code))
    }

    /// The names that a reference of the kind may use.
    func names(for reference: ReferenceKind) -> [String] {
        switch reference {
        case .field: site?.fields.map(\.name) ?? []
        case .hall: site?.halls.map(\.name) ?? []
        default: FileKind.kinds(for: reference).flatMap { files(of: $0).map(\.stem) }
        }
    }
}
