internal import Cards
internal import Guides
internal import LookupServer

/// What the daemon shows of printed cards: their pictures, and when they were printed.
enum CardsOnPaper {
    static func all(_ guidebook: Guidebook, _ options: GuideOptions) -> PrintedCards {
        PrintedCards(pictures: pictures(guidebook, options), dates: dates(options))
    }

    /// The front of each card; a card that cannot be drawn has none, and `print` says why.
    private static func pictures(_ guidebook: Guidebook, _ options: GuideOptions) -> [ShortCode: [UInt8]] {
        let selection = PrintSelection(
            guidebook: guidebook, names: [], items: false, field: nil, baseURL: nil, isTrial: false)
        let folder = DesignFolder(options.cards + "/designs", saying: selection.longestAddress, only: PrintJob.usualDesign)
        guard let design = folder.designs.first, let renderer = try? CardRenderer(),
            let chosen = try? selection.contents()
        else { return [:] }
        var pictures: [ShortCode: [UInt8]] = [:]
        for card in chosen {
            pictures[card.code] = (try? renderer.render(card.content, design: design))?.sides.first?.png
        }
        return pictures
    }

    /// By code, the day of its first row in the ledger.
    private static func dates(_ options: GuideOptions) -> [ShortCode: CalendarDate] {
        var dates: [ShortCode: CalendarDate] = [:]
        for row in Ledger(at: options.cards + "/ledger.csv").rows where row.date < dates[row.code] ?? row.date.next {
            dates[row.code] = row.date
        }
        return dates
    }
}

extension CalendarDate {
    fileprivate var next: CalendarDate { CalendarDate(daysSinceEpoch: daysSinceEpoch + 1) }
}
