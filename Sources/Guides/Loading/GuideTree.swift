package import Diagnostics

/// All files of a tree with what was read from them, errors included: what the rules look at.
///
/// The models of items, policies and notices are missing where the files were condensed without them.
package struct GuideTree: Sendable {
    /// The files that rules go through: all of them, or those that must be looked at again.
    private(set) var files: [GuideFile]
    private var allFiles: [GuideFile]
    /// Findings of the reading itself: missing folders, files that could not be opened.
    let diagnostics: [Diagnostic]
    private let positions: [FileKind: [String: Int]]
    /// Of all files; nil where rules go through some of them only.
    private var byKind: [FileKind: [GuideFile]]?

    private(set) var laws = LawLibrary()
    /// Everything that opens at a code, by kind and stem; the overview among them.
    private(set) var guides: [FileKind: [String: Guide]] = [:]
    private(set) var cards: [String: Card] = [:]
    private(set) var calendar: WorkingDayCalendar
    private(set) var retirements: [Retirement] = []
    private(set) var reservations: [Reservation] = []

    package init(files: [GuideFile], diagnostics: [Diagnostic] = []) {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.files = sorted
        allFiles = sorted
        self.diagnostics = diagnostics
        var positions: [FileKind: [String: Int]] = [:]
        // Of two files of one name the first is the one that counts, as below.
        for (index, file) in sorted.enumerated().reversed() { positions[file.kind, default: [:]][file.stem] = index }
        self.positions = positions
        byKind = Dictionary(grouping: sorted, by: \.kind)

        calendar = GuideTree.calendar(of: sorted)
        var laws: [String: Law] = [:]
        for file in sorted {
            switch file.isGuessed ? nil : file.model {
            case .guide(let guide):
                guides[file.kind, default: [:]][file.stem] = guides[file.kind]?[file.stem] ?? guide
            case .law(let value): laws[file.stem] = laws[file.stem] ?? value
            case .card(let value): cards[file.stem] = cards[file.stem] ?? value
            case .retired(let values): retirements += values
            case .reserved(let values): reservations += values
            case nil: break
            }
        }
        self.laws = LawLibrary(laws)
    }

    private static func calendar(of files: [GuideFile]) -> WorkingDayCalendar {
        WorkingDayCalendar(files.filter { $0.kind == .calendar }.compactMap(\.root).map { RecordReader($0) })
    }

    var everyFile: [GuideFile] { allFiles }
    var fileCount: Int { allFiles.count }
    var distinctCount: Int { positions.values.reduce(0) { $0 + $1.count } }

    mutating func limit(to files: [GuideFile]) {
        self.files = files
        byKind = nil
    }

    /// Lets rules go through all files again.
    mutating func unlimit() {
        files = allFiles
        byKind = Dictionary(grouping: allFiles, by: \.kind)
    }

    /// Puts another reading of a file, and what it means, in the place of the one before; false where there is none.
    ///
    /// Only for trees in which each file has a stem of its own among its kind.
    mutating func put(_ file: GuideFile) -> Bool {
        guard let place = positions[file.kind]?[file.stem], allFiles[place].path == file.path else { return false }
        allFiles[place] = file
        let model = file.isGuessed ? nil : file.model
        switch file.kind {
        case .law: laws.put(model?.law, for: file.stem)
        case .card: cards[file.stem] = if case .card(let card)? = model { card } else { nil }
        case .retired: retirements = if case .retired(let values)? = model { values } else { [] }
        case .reserved: reservations = if case .reserved(let values)? = model { values } else { [] }
        case .calendar: calendar = GuideTree.calendar(of: allFiles)
        default: guides[file.kind, default: [:]][file.stem] = model?.guide
        }
        return true
    }

    /// What site.yaml says.
    var site: Site? { guides[.site]?.values.first?.overview }

    /// The file of that kind and name.
    func file(_ kind: FileKind, _ stem: String) -> GuideFile? {
        positions[kind]?[stem].map { allFiles[$0] }
    }

    func files(of kind: FileKind) -> [GuideFile] {
        byKind.map { $0[kind] ?? [] } ?? files.filter { $0.kind == kind }
    }

    /// The laws whose file says that they are in a state, by every name of theirs.
    func laws(in state: Law.State) -> [ByteKey: Law] { laws.byName { $0.state == state } }

    /// The codes that were given away.
    var codes: Set<ShortCode> { Set(owners.keys) }

    /// The names that a reference of the kind may use.
    func names(for reference: ReferenceKind) -> [String] {
        switch reference {
        case .field: site?.fields.map(\.name) ?? []
        case .hall: site?.halls.map(\.name) ?? []
        case .guide: FileKind.kinds(for: reference).flatMap(stems) + (site?.code == nil ? [] : [Guide.overviewStem])
        default: FileKind.kinds(for: reference).flatMap(stems)
        }
    }

    private func stems(of kind: FileKind) -> [String] { allFiles.filter { $0.kind == kind }.map(\.stem) }
}
