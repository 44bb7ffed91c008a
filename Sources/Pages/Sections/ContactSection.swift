internal import Guides
internal import Markup

/// 联系: whom to call, where to go, and how to tell that the page is the right one.
struct ContactSection {
    let guidebook: Guidebook
    let printed: CardsAbout

    /// What a guide says of itself, whatever kind it is.
    struct Subject {
        let stem: String
        let code: ShortCode?
        let review: Review
        var changes: [Change] = []
        var counters: [Item.Counter] = []
        var inquiry: Contact?
        var complaint: Contact?
        /// The keys of its file whose values are samples.
        var samples: Set<String> = []
    }

    func markup(_ subject: Subject) -> [Markup] {
        let site = guidebook.site
        var rows: [Markup] = [
            Components.row(
                SiteWords.inquiry,
                ways(subject.inquiry, KnownKey.inquiry, of: subject, else: site.phone, KnownKey.phone)),
            Components.row(
                SiteWords.complaint,
                ways(
                    subject.complaint, KnownKey.complaint, of: subject, else: site.complaintPhone,
                    KnownKey.complaintPhone)),
        ]
        let places =
            subject.counters.isEmpty
            ? site.halls.map { (hall: $0, counter: Item.Counter?.none) }
            : subject.counters.compactMap { counter in
                site.hall(named: counter.hall).map { (hall: $0, counter: Optional(counter)) }
            }
        for place in places {
            let mark = SampleMarks.chip(place.counter != nil && subject.samples.contains(KnownKey.counters))
            rows.append(Components.row(place.hall.name, lines(of: place.hall, place.counter) + mark))
        }
        rows.append(Components.row(SiteWords.checked, ContactSection.checked(subject.review)))
        var content: [Markup] = [Components.facts(rows)]
        content += history(subject.changes)
        if let code = subject.code { content.append(identity(code, of: subject.stem)) }
        return content
    }

    /// The ways to reach somebody, the telephone first: those that the guide gives under a key, else the site's number.
    private func ways(
        _ contact: Contact?, _ key: String, of subject: Subject, else number: String?, _ siteKey: String
    ) -> [Markup] {
        let isSample = subject.samples.contains(key)
        var ways: [Markup] = []
        if let phone = contact?.phone ?? number {
            let isPhoneSample = contact?.phone == nil ? guidebook.site.samples.contains(siteKey) : isSample
            ways += [Components.phone(phone)] + SampleMarks.chip(isPhoneSample)
        } else {
            ways += SampleMarks.chip(isSample)
        }
        if let address = contact?.address { ways.append(.tag("p", [.tag("a", ["href": address], address)])) }
        let lines = [
            contact?.email.map { SiteWords.email($0) }, contact?.letters.map { SiteWords.letters($0) }, contact?.note,
        ]
        return ways + lines.compactMap(\.self).map { Components.muted($0) }
    }

    /// Where a hall is, when it is open and how to ask there; what is a sample says so.
    private func lines(of hall: Site.Hall, _ counter: Item.Counter?) -> [Markup] {
        var lines = [
            hall.address, counter?.window, counter?.hours ?? hall.hours, hall.directions,
        ].compactMap(\.self).map { Components.muted($0) }
        if let phone = hall.phone, phone != guidebook.site.phone {
            lines.append(Components.muted([.text(SiteWords.hallPhone), .tag("a", ["href": "tel:\(phone)"], phone)]))
        }
        if !hall.samples.isEmpty { lines.append(Components.muted([Components.chip(SiteWords.samples(hall.samples))])) }
        return lines
    }

    /// 更新记录 in words, newest first.
    static func changes(_ changes: [Change]) -> [Markup]? {
        guard !changes.isEmpty else { return nil }
        let sorted = changes.sorted { $0.date > $1.date }
        return [Components.paragraphs(sorted.map { $0.date.chinese + Words.colon + $0.text })]
    }

    /// 更新记录, newest first; what came after the card was printed is marked.
    private func history(_ changes: [Change]) -> [Markup] {
        guard !changes.isEmpty else { return [] }
        func isNew(_ change: Change) -> Bool { printed.dates.map { change.date > $0.lowerBound } ?? false }
        var content: [Markup] = [.tag("h3", [:], SiteWords.changes)]
        let new = changes.filter(isNew).count
        if let dates = printed.dates, new > 0 {
            content.append(.tag("p", [:], SiteWords.changedSincePrint(new, dates.lowerBound)))
        }
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
            Components.muted(guidebook.site.hostWords + Words.fullStop + Words.safety),
        ]
        if let dates = printed.dates { box.append(Components.muted(SiteWords.printed(dates))) }
        if printed.hasPicture, let card = guidebook.cards.first(where: { $0.opens == stem }) {
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
        if let note = review.note { text += Words.fullStop + note }
        return text
    }
}
