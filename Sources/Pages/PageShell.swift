internal import Guides
internal import Markup

/// A page of the site as a value: what it says, before anyone thinks of serving it.
package struct Page: Sendable {
    /// The title, for the browser's bar and for sharing.
    package let title: String
    /// The whole document.
    package let html: String

    /// Puts the frame around a page's content.
    ///
    /// - Parameters:
    ///   - description: One sentence for search engines and for sharing in WeChat.
    ///   - colour: The field's colour; nil for the site's own.
    init(title: String, description: String, site: Site, colour: Colour?, _ body: [Markup]) {
        self.title = title
        let head: [Markup] = [
            .void("meta", ["charset": "utf-8"]),
            .void("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"]),
            .void("meta", ["name": "format-detection", "content": "telephone=no"]),
            .void("meta", ["name": "description", "content": description]),
            .void("meta", ["property": "og:title", "content": title]),
            .void("meta", ["property": "og:description", "content": description]),
            // No icon: a page is one request.
            .void("link", ["rel": "icon", "href": "data:,"]),
            .tag("title", [:], title == site.name ? title : "\(title) · \(site.name)"),
            .tag("style", [.text(Theme(colour).css), .verbatim(Stylesheet.base), .verbatim(Stylesheet.charts)]),
        ]
        let document = Markup.tag("html", ["lang": "zh-CN"], [.tag("head", head), .tag("body", body)])
        html = "<!DOCTYPE html>" + document.html
    }
}
