internal import Guides
internal import Markup

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

extension Notice: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent {
        NoticePage(notice: self, context: context).content()
    }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) {}

    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? {
        ([.init(name, 85), .init(stem, 80)], issuer)
    }
}
