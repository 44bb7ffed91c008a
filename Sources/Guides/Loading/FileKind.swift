/// The kinds of files in a tree.
///
/// What there is to know of each stands in its row of the table, `traits`.
package enum FileKind: String, Sendable, CaseIterable {
    case site, law, item, roadmap, policy, notice, calendar, retired, reserved, card

    /// The kind's row of the table.
    var traits: KindTraits {
        switch self {
        case .site: .site
        case .law: .law
        case .item: .item
        case .roadmap: .roadmap
        case .policy: .policy
        case .notice: .notice
        case .calendar: .calendar
        case .retired: .retired
        case .reserved: .reserved
        case .card: .card
        }
    }
}

/// What there is to know of a kind of file: where its files stand, how they are written, and what they mean.
struct KindTraits: Sendable {
    enum Place: Sendable {
        /// Any number of files in a folder under guides/.
        case folder(String)
        /// The one file right under guides/.
        case file(String)
        /// The files right under cards/.
        case cards
    }

    let place: Place
    let shape: RecordShape
    /// Whether rules ask for the models of other files of the kind, so that they are kept in any case.
    var isAskedFor = false
    /// Whether `onecard new` writes files of the kind.
    var isStarted = true
    /// What a file means; nil where it means nothing by itself: calendar files become one calendar together.
    var model: @Sendable (_ stem: String, RecordReader) -> GuideModel? = { _, _ in nil }

    static let site = KindTraits(
        place: .file("site.yaml"), shape: .site, isAskedFor: true, isStarted: false,
        model: { .guide(.overview(Site($1))) })
    static let law = KindTraits(
        place: .folder("laws"), shape: .law, isAskedFor: true, model: { .law(Law(stem: $0, $1)) })
    static let item = KindTraits(
        place: .folder("items"), shape: .item, model: { .guide(.item(Item(stem: $0, $1))) })
    static let roadmap = KindTraits(
        place: .folder("roadmaps"), shape: .roadmap, isAskedFor: true,
        model: { .guide(.roadmap(Roadmap(stem: $0, $1))) })
    static let policy = KindTraits(
        place: .folder("policies"), shape: .policy, model: { .guide(.policy(Policy(stem: $0, $1))) })
    static let notice = KindTraits(
        place: .folder("notices"), shape: .notice, model: { .guide(.notice(Notice(stem: $0, $1))) })
    static let calendar = KindTraits(
        place: .folder("calendar"), shape: .calendar, isAskedFor: true, isStarted: false)
    static let retired = KindTraits(
        place: .file("retired.yaml"), shape: .retired, isAskedFor: true, isStarted: false,
        model: { .retired($1.records("退役").compactMap { Retirement($0) }) })
    static let reserved = KindTraits(
        place: .file("reserved.yaml"), shape: .reserved, isAskedFor: true, isStarted: false,
        model: { .reserved($1.records("预留").compactMap { Reservation($0) }) })
    static let card = KindTraits(
        place: .cards, shape: .card, isAskedFor: true, model: { .card(Card(stem: $0, $1)) })
}

extension FileKind {
    package var shape: RecordShape { traits.shape }

    /// The folder under guides/ in which files of the kind stand; nil for the cards and for files that stand alone.
    package var folder: String? { if case .folder(let name) = traits.place { name } else { nil } }

    /// The name of the one file of the kind, right under guides/.
    package var fileName: String? { if case .file(let name) = traits.place { name } else { nil } }

    /// Whether files of the kind open at a code of their own, as a page and as data; site.yaml does as the overview.
    package var opensAtCode: Bool { shape["短码"] != nil }

    /// Whether `onecard new` writes files of the kind.
    package var isStarted: Bool { traits.isStarted }

    /// The kinds whose files are guides by a name of their own, in the order in which equal names are looked for.
    static let guides = [roadmap] + allCases.filter { $0 != .roadmap && $0.opensAtCode && $0.folder != nil }

    /// What a reference of `kind` may name.
    package static func kinds(for reference: ReferenceKind) -> [FileKind] {
        switch reference {
        case .item: [.item]
        case .roadmap: [.roadmap]
        case .law: [.law]
        case .guide: guides
        case .field, .hall: []
        }
    }
}
