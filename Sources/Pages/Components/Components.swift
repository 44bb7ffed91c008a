internal import Guides
internal import Markup

/// The few building blocks that all pages are made of.
enum Components {
    /// The bar that stays at the top: one tap to each section.
    static func bar(_ sections: [Section]) -> Markup {
        .tag(
            "nav", ["class": "b", "aria-label": Words.onThisPage],
            [
                .tag("ul", sections.map { .tag("li", [.tag("a", ["href": "#\($0.rawValue)"], $0.short)]) })
            ])
    }

    static func section(_ section: Section, _ content: [Markup]) -> Markup {
        .tag(
            "section", ["id": section.rawValue, "aria-labelledby": "h-\(section.rawValue)"],
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

    static func facts(_ rows: [Markup]) -> Markup { .tag("dl", ["class": "d"], rows) }

    /// Words that open on tap.
    static func folded(_ summary: [Markup], _ content: [Markup], isOpen: Bool = false) -> Markup {
        .tag("details", isOpen ? ["open": nil] : [:], [.tag("summary", [.tag("span", summary)])] + content)
    }

    /// Something wider than a phone, which scrolls by itself, by keyboard too.
    static func scrolling(_ content: Markup) -> Markup {
        .tag("div", ["class": "sc", "tabindex": "0", "role": "region", "aria-label": GuideWords.asPicture], [content])
    }

    static func questions(_ questions: [Question]) -> Markup {
        guard !questions.isEmpty else { return .nothing }
        return .fragment(
            [.tag("h3", [:], Words.questions)]
                + questions.map {
                    folded([.text($0.question)], [.tag("blockquote", [paragraphs($0.answer)])])
                })
    }

    static func phone(_ number: String) -> Markup {
        .tag("a", ["class": "tel", "href": "tel:\(number.filter { $0 != " " })"], number)
    }

    /// A list of links to other pages.
    static func links(_ entries: [Link]) -> Markup {
        guard !entries.isEmpty else { return .nothing }
        return .tag(
            "ul", ["class": "r"],
            entries.map { entry in
                var content: [Markup] = [.tag("b", TitleWords.inList(entry.title))]
                if let chip = entry.chip { content += [.text(" "), chip] }
                if let note = entry.note, !note.isEmpty { content.append(.tag("span", ["class": "m"], note)) }
                return .tag("li", [.tag("a", ["href": entry.address], content)])
            })
    }

    struct Link {
        let address: String
        let title: String
        var note: String?
        var chip: Markup?
    }

    /// The questions about 情形 as a form: it works by itself, and at once where the script runs.
    static func situationForm(
        _ situations: [Situation], _ reading: Reading, heading: String, path: String, anchor: Section,
        note: (Situation) -> String?
    ) -> Markup {
        guard !situations.isEmpty else { return .nothing }
        let questions = situations.enumerated().map { index, situation in
            let answers = situation.choices.enumerated().map { ($0.element, String($0.offset)) } + [(Words.unsure, "")]
            let chosen = reading.answers[index].map { String($0) } ?? ""
            return Markup.tag(
                "fieldset",
                [
                    .tag("legend", [:], situation.question),
                    .fragment(
                        answers.map { answer in
                            let attributes: [Markup.Attribute] =
                                [
                                    .init("type", "radio"), .init("name", "q\(index)"), .init("value", answer.1),
                                ] + (answer.1 == chosen ? [.init("checked", nil)] : [])
                            return .tag("label", [.void("input", attributes, closes: false), .text(answer.0)])
                        }),
                    note(situation).map { muted($0) } ?? .nothing,
                ])
        }
        return .tag(
            "form", ["class": "w", "action": "\(path)#\(anchor.rawValue)"],
            [.tag("h3", [:], heading), muted(GuideWords.situationHint)] + questions + [.tag("button", [:], Words.apply)]
        )
    }

    /// `data-w`: on which answers something depends, for the script.
    static func dependence(_ conditions: [String], of situations: [Situation]) -> [Markup.Attribute] {
        let places = Situation.places(of: conditions, in: situations)
        guard !places.isEmpty else { return [] }
        return [.init("data-w", places.map { "\($0.situation).\($0.choice)" }.joined(separator: " "))]
    }
}

extension ShortCode {
    /// The path of the code's page.
    var path: String { PageAddress.code(self).path }
}

extension CalendarDate {
    /// For people, `2026年11月1日`, kept on one line.
    var whole: Markup { Components.whole(chinese) }
}
