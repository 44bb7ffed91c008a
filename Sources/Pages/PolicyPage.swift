internal import Guides
internal import Markup

/// The page of a policy: what it is in plain words first, then its points, questions and source.
struct PolicyPage {
    let policy: Policy
    let guidebook: Guidebook

    func page() -> Page {
        let site = guidebook.site
        let field = policy.fields.first.flatMap { site.field(named: $0) }
        var facts: [Markup] = [
            Components.row("发文机关", policy.issuer),
            Components.row("文号", policy.number),
            Components.row("成文日期", policy.dated?.chinese),
            Components.row("公布日期", policy.published?.chinese),
            Components.row("施行日期", policy.effective?.chinese),
            Components.row("有效期至", policy.expires?.chinese),
        ]
        facts += [
            Components.row("状态", policy.state?.rawValue),
            Components.row("适用对象", policy.audience),
            Components.row("领域", policy.fields.joined(separator: "、")),
            Components.row("来源", policy.source.map { source in
                [source.address.map { .tag("a", ["href": $0], source.name) } ?? .text(source.name)]
            }),
        ]
        let main: [Markup] = [
            .tag("h2", [:], "解读"),
            .fragment(policy.interpretation.map { .fragment([.tag("h3", [:], $0.heading), Components.paragraphs($0.text)]) }),
            .tag("h2", [:], "要点"), Components.bullets(policy.points),
            Components.questions(policy.questions),
            .tag("h2", [:], "文件信息"), .tag("dl", ["class": "d"], facts),
            .tag("h2", [:], Words.contact),
            .fragment(ContactSection(guidebook: guidebook).markup(code: policy.code, review: policy.review, changes: policy.changes)),
        ]
        let header: [Markup] = [
            Components.kicker(site, [.text("政策")]), .tag("h1", [:], policy.name),
            Components.muted([policy.number, policy.issuer, policy.date?.chinese].compactMap(\.self).joined(separator: " · ")),
        ]
        return Page(
            title: policy.name, description: policy.points.first ?? policy.name, site: site, colour: field?.colour,
            [.tag("header", header), .tag("main", main), PageFooter.markup(site)])
    }
}

/// The page of a notice.
struct NoticePage {
    let notice: Notice
    let guidebook: Guidebook

    func page() -> Page {
        let site = guidebook.site
        let colour = notice.fields.first.flatMap { site.field(named: $0)?.colour }
        let dates = [notice.published?.chinese, notice.expires.map { "有效期至\($0.chinese)" }].compactMap(\.self)
        let header: [Markup] = [
            Components.kicker(site, [.text("通知")]), .tag("h1", [:], notice.name),
            Components.muted([.text(([notice.issuer] + dates).joined(separator: " · "))] + (notice.isSample ? [.text(" "), Components.chip("示例，不是真的通知", "a")] : [])),
        ]
        let main: [Markup] = [
            Components.paragraphs(notice.text), .tag("h2", [:], Words.contact),
            .fragment(ContactSection(guidebook: guidebook).markup(code: notice.code, review: notice.review, changes: [])),
        ]
        return Page(
            title: notice.name, description: notice.text.first ?? notice.name, site: site, colour: colour,
            [.tag("header", header), .tag("main", main), PageFooter.markup(site)])
    }
}
