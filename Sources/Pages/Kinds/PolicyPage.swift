internal import Guides
internal import Markup

/// The page of a policy: what it is in plain words first, then its points, questions and source.
struct PolicyPage {
    let policy: Policy
    let context: SiteContext

    func content() -> PageContent {
        let site = context.guidebook.site
        let section = PolicySection(guidebook: context.guidebook, today: context.today)
        let facts = FactRows(
            written: policy.written, shape: FileKind.policy.shape, guidebook: context.guidebook
        ).open
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
        if policy.state != .repealed, let chip = section.notInForce(policy) { line += [.text(" "), chip] }
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
        let facts = FactRows(
            written: notice.written, shape: FileKind.notice.shape, guidebook: context.guidebook
        ).open
        let main: [Markup] = [
            Components.paragraphs(notice.text), Components.facts(facts), .tag("h2", [:], Words.contact),
            .fragment(
                ContactSection(guidebook: context.guidebook, printed: context.printed(notice.code)).markup(
                    .init(stem: notice.stem, code: notice.code, review: notice.review, changes: notice.changes))),
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

extension Policy: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent {
        PolicyPage(policy: self, context: context).content()
    }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) { inputs.add(laws: basis.map(\.law), to: &digest) }

    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? {
        let terms: [SearchIndex.Term] = [.init(name, 90), .init(stem, 85)] + (number.map { [.init($0, 80, $0)] } ?? [])
        return (terms + points.map { .init($0, 20, $0, spoken: false) }, issuer)
    }
}

extension Notice: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent {
        NoticePage(notice: self, context: context).content()
    }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) {}

    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? {
        ([.init(name, 85), .init(stem, 80)], issuer)
    }
}
