package import Drawing
internal import Flowcharts
package import Guides
internal import Markup

/// All pages of a guidebook as of one day.
///
/// Everything that is the same for everybody is made once and stands in `pages`; only answers to 情形, searches and
/// addresses that open nothing are put together while a request waits, and that is plain text work.
package struct SitePages: Sendable {
    /// The day for which the pages are made: "今天提交，最迟…" and what has expired depend on it.
    ///
    /// At midnight in China a new value must take the place of this one.
    package let day: CalendarDate
    /// Why some charts cannot be drawn, by the file of their guide; their pages say the same in words.
    package var chartFaults: [GuidebookSources.Source: DrawingError] { context.charts.faults }
    /// Every fixed page by the path of its `PageAddress`, and each again in large print with `?size=large` behind it.
    ///
    /// Codes whose guide is gone are among them, with status 410, those whose guide is not out yet, with 404, and those of
    /// guides that are being revised, with 503.
    package let pages: [String: Page]
    private let context: SiteContext
    private let frame: PageFrame
    private let search: LazySearch
    private let inputs: PageInputs

    /// Renders everything.
    ///
    /// - Parameters:
    ///   - today: The day in China.
    ///   - printed: By code, when its oldest and its newest cards were printed, as the ledger tells it.
    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw charts with.
    package init(
        _ guidebook: Guidebook, today: CalendarDate = .today, printed: [ShortCode: ClosedRange<CalendarDate>] = [:]
    ) throws(DrawingError) {
        let bare = try SitePages(onDemand: guidebook, today: today, printed: printed)
        var pages: [String: Page] = [:]
        for reading in [Reading.normal, .large] {
            for address in bare.addresses {
                pages[SitePages.key(address, reading)] = bare.fixed(address, reading)
            }
        }
        self.init(pages: pages, bare.context, bare.frame, bare.search, bare.inputs)
    }

    /// Renders nothing yet: `pages` is empty, and each page is made when it is asked for.
    ///
    /// Which charts cannot be drawn is found out now, see `chartFaults`.
    ///
    /// - Parameters:
    ///   - pictured: The codes of which there is a picture of a card; nil where there is one of every card.
    ///   - older: The pages until now; what of their preparations still holds is taken over.
    package init(
        onDemand guidebook: Guidebook, today: CalendarDate = .today,
        printed: [ShortCode: ClosedRange<CalendarDate>] = [:], pictured: Set<ShortCode>? = nil,
        replacing older: SitePages? = nil
    ) throws(DrawingError) {
        let guidebook = guidebook.on(today)
        let changes = older.flatMap { guidebook.sources.changes(since: $0.context.guidebook.sources) }
        let inputs = PageInputs(guidebook, today: today, printed: printed, replacing: older?.inputs, changes: changes)
        let context = SiteContext(
            guidebook: guidebook, today: today,
            charts: try Charts(guidebook, inputs, replacing: older?.context.charts, changes: changes),
            printDates: printed, pictured: pictured)
        self.init(
            pages: [:], context, PageFrame(site: guidebook.site, today: today),
            LazySearch(guidebook, replacing: older?.search, changes: changes), inputs)
    }

    private init(
        pages: [String: Page], _ context: SiteContext, _ frame: PageFrame, _ search: LazySearch, _ inputs: PageInputs
    ) {
        day = context.today
        self.pages = pages
        self.context = context
        self.frame = frame
        self.search = search
        self.inputs = inputs
    }

    private static func guide(_ context: SiteContext, _ guide: Guide, _ reading: Reading) -> PageContent {
        guide.view.page(context, reading)
    }

    /// The page at an address, whatever stands in its query; a page with status 404 where there is nothing.
    ///
    /// - Parameters:
    ///   - path: Not percent-encoded, `/c/4K7MX`; a code in any form that people type.
    ///   - query: Decoded fields; `size=large`, `q0=1` and so on for answers to 情形, `q` for a search; others are ignored.
    ///   - isWanted: Whether somebody still waits for it; asked in the middle of a search.
    package func page(
        at path: String, query: [String: String] = [:], while isWanted: () -> Bool = { true }
    ) -> Page {
        let reading = Reading(query)
        if let typed = PageAddress.typedCode(in: path) { return page(ofCode: String(typed), query) }
        let address = PageAddress(path: path)
        if address == .search {
            return frame.page(
                SearchPage(query: query["q"] ?? "", index: search.index, context: context).content(while: isWanted),
                reading)
        }
        return address.flatMap { fixed($0, reading) }
            ?? frame.page(LostPages(guidebook: context.guidebook).notFound(), reading)
    }

    private func page(ofCode typed: String, _ query: [String: String]) -> Page {
        let reading = Reading(query)
        guard let code = try? ShortCode(reading: typed) else { return lost(typed, reading) }
        if let guide = context.guidebook.guide(for: code) {
            let answered = Reading(query, situations: guide.view.asked)
            if !answered.answers.isEmpty { return frame.page(SitePages.guide(context, guide, answered), answered) }
        }
        return fixed(.code(code), reading) ?? lost(typed, reading)
    }

    private static func key(_ address: PageAddress, _ reading: Reading) -> String {
        reading.isLarge ? Reading.enlarged(address.path) : address.path
    }

    private func fixed(_ address: PageAddress, _ reading: Reading) -> Page? {
        pages[SitePages.key(address, reading)] ?? content(at: address, reading).map { frame.page($0, reading) }
    }

    /// What stands at a fixed address; nil where there is nothing, and for what is made for each request or is no page.
    private func content(at address: PageAddress, _ reading: Reading) -> PageContent? {
        let guidebook = context.guidebook
        return switch address {
        case .home: FrontPages(context: context).home()
        case .policies: FrontPages(context: context).policies()
        case .field(let name): guidebook.site.field(named: name).map { FrontPages(context: context).field($0) }
        case .law(let stem):
            guidebook.laws.law(of: stem).map { LawPage(law: $0, guidebook: guidebook, today: context.today).content() }
        case .code(let code):
            switch guidebook.opening(of: code) {
            case .guide(let guide): SitePages.guide(context, guide, reading)
            case .gone(let retirement): LostPages(guidebook: guidebook).retired(retirement)
            case .awaited(let date): LostPages(guidebook: guidebook).awaited(code, from: date)
            case .reserved(let reservation): LostPages(guidebook: guidebook).reserved(reservation)
            case .revised: LostPages(guidebook: guidebook).revised(code)
            case .nothing: nil
            }
        case .file, .search: nil
        }
    }

    private func lost(_ typed: String, _ reading: Reading) -> Page {
        frame.page(LostPages(guidebook: context.guidebook).page(for: typed), reading)
    }

    /// Why `/c/…` opens nothing, as a page; of the query only the size of print counts.
    package func lostPage(for typed: String, query: [String: String] = [:]) -> Page { lost(typed, Reading(query)) }

    /// The page for an address that does not exist; of the query only the size of print counts.
    package func notFound(query: [String: String] = [:]) -> Page {
        frame.page(LostPages(guidebook: context.guidebook).notFound(), Reading(query))
    }
}

