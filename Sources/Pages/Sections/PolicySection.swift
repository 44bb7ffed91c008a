internal import Guides
internal import Markup

/// 政策和通知, as links to their pages: newest first, what is past apart.
struct PolicySection {
    let guidebook: Guidebook
    let today: CalendarDate

    /// A field's notices and policies; of many only the newest, with a link to all.
    func markup(fields: [String], limit: Int? = nil) -> [Markup] {
        let notices = guidebook.notices.values.filter { !Set($0.fields).isDisjoint(with: fields) }
        let policies = guidebook.policies.values.filter { !Set($0.fields).isDisjoint(with: fields) }
        var content = markup(Array(notices), Array(policies), limit: limit, heading: "h3")
        if limit != nil {
            // Of an item of many fields one does not know which is the reader's.
            content.append(
                Components.links(
                    fields.count > 2
                        ? [.init(address: PageAddress.policies.link, title: SiteWords.allPolicies)]
                        : fields.map { .init(address: PageAddress.field($0).link, title: SiteWords.allOf($0)) }))
        }
        return content
    }

    /// Everything there is.
    func all() -> [Markup] {
        markup(Array(guidebook.notices.values), Array(guidebook.policies.values), limit: nil, heading: "h2")
    }

    private func markup(_ notices: [Notice], _ policies: [Policy], limit: Int?, heading: String) -> [Markup] {
        let notices = PolicySection.newestFirst(notices, \.published, \.name)
        let policies = PolicySection.newestFirst(policies, \.date, \.name)
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
        if content.isEmpty { content.append(Components.muted(SiteWords.noPolicies)) }
        if !past.isEmpty, limit == nil {
            content.append(Components.folded([.text(SiteWords.past(past.count))], [Components.links(past)]))
        }
        return content
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
