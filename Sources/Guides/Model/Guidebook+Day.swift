/// A guidebook as the files have it, kept beside what it is on a day.
///
/// A class, since a value cannot hold itself.
final class WrittenGuidebook: Sendable {
    let guidebook: Guidebook

    init(_ guidebook: Guidebook) { self.guidebook = guidebook }
}

extension Guidebook {
    /// The guidebook as of a day: without the guides that are retired or cancelled by then and those that are not out yet.
    ///
    /// The one place that decides it; lists, searches, pages, cards and data take what is here. What an item is that is
    /// here, in use or not, `state(of:)` says.
    package func on(_ day: CalendarDate) -> Guidebook {
        if self.day == day { return self }
        if let written { return written.guidebook.on(day) }
        var book = self
        book.day = day
        book.written = WrittenGuidebook(self)
        book.retired = [:]
        var goneItems: Set<String> = []
        for retirement in retired.values {
            guard let guide = codes[retirement.code] else {
                book.retired[retirement.code] = retirement
                continue
            }
            guard retirement.date.map({ $0 <= day }) ?? true else { continue }
            book.retired[retirement.code] = Retirement(retirement, stem: guide.stem)
            book.remove(guide, retirement.code)
            if case .item = guide { goneItems.insert(guide.stem) }
        }
        for stem in changeable {
            guard let item = book.items[stem], let code = item.code,
                case .cancelled(let cancellation) = item.state(on: day)
            else { continue }
            book.retired[code] = Retirement(item, code: code, cancellation)
            book.remove(.item(item), code)
            goneItems.insert(stem)
        }
        for notice in notices.values { book.holdBack(.notice(notice), until: notice.published, day) }
        for policy in policies.values { book.holdBack(.policy(policy), until: policy.published, day) }
        guard !goneItems.isEmpty else { return book }
        for roadmap in book.roadmaps.values where roadmap.entries.contains(where: { goneItems.contains($0.item) }) {
            let rest = roadmap.without(goneItems)
            book.roadmaps[roadmap.stem] = rest
            book.byName[.roadmap]?[roadmap.stem] = .roadmap(rest)
            if let code = rest.code { book.codes[code] = .roadmap(rest) }
        }
        return book
    }

    /// The guidebook as the files have it, whatever the day: with what is gone, and with what is not out yet.
    package var asWritten: Guidebook { written?.guidebook ?? self }

    private mutating func remove(_ guide: Guide, _ code: ShortCode) {
        codes[code] = nil
        byName[guide.kind]?[guide.kind == .site ? Site.fileStem : guide.stem] = nil
        if guide.item != nil { items[guide.stem] = nil }
        if guide.roadmap != nil { roadmaps[guide.stem] = nil }
        if guide.policy != nil { policies[guide.stem] = nil }
        if guide.notice != nil { notices[guide.stem] = nil }
    }

    private mutating func holdBack(_ guide: Guide, until published: CalendarDate?, _ day: CalendarDate) {
        guard let published, day < published, let code = guide.code, codes[code] != nil else { return }
        awaited[code] = published
        remove(guide, code)
    }
}

extension Guidebook {
    /// What a code opens on the guidebook's day.
    package func opening(of code: ShortCode) -> Opening {
        if let guide = codes[code] { return .guide(guide) }
        if let retirement = retired[code] { return .gone(retirement) }
        if let published = awaited[code] { return .awaited(from: published) }
        if let reservation = reserved[code] { return .reserved(reservation) }
        if revised.contains(code) { return .revised }
        return .nothing
    }

    /// What a code opens on a day.
    package func opening(of code: ShortCode, on day: CalendarDate) -> Opening { on(day).opening(of: code) }

    /// What an item is on the guidebook's day; in use where it is as of no day.
    package func state(of item: Item) -> ItemState { day.map { item.state(on: $0) } ?? .inUse }

    /// What a policy is on the guidebook's day; in force where it is as of no day.
    package func standing(of policy: Policy) -> PolicyStanding { day.map { policy.standing(on: $0) } ?? .inForce }

    /// What to read instead of a guide that is gone: its successor or, where that is gone too, the successor's.
    ///
    /// - Returns: Nil where nothing that the public may see today has taken its place.
    package func successor(of retirement: Retirement) -> Guide? {
        var seen: Set<String> = []
        var next = retirement.successor
        while let stem = next, seen.insert(stem).inserted {
            if let guide = guide(named: stem) { return guide }
            next = self.retirement(named: stem)?.successor
        }
        return nil
    }

    /// The guide of that stem that is gone by the guidebook's day, though its file is still there.
    package func retirement(named stem: String) -> Retirement? {
        asWritten.guide(named: stem)?.code.flatMap { retired[$0] }
    }
}
