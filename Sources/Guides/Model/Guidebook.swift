/// All guides of an authority, whole and already valid: what pages and cards are made from.
///
/// As the files have it, or as of a day (see `on`): then it holds what the public may see on that day and nothing else.
package struct Guidebook: Sendable {
    package private(set) var site: Site
    package let laws: LawLibrary
    package internal(set) var items: [String: Item]
    package internal(set) var roadmaps: [String: Roadmap]
    package internal(set) var policies: [String: Policy]
    package internal(set) var notices: [String: Notice]
    /// By stem, sorted.
    package let cards: [Card]
    /// The working days of the years in guides/calendar/.
    package let calendar: WorkingDayCalendar
    /// The codes whose guide is gone; as of a day, those that are gone by then, cancelled items among them.
    package internal(set) var retired: [ShortCode: Retirement]
    /// The codes minted in advance, which cards may carry before their guide exists.
    package let reserved: [ShortCode: Reservation]
    /// Codes whose guide is being revised: it has errors and there is no older version, or a printed code opens nothing.
    package private(set) var revised: Set<ShortCode> = []
    /// Everything that opens at a code, by kind and stem.
    var byName: [FileKind: [String: Guide]]
    /// As of a day, the codes of notices and policies that come out later, each with its day.
    package internal(set) var awaited: [ShortCode: CalendarDate] = [:]
    var codes: [ShortCode: Guide]
    /// Which readings of files it was made from.
    package let sources: GuidebookSources
    /// The day as of which it is; nil as the files have it.
    package internal(set) var day: CalendarDate?
    /// As the files have it, where this is as of a day.
    var written: WrittenGuidebook?
    /// The stems of the items that are not the same on every day.
    private(set) var changeable: Set<String>

    /// Nil where the tree has no readable site.yaml.
    ///
    /// - Parameter standIn: What stands in for it in work that can do without.
    package init?(_ tree: GuideTree, standIn: Site? = nil) {
        guard let site = tree.site ?? standIn else { return nil }
        var codes: [ShortCode: Guide] = [:]
        for guide in tree.guides.values.flatMap(\.values) { if let code = guide.code { codes[code] = guide } }
        let changeable = Set(
            (tree.guides[.item] ?? [:]).lazy.filter { $0.value.item?.standing.isConstant == false }.map(\.key))
        self.init(tree, site, codes, changeable, GuidebookSources(tree))
    }

    /// The same as from the tree alone, made from another guidebook, as the files had it, and what changed since.
    init?(_ tree: GuideTree, replacing older: Guidebook, changed: [GuideFile], standIn: Site? = nil) {
        guard let site = tree.site ?? standIn else { return nil }
        var codes = older.codes
        for file in changed {
            if let code = older.byName[file.kind]?[file.stem]?.code { codes[code] = nil }
        }
        for file in changed {
            if let guide = tree.guides[file.kind]?[file.stem], let code = guide.code { codes[code] = guide }
        }
        var changeable = older.changeable
        for file in changed where file.kind == .item {
            if tree.guides[.item]?[file.stem]?.item?.standing.isConstant == false {
                changeable.insert(file.stem)
            } else {
                changeable.remove(file.stem)
            }
        }
        self.init(tree, site, codes, changeable, older.sources.replacing(changed))
    }

    private init(
        _ tree: GuideTree, _ site: Site, _ codes: [ShortCode: Guide], _ changeable: Set<String>,
        _ sources: GuidebookSources
    ) {
        self.site = site
        byName = tree.guides
        laws = tree.laws
        items = (tree.guides[.item] ?? [:]).compactMapValues(\.item)
        roadmaps = (tree.guides[.roadmap] ?? [:]).compactMapValues(\.roadmap)
        policies = (tree.guides[.policy] ?? [:]).compactMapValues(\.policy)
        notices = (tree.guides[.notice] ?? [:]).compactMapValues(\.notice)
        cards = tree.cards.values.sorted { $0.stem < $1.stem }
        calendar = tree.calendar
        retired = Dictionary(tree.retirements.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        reserved = Dictionary(tree.reservations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.codes = codes
        self.changeable = changeable
        self.sources = sources
    }

    /// Every code that opens a guide, in no order.
    package var issuedCodes: some Collection<ShortCode> { codes.keys }

    /// The guide that a code opens; nil where it was never issued.
    package func guide(for code: ShortCode) -> Guide? { codes[code] }

    /// Every code that was given away and opens something: a guide, why there is none any more, or why there is none yet
    /// or just now.
    package var givenCodes: Set<ShortCode> {
        Set(codes.keys).union(retired.keys).union(reserved.keys).union(awaited.keys).union(revised)
    }

    /// Whether a code opens a guide, or says why there is none any more or none yet.
    func opens(_ code: ShortCode) -> Bool {
        codes[code] != nil || retired[code] != nil || reserved[code] != nil
    }

    /// All guides by code.
    package var guides: [(code: ShortCode, guide: Guide)] {
        codes.sorted { $0.key < $1.key }.map { (code: $0.key, guide: $0.value) }
    }

    /// The guide that a file of that kind and stem gives.
    package func guide(_ kind: FileKind, _ stem: String) -> Guide? { byName[kind]?[stem] }

    /// The guide of that stem, looked for as `ReferenceKind.guide` does.
    package func guide(named stem: String) -> Guide? {
        for kind in FileKind.guides { if let guide = byName[kind]?[stem] { return guide } }
        return stem == Guide.overviewStem ? .overview(site) : nil
    }

    /// The address that a code is printed with, `https://HOST/c/CODE`.
    package func address(of code: ShortCode, baseURL: String? = nil) -> String {
        Site.withoutFinalSlash(baseURL ?? site.baseURL) + PageAddress.code(code).path
    }

    /// A field's roadmaps: those of which it is the first field, then those that belong to it as well, each by stem.
    package func roadmaps(ofField field: String) -> [Roadmap] {
        roadmaps.values.filter { $0.fields.contains(field) }.sorted { left, right in
            let order = [left, right].map { $0.fields.first == field ? 0 : 1 }
            return (order[0], left.stem) < (order[1], right.stem)
        }
    }

    /// The roadmaps that an item stands in, by name, each with its stage.
    package func roadmaps(with item: String) -> [(roadmap: Roadmap, stage: Roadmap.Stage)] {
        roadmaps.values.sorted { $0.name < $1.name }.compactMap { roadmap in
            roadmap.stages.first { $0.items.contains { $0.item == item } }.map { (roadmap: roadmap, stage: $0) }
        }
    }
}

extension Guidebook {
    /// The same guides, with these codes as those of guides that are being revised.
    func revising(_ codes: Set<ShortCode>) -> Guidebook {
        var guidebook = self
        guidebook.revised = codes
        guidebook.written = written.map { WrittenGuidebook($0.guidebook.revising(codes)) }
        return guidebook
    }

    /// The same guides under another address, as for a trial in one's own network.
    package func moved(to baseURL: String) -> Guidebook {
        var guidebook = self
        guidebook.site = site.moved(to: baseURL)
        guidebook.written = written.map { WrittenGuidebook($0.guidebook.moved(to: baseURL)) }
        return guidebook
    }
}
