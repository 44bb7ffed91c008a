internal import Guides
internal import Markup

/// 联系: whom to call, where to go, and how to tell that the page is the right one.
struct ContactSection {
    let guidebook: Guidebook
    /// When the oldest and the newest cards about were printed, as the ledger tells it.
    let printed: ClosedRange<CalendarDate>?

    /// What a guide says of itself, whatever kind it is.
    struct Subject {
        let stem: String
        let code: ShortCode?
        let review: Review
        var changes: [Change] = []
        var counters: [Item.Counter] = []
        var inquiry: Contact?
        var complaint: Contact?
    }

    func markup(_ subject: Subject) -> [Markup] {
        let site = guidebook.site
        var rows: [Markup] = [
            Components.row(SiteWords.inquiry, [Components.phone(subject.inquiry?.phone ?? site.phone)])
        ]
        if let number = subject.complaint?.phone ?? site.complaintPhone {
            rows.append(Components.row(SiteWords.complaint, [Components.phone(number)]))
        }
        let places =
            subject.counters.isEmpty
            ? site.halls.map { (hall: $0, counter: Item.Counter?.none) }
            : subject.counters.compactMap { counter in
                site.hall(named: counter.hall).map { (hall: $0, counter: Optional(counter)) }
            }
        for place in places {
            let lines = [
                place.hall.address, place.counter?.window, place.counter?.hours ?? place.hall.hours,
                place.hall.directions,
            ]
            rows.append(Components.row(place.hall.name, lines.compactMap(\.self).map { Components.muted($0) }))
        }
        rows.append(Components.row(SiteWords.checked, ContactSection.checked(subject.review)))
        var content: [Markup] = [Components.facts(rows)]
        content += history(subject.changes)
        if let code = subject.code { content.append(identity(code, of: subject.stem)) }
        return content
    }

    /// 更新记录, newest first; what came after the card was printed is marked.
    private func history(_ changes: [Change]) -> [Markup] {
        guard !changes.isEmpty else { return [] }
        func isNew(_ change: Change) -> Bool { printed.map { change.date > $0.lowerBound } ?? false }
        var content: [Markup] = [.tag("h3", [:], SiteWords.changes)]
        let new = changes.filter(isNew).count
        if let printed, new > 0 { content.append(.tag("p", [:], SiteWords.changedSincePrint(new, printed.lowerBound))) }
        content.append(
            .tag(
                "ul", ["class": "j"],
                changes.sorted { $0.date > $1.date }.map { change in
                    .tag(
                        "li",
                        [.text(change.date.chinese + Words.colon + change.text)]
                            + (isNew(change) ? [.text(" "), Components.chip(SiteWords.sincePrint, "a")] : []))
                }))
        return content
    }

    /// The code and host to hold against the card, as protection against stickers with other people's codes.
    func identity(_ code: ShortCode, of stem: String) -> Markup {
        var box: [Markup] = [
            Components.muted(SiteWords.compare),
            .tag("p", [.tag("span", ["class": "code"], code.grouped)]),
            Components.muted((WebAddress.host(of: guidebook.site.baseURL) ?? "") + Words.fullStop + Words.safety),
        ]
        if let printed { box.append(Components.muted(SiteWords.printed(printed))) }
        if let card = guidebook.cards.first(where: { $0.opens == stem }) {
            box.append(
                Components.folded(
                    [.text(SiteWords.cardPicture)],
                    [
                        .void(
                            "img",
                            [
                                "src": PageAddress.file(.card, of: code).link,
                                "alt": SiteWords.cardAlternative(card.title, code),
                                "width": "1011", "height": "638",
                                "loading": "lazy",
                            ])
                    ]))
        }
        return .tag("div", ["class": "q"], box)
    }

    static func checked(_ review: Review) -> String {
        var text = review.state == .sample ? SiteWords.checkedNever : review.state.rawValue
        if let date = review.date {
            text += Words.brackets(date.chinese + (review.office.map { Words.comma + $0 } ?? ""))
        }
        if let due = review.due { text += SiteWords.nextCheck(due) }
        return text
    }
}
