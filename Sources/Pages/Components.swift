internal import Guides
internal import Markup

/// The few building blocks that all pages are made of.
enum Components {
    /// The line above the title: the site, and where one is.
    static func kicker(_ site: Site, _ trail: [Markup] = []) -> Markup {
        .tag("p", ["class": "k"], [.tag("a", ["href": "/"], site.name)] + trail.flatMap { [.text(" · "), $0] })
    }

    /// The bar that stays at the top: one tap to each section.
    static func bar(_ sections: [Section]) -> Markup {
        .tag("nav", ["class": "b", "aria-label": "本页内容"], [
            .tag("ul", sections.map { .tag("li", [.tag("a", ["href": "#\($0.rawValue)"], $0.short)]) })
        ])
    }

    static func section(_ section: Section, _ content: [Markup]) -> Markup {
        .tag("section", ["id": section.rawValue, "aria-labelledby": "h-\(section.rawValue)"],
            [.tag("h2", ["id": "h-\(section.rawValue)"], section.title)] + content)
    }

    /// A short word in a frame.
    static func chip(_ text: String, _ style: String = "") -> Markup {
        .tag("span", ["class": style.isEmpty ? "c" : "c \(style)"], text)
    }

    /// Words that stay on one line, such as a number and its unit.
    static func whole(_ text: String) -> Markup {
        .tag("span", ["class": "n"], text)
    }

    /// A time limit; number and unit stay together.
    static func time(_ limit: TimeLimit) -> Markup { whole(limit.description) }

    static func muted(_ text: String) -> Markup { .tag("p", ["class": "m"], text) }

    static func muted(_ content: [Markup]) -> Markup { .tag("p", ["class": "m"], content) }

    static func paragraphs(_ texts: [String]) -> Markup { .fragment(texts.map { .tag("p", [:], $0) }) }

    static func bullets(_ texts: [String]) -> Markup {
        .tag("ul", ["class": "j"], texts.map { .tag("li", [:], $0) })
    }

    /// A row of a definition list; nothing where there is nothing to say.
    static func row(_ term: String, _ content: [Markup]?) -> Markup {
        guard let content, !content.isEmpty else { return .nothing }
        return .tag("div", [.tag("dt", [:], term), .tag("dd", content)])
    }

    static func row(_ term: String, _ text: String?) -> Markup {
        row(term, text.map { [.text($0)] })
    }

    /// Words that open on tap.
    static func folded(_ summary: [Markup], _ content: [Markup]) -> Markup {
        .tag("details", [.tag("summary", [.tag("span", summary)])] + content)
    }

    static func questions(_ questions: [Question]) -> Markup {
        guard !questions.isEmpty else { return .nothing }
        return .fragment(
            [.tag("h3", [:], "常见问题")] + questions.map { folded([.text($0.question)], [.tag("blockquote", [paragraphs($0.answer)])]) })
    }

    static func phone(_ number: String) -> Markup {
        .tag("a", ["class": "tel", "href": "tel:\(number.filter { $0 != " " })"], number)
    }

    /// A list of links to other pages.
    static func links(_ entries: [(address: String, title: String, note: String?)]) -> Markup {
        .tag("ul", ["class": "r"], entries.map { entry in
            .tag("li", [
                .tag("a", ["href": entry.address],
                    [.tag("b", [:], entry.title)] + (entry.note.map { [.tag("span", ["class": "m"], $0)] } ?? []))
            ])
        })
    }
}

extension ShortCode {
    /// The path of the code's page.
    var path: String { "/c/\(text)" }
}
