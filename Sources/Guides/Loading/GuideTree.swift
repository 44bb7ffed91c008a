package import Diagnostics

/// All files of a tree with what was read from them, errors included: what the rules look at.
package struct GuideTree: Sendable {
    /// The files that rules go through: all of them, or those that must be looked at again.
    private(set) var files: [GuideFile]
    private var allFiles: [GuideFile]
    /// Findings of the reading itself: missing folders, files that could not be opened.
    let diagnostics: [Diagnostic]
    private let positions: [FileKind: [String: Int]]

    private(set) var site: Site?
    private(set) var laws: [String: Law]
    private(set) var items: [String: Item]
    private(set) var roadmaps: [String: Roadmap]
    private(set) var policies: [String: Policy]
    private(set) var notices: [String: Notice]
    private(set) var cards: [String: Card]
    private(set) var calendar: WorkingDayCalendar
    private(set) var retirements: [Retirement]
    private(set) var reservations: [Reservation]

    /// - Parameter older: A tree read before; what it made from files that are the same is taken over.
    package init(files: [GuideFile], diagnostics: [Diagnostic] = [], replacing older: GuideTree? = nil) {
        let sorted = files.sorted { $0.path < $1.path }
        self.files = sorted
        allFiles = sorted
        self.diagnostics = diagnostics
        var positions: [FileKind: [String: Int]] = [:]
        for (index, file) in sorted.enumerated() { positions[file.kind, default: [:]][file.stem] = index }
        self.positions = positions

        func models<Model: Sendable>(
            _ kind: FileKind, _ make: @Sendable (String, RecordReader) -> Model,
            _ known: [String: Model]? = nil
        ) -> [String: Model] {
            let made = ParallelMap.map(sorted.filter { $0.kind == kind }) { file -> (String, Model)? in
                if let model = known?[file.stem], older?.file(kind, file.stem)?.revision == file.revision {
                    return (file.stem, model)
                }
                return file.root.map { (file.stem, make(file.stem, RecordReader($0))) }
            }
            return Dictionary(made.compactMap(\.self), uniquingKeysWith: { first, _ in first })
        }
        site = models(.site) { Site($1) }.values.first
        laws = models(.law, Law.init, older?.laws)
        items = models(.item, Item.init, older?.items)
        roadmaps = models(.roadmap, Roadmap.init, older?.roadmaps)
        policies = models(.policy, Policy.init, older?.policies)
        notices = models(.notice, Notice.init, older?.notices)
        cards = models(.card, Card.init, older?.cards)
        calendar = WorkingDayCalendar(
            sorted.filter { $0.kind == .calendar }.compactMap(\.root).map { RecordReader($0) })
        retirements = sorted.filter { $0.kind == .retired }.compactMap(\.root).flatMap { root in
            RecordReader(root).records("退役").compactMap { Retirement($0) }
        }
        reservations = sorted.filter { $0.kind == .reserved }.compactMap(\.root).flatMap { root in
            RecordReader(root).records("预留").compactMap { Reservation($0) }
        }
    }

    var everyFile: [GuideFile] { allFiles }
    var fileCount: Int { allFiles.count }
    var distinctCount: Int { positions.values.reduce(0) { $0 + $1.count } }

    mutating func limit(to files: [GuideFile]) { self.files = files }

    /// Puts another reading of a file in the place of the one before; false where there is none.
    mutating func put(_ file: GuideFile) -> Bool {
        guard let place = positions[file.kind]?[file.stem], allFiles[place].path == file.path else { return false }
        allFiles[place] = file
        return true
    }

    /// Makes the models of a kind anew from the files of it that changed.
    mutating func remake(_ kind: FileKind, from changed: [GuideFile]) {
        func put<Model>(_ models: inout [String: Model], _ make: (String, RecordReader) -> Model) {
            for file in changed { models[file.stem] = file.root.map { make(file.stem, RecordReader($0)) } }
        }
        func roots(_ kind: FileKind) -> [MarkedNode] { allFiles.filter { $0.kind == kind }.compactMap(\.root) }
        switch kind {
        case .site: site = roots(.site).first.map { Site(RecordReader($0)) }
        case .law: put(&laws, Law.init)
        case .item: put(&items, Item.init)
        case .roadmap: put(&roadmaps, Roadmap.init)
        case .policy: put(&policies, Policy.init)
        case .notice: put(&notices, Notice.init)
        case .card: put(&cards, Card.init)
        case .calendar: calendar = WorkingDayCalendar(roots(.calendar).map { RecordReader($0) })
        case .retired: retirements = roots(.retired).flatMap { RecordReader($0).records("退役").compactMap { Retirement($0) } }
        case .reserved: reservations = roots(.reserved).flatMap { RecordReader($0).records("预留").compactMap { Reservation($0) } }
        }
    }

    /// The file of that kind and name.
    func file(_ kind: FileKind, _ stem: String) -> GuideFile? {
        positions[kind]?[stem].map { allFiles[$0] }
    }

    func files(of kind: FileKind) -> [GuideFile] { files.filter { $0.kind == kind } }

    /// Whether a reference of the kind may use the name.
    func knows(_ name: String, as reference: ReferenceKind) -> Bool {
        switch reference {
        case .field: site?.fields.contains { $0.name == name } ?? false
        case .hall: site?.halls.contains { $0.name == name } ?? false
        default:
            FileKind.kinds(for: reference).contains { positions[$0]?[name] != nil }
                || (reference == .guide && name == Guide.overviewStem && site?.code != nil)
        }
    }

    /// The names that a reference of the kind may use.
    func names(for reference: ReferenceKind) -> [String] {
        switch reference {
        case .field: site?.fields.map(\.name) ?? []
        case .hall: site?.halls.map(\.name) ?? []
        case .guide:
            FileKind.kinds(for: reference).flatMap(stems) + (site?.code == nil ? [] : [Guide.overviewStem])
        default: FileKind.kinds(for: reference).flatMap(stems)
        }
    }

    private func stems(of kind: FileKind) -> [String] { allFiles.filter { $0.kind == kind }.map(\.stem) }
}