extension SitePages {
    /// The addresses of all fixed pages, each once: those that `fixedPage(at:)` answers.
    package var addresses: [PageAddress] { SiteAddresses(context.guidebook).all }

    /// A fixed page by its address; nil where there is none.
    package func fixedPage(at address: PageAddress, isLarge: Bool = false) -> Page? {
        fixed(address, isLarge ? .large : .normal)
    }

    /// What a fixed page is made from, as a number: the page at the address is the same as long as the number is.
    package func inputs(of address: PageAddress) -> UInt64 {
        let guidebook = context.guidebook
        return switch address {
        case .code(let code):
            switch guidebook.opening(of: code) {
            case .guide(let guide): inputs.digest(of: guide)
            case .gone(let retirement): inputs.digest(of: retirement)
            case .awaited(let date): inputs.digest(ofAwaited: date)
            case .reserved(let reservation): inputs.digest(of: reservation)
            case .revised, .nothing: inputs.revised
            }
        case .law(let stem): guidebook.laws.law(of: stem).map { inputs.digest(of: $0) } ?? 0
        case .home, .policies, .field, .file, .search: inputs.home
        }
    }

    /// Makes the search ready, which otherwise happens when first somebody searches.
    package func prepareSearch() { _ = search.index }

    /// `/c/CODE/materials.csv` (`text/csv; charset=utf-8`): a guide's materials as a table; nil where it has none.
    package func materialsTable(of code: ShortCode) -> String? {
        context.guidebook.guide(for: code)?.view.materialsTable(in: context.guidebook)?.text
    }

    /// `/c/CODE/flowchart.svg` (`image/svg+xml`): a guide's flowchart as a file of its own; nil where it has none.
    package func flowchart(of code: ShortCode) -> String? {
        context.guidebook.guide(for: code)?.view.chart(in: context).map(standalone)
    }

    /// The picture with its colours and typeface inside.
    private func standalone(_ file: ChartFile) -> String {
        guard case .element(let name, let attributes, let children) = file.picture else { return file.picture.html }
        let style = Markup.tag(
            "style",
            [
                .text(Theme(file.colour ?? context.guidebook.site.fields.last?.colour).css),
                .verbatim(Stylesheet.colours),
                .verbatim(Stylesheet.charts),
                .verbatim(file.style), .verbatim(Stylesheet.standalone),
            ])
        return Markup.element(name, [.init("xmlns", "http://www.w3.org/2000/svg")] + attributes, [style] + children)
            .html
    }
}
