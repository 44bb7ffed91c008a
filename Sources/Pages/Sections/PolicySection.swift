internal import Guides
internal import Markup

/// 政策和通知, as links to their pages: newest first, on a guide's page the nearest first; what is past apart.
struct PolicySection {
    let guidebook: Guidebook
    let today: CalendarDate

    /// A field's notices and policies.
    func markup(field: String) -> [Markup] {
        let notices = guidebook.notices.values.filter { $0.fields.contains(field) }
        let policies = guidebook.policies.values.filter { $0.fields.contains(field) }
        return markup(newestFirst(Array(notices)), newestFirst(Array(policies)), heading: "h3")
    }

    /// A roadmap's notices and policies, the nearest first.
    func markup(of roadmap: Roadmap) -> [Markup] {
        let (notices, policies) = nearestFirst(PolicyTies(roadmap, in: guidebook))
        return markup(notices, policies, heading: "h3")
    }

    /// The nearest of an item's notices and policies, with a link to all of its fields.
    func markup(of item: Item, fields: [String]) -> [Markup] {
        let (notices, policies) = nearestFirst(PolicyTies(item, in: guidebook))
        // Of an item of many fields one does not know which is the reader's, and of one of none there is none to name.
        let links: [Components.Link] =
            fields.isEmpty || fields.count > 2
            ? [.init(address: PageAddress.policies.link, title: SiteWords.allPolicies)]
            : fields.map { .init(address: PageAddress.field($0).link, title: SiteWords.allOf($0)) }
        return markup(notices, policies, limit: 2, heading: "h3") + [Components.links(links)]
    }

    /// Everything there is.
    func all() -> [Markup] {
        markup(
            newestFirst(Array(guidebook.notices.values)), newestFirst(Array(guidebook.policies.values)), heading: "h2")
    }

    /// - Parameter limit: How many of each to show of what is not past; nil for everything.
    private func markup(
        _ notices: [Notice], _ policies: [Policy], limit: Int? = nil, heading: String
    ) -> [Markup] {
        let current = (notices.filter { !isPast($0.expires) }, policies.filter { !isPast($0) })
        let past = policies.filter { isPast($0) }.map(entry) + notices.filter { isPast($0.expires) }.map(entry)
        var content: [Markup] = []
        if !current.0.isEmpty {
            content.append(.tag(heading, [:], SiteWords.notices))
            content.append(Components.links(current.0.prefix(limit ?? .max).map(entry)))
        }
        if !current.1.isEmpty {
            content.append(.tag(heading, [:], SiteWords.policy))
            content.append(Components.links(current.1.prefix(limit ?? .max).map(entry)))
        }
        if content.isEmpty {
            content.append(Components.muted(limit == nil ? SiteWords.noPolicies : SiteWords.noOwnPolicies))
        }
        if !past.isEmpty, limit == nil {
            content.append(Components.folded([.text(SiteWords.past(past.count))], [Components.links(past)]))
        }
        return content
    }

    /// What has to do with a guide: the nearest first, and of those that are equally near the newest.
    private func nearestFirst(_ ties: PolicyTies) -> (notices: [Notice], policies: [Policy]) {
        let notices = guidebook.notices.values.compactMap { notice in ties.tie(to: notice).map { (notice, $0) } }
        let policies = guidebook.policies.values.compactMap { policy in ties.tie(to: policy).map { (policy, $0) } }
        func ordered<Entry>(_ entries: [(Entry, PolicyTies.Tie)], _ sort: ([Entry]) -> [Entry]) -> [Entry] {
            Dictionary(grouping: entries, by: \.1).sorted { $0.key < $1.key }.flatMap { sort($0.value.map(\.0)) }
        }
        return (ordered(notices, newestFirst), ordered(policies, newestFirst))
    }

    private func newestFirst(_ notices: [Notice]) -> [Notice] {
        PolicySection.newestFirst(notices, \.published, \.name)
    }

    private func newestFirst(_ policies: [Policy]) -> [Policy] {
        PolicySection.newestFirst(policies, \.date, \.name)
    }

    /// Newest first; undated ones last, by name.
    private static func newestFirst<Entry>(
        _ entries: [Entry], _ date: (Entry) -> CalendarDate?, _ name: (Entry) -> String
    ) -> [Entry] {
        entries.sorted {
            let (left, right) = (date($0)?.daysSinceEpoch ?? 0, date($1)?.daysSinceEpoch ?? 0)
            return left == right ? name($0) < name($1) : left > right
        }
    }

    private func isPast(_ expires: CalendarDate?) -> Bool { expires.map { $0 < today } ?? false }

    private func isPast(_ policy: Policy) -> Bool { policy.standing(on: today).isPast }

    /// How a date of expiry is to be read today.
    func expiry(_ expires: CalendarDate?) -> Markup? {
        guard let expires else { return nil }
        let days = expires.daysSinceEpoch - today.daysSinceEpoch
        return days < 0
            ? Components.chip(SiteWords.expired, "a") : days <= 90 ? Components.chip(SiteWords.expiresSoon, "a") : nil
    }

    /// What one must know of a policy before one builds on it; nil for one that is simply in force.
    func state(of policy: Policy) -> Markup? {
        let standing = policy.standing(on: today)
        return switch standing {
        case .inForce, .unverified: expiry(policy.expires)
        case .notYet, .expired, .repealed: Components.chip(PolicyWords.standing(standing), "a")
        }
    }

    private func entry(of notice: Notice) -> Components.Link {
        let note = [notice.published?.chinese, notice.issuer, notice.expires.map { SiteWords.until($0) }].compactMap(
            \.self
        ).joined(separator: Words.dot)
        return .init(address: notice.code?.path ?? "/", title: notice.name, note: note, chip: expiry(notice.expires))
    }

    private func entry(of policy: Policy) -> Components.Link {
        let parts = [policy.date?.chinese, policy.number, policy.issuer, policy.expires.map { SiteWords.until($0) }]
            .compactMap(\.self)
        let chips = [policy.nature.map { Components.chip($0.rawValue) }, state(of: policy)].compactMap(\.self)
        return .init(
            address: policy.code?.path ?? "/", title: policy.name, note: parts.joined(separator: Words.dot),
            chip: chips.isEmpty ? nil : .fragment(chips.count == 2 ? [chips[0], .text(" "), chips[1]] : chips))
    }
}
