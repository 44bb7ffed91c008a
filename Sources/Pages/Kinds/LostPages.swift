internal import Guides
internal import Markup

/// Pages for addresses that open nothing; each says why, and what to do next.
struct LostPages {
    let guidebook: Guidebook

    /// Why a code as somebody typed or scanned it opens nothing.
    func page(for typed: String) -> PageContent {
        do {
            return neverIssued(try ShortCode(reading: typed))
        } catch {
            return switch error {
            case .malformed: malformed(typed)
            case .wrongCheckCharacter: wrongCheckCharacter(typed)
            }
        }
    }

    /// The check character does not fit: something was mistyped.
    private func wrongCheckCharacter(_ typed: String) -> PageContent {
        content(
            SiteWords.mistyped,
            [
                .tag("p", [:], SiteWords.mistypedText(typed)), SearchBox.code(typed),
                Components.muted(SiteWords.lookalikes), help,
            ])
    }

    /// Well formed, but never issued.
    private func neverIssued(_ code: ShortCode) -> PageContent {
        content(
            SiteWords.neverIssued,
            [
                .tag(
                    "p",
                    [
                        .text(SiteWords.neverIssuedBefore), Components.whole(code.grouped),
                        .text(SiteWords.neverIssuedBehind),
                    ]),
                .tag("p", [:], SiteWords.doNotPay), .tag("p", guidebook.site.inquiryPhone),
                .tag("p", [:], SiteWords.typeAgain), SearchBox.code(),
            ])
    }

    /// Somebody to ask.
    private var help: Markup {
        Components.facts([Components.row(SiteWords.inquiry, guidebook.site.inquiryPhone)])
    }

    /// No code at all.
    private func malformed(_ typed: String) -> PageContent {
        content(
            SiteWords.notACode, [.tag("p", [:], SiteWords.codeHint), SearchBox.code(String(typed.prefix(20))), help])
    }

    /// Any other address.
    func notFound() -> PageContent {
        content(
            SiteWords.notFound,
            [
                .tag("p", [:], SiteWords.notFoundHint), SearchBox.search(),
                .tag("p", [.tag("a", ["class": "i", "href": "/"], Words.home)]), help,
            ])
    }

    /// A code once printed whose guide is gone: 410, with the reason and what to read instead.
    func retired(_ retirement: Retirement) -> PageContent {
        // A file that was deleted before its retirement's day is gone all the same.
        let date = retirement.date.flatMap { date in guidebook.day.map { date <= $0 } ?? true ? date : nil }
        let isCancelled = retirement.cause == .cancelled
        let what =
            isCancelled
            ? StateWords.cancelledOn(retirement.name, date) : SiteWords.retiredOn(retirement.name, date)
        var main: [Markup] = [
            .tag("p", [:], what),
            .tag("p", [:], retirement.reason.isEmpty ? StateWords.askWhy : retirement.reason),
            .tag("p", [:], SiteWords.yourCard),
        ]
        if let successor = guidebook.successor(of: retirement), let code = successor.code {
            main += [
                .tag("h2", [:], SiteWords.successor),
                Components.links([.init(address: code.path, title: successor.name)]),
            ]
        }
        main += [
            .tag("h2", [:], SiteWords.search), SearchBox.search(),
            .tag("p", guidebook.site.inquiryPhone),
        ]
        return content(
            isCancelled ? StateWords.itemCancelled : SiteWords.retired, main, at: .code(retirement.code), status: 410)
    }

    /// A notice or policy that is written but not out: 404, and nothing of it but its day.
    func awaited(_ code: ShortCode, from date: CalendarDate) -> PageContent {
        content(
            StateWords.awaited,
            [
                .tag(
                    "p",
                    [
                        .text(StateWords.awaitedBefore), Components.whole(code.grouped),
                        .text(StateWords.awaitedBehind(date)),
                    ]), .tag("h2", [:], SiteWords.search), SearchBox.search(), help,
            ], at: .code(code))
    }

    /// A code minted in advance, whose guide does not exist yet: 404, for there is nothing here to read, and why.
    func reserved(_ reservation: Reservation) -> PageContent {
        content(
            SiteWords.reserved,
            [
                .tag(
                    "p",
                    [
                        .text(SiteWords.reservedBefore), Components.whole(reservation.code.grouped),
                        .text(SiteWords.reservedBehind(reservation.purpose)),
                    ]),
                .tag("p", [:], SiteWords.comeAgain), .tag("h2", [:], SiteWords.search), SearchBox.search(), help,
            ], at: .code(reservation.code))
    }

    /// A code whose guide has errors just now, and there is no older version to show: 503, for it will come back.
    func revised(_ code: ShortCode) -> PageContent {
        content(
            SiteWords.revised,
            [
                .tag(
                    "p",
                    [
                        .text(SiteWords.revisedBefore), Components.whole(code.grouped),
                        .text(SiteWords.revisedBehind),
                    ]),
                .tag("p", [:], SiteWords.cardStaysGood), .tag("p", guidebook.site.inquiryPhone),
                .tag("h2", [:], SiteWords.search), SearchBox.search(),
            ], at: .code(code), status: 503)
    }

    private func content(
        _ title: String, _ main: [Markup], at address: PageAddress = .home, status: Int = 404
    ) -> PageContent {
        PageContent(address: address, title: title, description: title, main: main, status: status)
    }
}
