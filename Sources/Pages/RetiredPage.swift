package import Guides
internal import Markup

/// The page of a code whose guide is gone: since when, why, and what to read instead.
package struct RetiredPage: Sendable {
    package let guidebook: Guidebook

    package init(guidebook: Guidebook) { self.guidebook = guidebook }

    package func page(_ retirement: Retirement) -> Page {
        let site = guidebook.site
        let title = "《\(retirement.name)》已停用"
        let since = retirement.date.map { "\($0.chinese)起停用" } ?? "已停用"
        var content: [Markup] = [
            .tag("p", [.text("卡号"), Components.whole(retirement.code.grouped), .text("的指南\(since)。")]),
            .tag("p", [.text("原因：\(retirement.reason)")]),
        ]
        if let guide = retirement.successor.flatMap({ guidebook.guide(named: $0) }), let code = guide.code {
            content += [.tag("h2", [:], "请看"), Components.links([(code.path, guide.name, nil)])]
        } else {
            content += [
                .tag("p", ["要办这件事，请打电话问："]), .tag("p", [Components.phone(site.phone)]),
                .tag("p", [.tag("a", ["href": "/"], "回到首页")]),
            ]
        }
        return Page(
            title: title, description: title, site: site, colour: site.fields.last?.colour,
            [.tag("header", [Components.kicker(site), .tag("h1", [:], title)]), .tag("main", content), PageFooter.markup(site)])
    }
}
