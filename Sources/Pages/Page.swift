internal import Guides
internal import Markup

/// A page of the site as a value: what it says, before anyone thinks of sending it.
package struct Page: Sendable {
    /// The title, for the browser's bar and for sharing.
    package let title: String
    /// The whole document.
    package let html: String
    /// The HTTP status it goes out with: 200, 404, 410 or 503.
    package let status: Int
    /// The sections on it, each with its name as anchor; none on short pages.
    package let sections: [Section]

    /// What a page must be sent with: nothing from elsewhere, and of scripts only the one of ours, by its hash.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src '\(PageScript.hash)'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

/// What stands on a page, without the frame that all pages share.
struct PageContent {
    /// Where it stands.
    let address: PageAddress
    /// What stands behind its path, but for the size of print: `q=…`, escaped.
    var query = ""
    let title: String
    /// One sentence for search engines and for sharing in WeChat.
    let description: String
    /// The field's colour; nil for the site's own.
    var colour: Colour?
    /// Where one is, behind the site's name at the top.
    var trail: [Markup] = []
    /// The heading, where it is not the title.
    var heading: String?
    /// What stands under the heading, before the bar.
    var lead: [Markup] = []
    /// The sections in the bar; none for short pages.
    var bar: [Section] = []
    let main: [Markup]
    /// The style of the chart on it.
    var chart: StaticString?
    /// JSON-LD.
    var structured: String?
    /// A picture for sharing.
    var picture: PageAddress?
    var status = 200
    /// The guide's code, for the storage of ticks and for print.
    var code: ShortCode?
    /// Whether a `StateBanner` stands on it.
    var hasBanner = false
}

/// The frame around every page.
struct PageFrame {
    let site: Site
    let today: CalendarDate

    func page(_ content: PageContent, _ reading: Reading) -> Page {
        var body: [Markup] = [
            .tag(
                "header",
                [kicker(content)] + [.tag("h1", TitleWords.inHeading(content.heading ?? content.title))] + content.lead)
        ]
        if !content.bar.isEmpty { body.append(Components.bar(content.bar)) }
        body.append(.tag("main", content.main))
        body.append(PageFooter.markup(site))
        var document = Markup.fragment(body)
        if reading.isLarge {
            document = document.mappingAttributes { element, attribute in
                guard element == "a", attribute.name == "href", let value = attribute.value, value.hasPrefix("/") else {
                    return attribute
                }
                return .init("href", Reading.enlarged(value))
            }.appending(Reading.hiddenField, to: "form")
        }
        document = .fragment([
            sizeSwitch(content, reading), document, Markup.tag("script", [.verbatim(PageScript.text)]),
        ])
        var attributes: [Markup.Attribute] = [.init("lang", "zh-CN")]
        if reading.isLarge { attributes.append(.init("class", "L")) }
        if let code = content.code { attributes.append(.init("data-c", code.text)) }
        let html = Markup.element("html", attributes, [.tag("head", head(content)), .tag("body", [document])])
        return Page(
            title: content.title, html: "<!DOCTYPE html>" + html.html, status: content.status,
            sections: content.bar)
    }

    private func head(_ content: PageContent) -> [Markup] {
        var head: [Markup] = [
            .void("meta", ["charset": "utf-8"]),
            .void("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"]),
            .void("meta", ["name": "format-detection", "content": "telephone=no"]),
            .void("meta", ["name": "description", "content": content.description]),
            // No icon: a page is one request.
            .void("link", ["rel": "icon", "href": "data:,"]),
            .void("meta", ["property": "og:title", "content": content.title]),
            .void("meta", ["property": "og:description", "content": content.description]),
        ]
        if content.status == 200 {
            head.append(.void("meta", ["property": "og:type", "content": "website"]))
            head.append(.void("meta", ["property": "og:url", "content": address(of: content.address)]))
            head.append(.void("link", ["rel": "canonical", "href": address(of: content.address)]))
        } else {
            head.append(.void("meta", ["name": "robots", "content": "noindex"]))
        }
        if let picture = content.picture {
            head.append(.void("meta", ["property": "og:image", "content": address(of: picture)]))
        }
        head.append(.tag("title", [:], content.title == site.name ? content.title : "\(content.title) · \(site.name)"))
        var style: [Markup] = [
            .text(Theme(content.colour ?? site.fields.last?.colour).css), .verbatim(Stylesheet.base),
        ]
        style.append(.verbatim(content.bar.isEmpty ? Stylesheet.front : Stylesheet.guides))
        if content.hasBanner { style.append(.verbatim(Stylesheet.banner)) }
        if let chart = content.chart { style += [.verbatim(Stylesheet.charts), .verbatim(chart)] }
        head.append(.tag("style", style))
        if let structured = content.structured {
            head.append(.tag("script", ["type": "application/ld+json"], [.scriptData(structured)]))
        }
        return head
    }

    private func address(of page: PageAddress) -> String { site.baseURL + page.link }

    /// The line above the heading: the site, and where one is; in print the code and address instead.
    private func kicker(_ content: PageContent) -> Markup {
        let trail = content.trail.map { Markup.tag("span", ["class": "n"], [$0]) }
        // The home page has the site's name as its heading.
        let name: Markup =
            content.title == site.name && content.status == 200
            ? .text(site.authority) : .tag("a", ["href": "/"], site.name)
        var line: [Markup] = [.tag("p", ["class": "k"], [name] + trail)]
        if let code = content.code {
            line.append(
                .tag("p", ["class": "po"], SiteWords.printed(site.hostWords, code, today)))
        }
        return .fragment(line)
    }

    /// The switch between normal and large print; it stands in the address, so no cookie is needed.
    private func sizeSwitch(_ content: PageContent, _ reading: Reading) -> Markup {
        let path = content.address.link + (content.query.isEmpty ? "" : "?" + content.query)
        return .tag(
            "nav", ["class": "z", "aria-label": Words.largePrint],
            [
                .tag(
                    "a", ["href": reading.isLarge ? path : Reading.enlarged(path)],
                    reading.isLarge ? Words.normalPrint : Words.largePrint)
            ])
    }
}
