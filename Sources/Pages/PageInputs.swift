internal import Guides

/// What each page is made from, as one number: a page whose number is the same need not be made again.
///
/// The number may change without the page; the page never changes without the number.
struct PageInputs: Sendable {
    private let guidebook: Guidebook
    private let printed: [ShortCode: ClosedRange<CalendarDate>]
    /// What every page hangs on: the site, the day, the working days.
    private let base: UInt64
    /// All policies and notices.
    private let policies: UInt64
    /// By the stem that they open.
    private let cards: [String: UInt64]
    /// By item: the roadmaps in which it stands.
    private let roadmaps: [String: [Roadmap]]
    private var lists = ItemLists()

    init(
        _ guidebook: Guidebook, today: CalendarDate, printed: [ShortCode: ClosedRange<CalendarDate>],
        replacing older: PageInputs?,
        changes: [GuidebookSources.Source]?
    ) {
        self.guidebook = guidebook
        self.printed = printed
        let sources = guidebook.sources
        var base = InputDigest(sources.digest(of: .site))
        base.add(sources.digest(of: .calendar))
        base.add(today.daysSinceEpoch)
        base.add(guidebook.site.baseURL)
        self.base = base.value
        policies = sources.digest(of: .policy) &+ InputDigest(sources.digest(of: .notice)).value
        var cards: [String: UInt64] = [:]
        for card in guidebook.cards {
            cards[card.opens, default: 0] &+= InputDigest(UInt64(sources.revision(.card, card.stem))).value
        }
        self.cards = cards
        var roadmaps: [String: [Roadmap]] = [:]
        for roadmap in guidebook.roadmaps.values {
            for entry in roadmap.entries { roadmaps[entry.item, default: []].append(roadmap) }
        }
        self.roadmaps = roadmaps
        // On another day other items are there, whatever changed.
        if let older, let changes, older.guidebook.day == guidebook.day {
            lists = older.lists
            for change in changes where change.kind == .item {
                if let old = older.guidebook.items[change.stem] { lists.remove(ItemLists.Lines(old)) }
                if let new = guidebook.items[change.stem] { lists.add(ItemLists.Lines(new)) }
            }
        } else {
            for lines in ParallelMap.map(Array(guidebook.items.values), ItemLists.Lines.init) { lists.add(lines) }
        }
    }

    func revision(of item: Item) -> UInt64 { UInt64(guidebook.sources.revision(.item, item.stem)) }

    /// A roadmap's own chart and schedule: it and its items.
    func digest(ofRoadmap roadmap: Roadmap) -> UInt64 {
        var digest = InputDigest(UInt64(guidebook.sources.revision(.roadmap, roadmap.stem)))
        for entry in roadmap.entries {
            digest.add(guidebook.sources.revision(.item, entry.item))
            guard let item = guidebook.items[entry.item] else { continue }
            // Charts outlive a day where nothing in them changed.
            digest.add(guidebook.state(of: item).hashValue)
        }
        return digest.value
    }

    /// What a guide's page is made from.
    func digest(of guide: Guide) -> UInt64 {
        let sources = guidebook.sources
        var digest = InputDigest(base)
        if let code = guide.code {
            for date in [printed[code]?.lowerBound, printed[code]?.upperBound] {
                digest.add(date?.daysSinceEpoch ?? .min)
            }
        }
        digest.add(sources.revision(guide.kind, guide.kind == .site ? Site.fileStem : guide.stem))
        digest.add(cards[guide.stem] ?? 0)
        guide.view.add(self, to: &digest)
        return digest.value
    }

    /// Whatever files stand under a stem: for a page that names a guide.
    func add(guide stem: String, to digest: inout InputDigest) {
        for kind in FileKind.allCases { digest.add(guidebook.sources.revision(kind, stem)) }
    }

    /// The readings of the laws that a page names.
    func add(laws: [String], to digest: inout InputDigest) {
        for law in laws {
            // Nearly always a law is cited by its stem.
            let revision = guidebook.sources.revision(.law, law)
            digest.add(
                revision != 0
                    ? revision : guidebook.laws.stem(named: law).map { guidebook.sources.revision(.law, $0) } ?? 0)
        }
    }

    /// The readings of all laws.
    func addAllLaws(to digest: inout InputDigest) { digest.add(guidebook.sources.digest(of: .law)) }

    /// The readings of all policies and notices: any of them may name a guide.
    func addPolicies(to digest: inout InputDigest) { digest.add(policies) }

    /// The roadmaps in which an item stands.
    func addPlaces(of item: Item, to digest: inout InputDigest) {
        var places: UInt64 = 0
        for roadmap in roadmaps[item.stem] ?? [] {
            places &+= InputDigest(UInt64(guidebook.sources.revision(.roadmap, roadmap.stem))).value
        }
        digest.add(places)
    }

    /// What the page of a retired code is made from: its entry, and what to read instead.
    func digest(of retirement: Retirement) -> UInt64 {
        var digest = InputDigest(base)
        digest.add(guidebook.sources.digest(of: .retired))
        // The link names the last of those that took one another's place.
        let stems = [retirement.stem, retirement.successor, guidebook.successor(of: retirement)?.stem]
        for stem in stems.compactMap(\.self) { add(guide: stem, to: &digest) }
        return digest.value
    }

    /// What the page of a code is made from whose guide comes out later: that day.
    func digest(ofAwaited date: CalendarDate) -> UInt64 {
        var digest = InputDigest(base)
        digest.add(date.daysSinceEpoch)
        return digest.value
    }

    /// What the page of a reserved code is made from: its entry.
    func digest(of reservation: Reservation) -> UInt64 {
        var digest = InputDigest(base)
        digest.add(guidebook.sources.digest(of: .reserved))
        return digest.value
    }

    /// What the page of a guide is made from that is being revised: nothing of its own.
    var revised: UInt64 {
        var digest = InputDigest(base)
        digest.add("revised")
        return digest.value
    }

    /// What a law's page is made from: the laws, and the names of the items that cite it.
    func digest(of law: Law) -> UInt64 {
        var digest = InputDigest(base)
        digest.add(guidebook.sources.digest(of: .law))
        // Items may cite it by any of its names.
        digest.add(guidebook.laws.names(of: law).reduce(0) { $0 &+ (lists.citing[$1] ?? 0) })
        return digest.value
    }

    /// What the lists of fields, items and policies are made from.
    var home: UInt64 {
        var digest = InputDigest(base)
        digest.add(lists.all)
        for kind in [FileKind.roadmap, .policy, .notice, .card] { digest.add(guidebook.sources.digest(of: kind)) }
        return digest.value
    }
}

/// What lists say of items, added up so that one item more or less is one addition.
private struct ItemLists: Sendable {
    private(set) var all: UInt64 = 0
    private(set) var citing: [String: UInt64] = [:]

    struct Lines: Sendable {
        let line: UInt64
        let name: UInt64
        let laws: Set<String>

        init(_ item: Item) {
            var name = InputDigest()
            name.add(item.name)
            name.add(item.code?.text ?? "")
            if !item.standing.isConstant { name.add(item.standing.hashValue) }
            var line = name
            line.add(item.stem)
            line.add(item.bodyWords)
            line.add(item.promised.limit.description)
            (self.name, self.line, laws) = (name.value, line.value, Set(item.citations.map(\.law)))
        }
    }

    mutating func add(_ lines: Lines) {
        all &+= lines.line
        for law in lines.laws { citing[law, default: 0] &+= lines.name }
    }

    mutating func remove(_ lines: Lines) {
        all &-= lines.line
        for law in lines.laws { citing[law, default: 0] &-= lines.name }
    }
}
