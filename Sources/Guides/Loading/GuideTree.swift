package import Diagnostics

/// All files of a tree with what was read from them, errors included: what the rules look at.
package struct GuideTree: Sendable {
    let files: [GuideFile]
    /// Findings of the reading itself: missing folders, files that could not be opened.
    let diagnostics: [Diagnostic]
    private let positions: [FileKind: [String: Int]]

    let site: Site?
    let laws: [String: Law]
    let items: [String: Item]
    let roadmaps: [String: Roadmap]
    let policies: [String: Policy]
    let notices: [String: Notice]
    let cards: [String: Card]
    let calendar: WorkingDayCalendar
    let retirements: [Retirement]
    let reservations: [Reservation]

    package init(files: [GuideFile], diagnostics: [Diagnostic] = []) {
        let sorted = files.sorted { $0.path < $1.path }
        self.files = sorted
        self.diagnostics = diagnostics
        var positions: [FileKind: [String: Int]] = [:]
        for (index, file) in sorted.enumerated() { positions[file.kind, default: [:]][file.stem] = index }
        self.positions = positions

        func models<Model: Sendable>(
            _ kind: FileKind, _ make: @Sendable (String, RecordReader) -> Model
        ) -> [String: Model] {
            let made = ParallelMap.map(sorted.filter { $0.kind == kind }) { file in
                file.root.map { (file.stem, make(file.stem, RecordReader($0))) }
            }
            return Dictionary(made.compactMap(\.self), uniquingKeysWith: { first, _ in first })
        }
        site = models(.site) { Site($1) }.values.first
        laws = models(.law, Law.init)
        items = models(.item, Item.init)
        roadmaps = models(.roadmap, Roadmap.init)
        policies = models(.policy, Policy.init)
        notices = models(.notice, Notice.init)
        cards = models(.card, Card.init)
        calendar = WorkingDayCalendar(
            sorted.filter { $0.kind == .calendar }.compactMap(\.root).map { RecordReader($0) })
        retirements = sorted.filter { $0.kind == .retired }.compactMap(\.root).flatMap { root in
            RecordReader(root).records("退役").compactMap { Retirement($0) }
        }
        reservations = sorted.filter { $0.kind == .reserved }.compactMap(\.root).flatMap { root in
            RecordReader(root).records("预留").compactMap { Reservation($0) }
        }
    }

    /// The file of that kind and name.
    func file(_ kind: FileKind, _ stem: String) -> GuideFile? {
        positions[kind]?[stem].map { files[$0] }
    }

    func files(of kind: FileKind) -> [GuideFile] { files.filter { $0.kind == kind } }

    /// The names that a reference of the kind may use.
    func names(for reference: ReferenceKind) -> [String] {
        switch reference {
        case .field: site?.fields.map(\.name) ?? []
        case .hall: site?.halls.map(\.name) ?? []
        default: FileKind.kinds(for: reference).flatMap { files(of: $0).map(\.stem) }
        }
    }
}
