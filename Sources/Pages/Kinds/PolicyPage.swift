internal import Guides
internal import Markup

/// The page of a policy: what it is in plain words first, then its points, questions and source.
struct PolicyPage {
    let policy: Policy
    let context: SiteContext

    func content() -> PageContent {
        let site = context.guidebook.site
        let standing = policy.standing(on: context.today)
        let facts =
            FactRows(written: policy.written, shape: FileKind.policy.shape, guidebook: context.guidebook).open
            + [Components.row(PolicyWords.state, policy.state == nil ? nil : PolicyWords.standing(standing))]
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
        if policy.state == .unverified || policy.review.state == .unverified {
            line += [.text(" "), Components.chip(SiteWords.contentOpen, "a")]
        }
        if let chip = PolicySection(guidebook: context.guidebook, today: context.today).state(of: policy) {
            line += [.text(" "), chip]
        }
        var lead = [Components.muted(line)]
        if let nature = policy.nature {
            lead.append(
                .tag("p", [Components.chip(nature.rawValue), .text(" "), .text(PolicyWords.meaning(nature, standing))]))
        }
        let banner = StateBanner(guidebook: context.guidebook, today: context.today).markup(of: policy)
        if let banner { lead.append(banner) }
        return PageContent(
            address: PageAddress(ofCode: policy.code), title: policy.name,
            description: policy.points.first ?? policy.name,
            colour: policy.fields.first.flatMap { site.field(named: $0)?.colour },
            trail: [.tag("a", ["href": PageAddress.policies.link], SiteWords.policy)], lead: lead,
            main: main,
            picture: context.picture(of: policy.stem, policy.code), code: policy.code, hasBanner: banner != nil)
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
