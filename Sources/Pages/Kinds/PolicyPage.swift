internal import Guides
internal import Markup

/// The page of a policy: what it is in plain words first, then its points, questions and source.
struct PolicyPage {
    let policy: Policy
    let context: SiteContext

    func content() -> PageContent {
        let site = context.guidebook.site
        let section = PolicySection(guidebook: context.guidebook, today: context.today)
        var facts: [Markup] = [
            Components.row(SiteWords.issuer, policy.issuer),
            Components.row(SiteWords.number, policy.number),
            Components.row(SiteWords.dated, policy.dated?.chinese),
            Components.row(SiteWords.published, policy.published?.chinese),
            Components.row(SiteWords.effective, policy.effective?.chinese),
            Components.row(
                SiteWords.expires, policy.expires.map { [$0.whole, .text(" "), section.expiry($0) ?? .nothing] }),
        ]
        facts += [
            Components.row(SiteWords.state, policy.state?.rawValue),
            Components.row(SiteWords.audience, policy.audience),
            Components.row(SiteWords.fields, policy.fields.joined(separator: Words.listMark)),
            Components.row(
                SiteWords.source,
                policy.source.map { source in
                    [source.address.map { .tag("a", ["href": $0], source.name) } ?? .text(source.name)]
                }),
        ]
        let main: [Markup] = [
            .tag("h2", [:], SiteWords.interpretation),
            .fragment(
                policy.interpretation.map { .fragment([.tag("h3", [:], $0.heading), Components.paragraphs($0.text)]) }),
            .tag("h2", [:], SiteWords.points), Components.bullets(policy.points),
            Components.questions(policy.questions),
            .tag("h2", [:], SiteWords.document), Components.facts(facts),
            .tag("h2", [:], Words.contact),
            .fragment(
                ContactSection(guidebook: context.guidebook, printed: context.printed(policy.code)).markup(
                    .init(stem: policy.stem, code: policy.code, review: policy.review, changes: policy.changes))),
        ]
        var line: [Markup] = [
            .text([policy.number, policy.issuer, policy.date?.chinese].compactMap(\.self).joined(separator: Words.dot))
        ]
        if policy.state == .repealed { line += [.text(" "), Components.chip(Policy.State.repealed.rawValue, "a")] }
        if policy.state == .unverified || policy.review.state == .unverified {
            line += [.text(" "), Components.chip(SiteWords.contentOpen, "a")]
        }
        if let chip = section.expiry(policy.expires) { line += [.text(" "), chip] }
        return PageContent(
            address: PageAddress(ofCode: policy.code), title: policy.name,
            description: policy.points.first ?? policy.name,
            colour: policy.fields.first.flatMap { site.field(named: $0)?.colour },
            trail: [.tag("a", ["href": PageAddress.policies.link], SiteWords.policy)], lead: [Components.muted(line)],
            main: main,
            picture: context.picture(of: policy.stem, policy.code), code: policy.code)
    }
}

/// The page of a notice.
struct NoticePage {
    let notice: Notice
    let context: SiteContext

    func content() -> PageContent {
        let site = context.guidebook.site
        let section = PolicySection(guidebook: context.guidebook, today: context.today)
        let dates = [notice.published?.chinese, notice.expires.map { SiteWords.until($0) }].compactMap(\.self)
        var line: [Markup] = [.text(([notice.issuer] + dates).joined(separator: Words.dot))]
        if let chip = section.expiry(notice.expires) { line += [.text(" "), chip] }
        if notice.isSample { line += [.text(" "), Components.chip(SiteWords.sampleNotice, "a")] }
        let main: [Markup] = [
            Components.paragraphs(notice.text), .tag("h2", [:], Words.contact),
            .fragment(
                ContactSection(guidebook: context.guidebook, printed: context.printed(notice.code)).markup(
                    .init(stem: notice.stem, code: notice.code, review: notice.review))),
        ]
        return PageContent(
            address: PageAddress(ofCode: notice.code), title: notice.name,
            description: notice.text.first ?? notice.name,
            colour: notice.fields.first.flatMap { site.field(named: $0)?.colour },
            trail: [.tag("a", ["href": PageAddress.policies.link], SiteWords.notices)], lead: [Components.muted(line)],
            main: main,
            picture: context.picture(of: notice.stem, notice.code), code: notice.code)
    }
}
