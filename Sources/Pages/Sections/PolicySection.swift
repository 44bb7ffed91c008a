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

    func isPast(_ expires: CalendarDate?) -> Bool { expires.map { $0 < today } ?? false }

    func isPast(_ policy: Policy) -> Bool { policy.state == .repealed || isPast(policy.expires) }

    /// How a date of expiry is to be read today.
    func expiry(_ expires: CalendarDate?) -> Markup? {
        guard let expires else { return nil }
        let days = expires.daysSinceEpoch - today.daysSinceEpoch
        return days < 0
            ? Components.chip(SiteWords.expired, "a") : days <= 90 ? Components.chip(SiteWords.expiresSoon, "a") : nil
    }

    /// That a policy is out but not in force yet.
    func notInForce(_ policy: Policy) -> Markup? {
        guard let effective = policy.effective, today < effective else { return nil }
        return Components.chip(SiteWords.inForceFrom(effective), "a")
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
        let chip =
            policy.state == .repealed
            ? Components.chip(Policy.State.repealed.rawValue, "a") : notInForce(policy) ?? expiry(policy.expires)
        return .init(
            address: policy.code?.path ?? "/", title: policy.name, note: parts.joined(separator: Words.dot), chip: chip)
    }
}
