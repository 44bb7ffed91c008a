package import Drawing
package import Guides
package import Pages

/// What the site shows on one day: every address, and what stands at it.
///
/// The stage between a guidebook and bytes, for whoever shows, serves or tests them. It is pure: the same guides, cards and
/// day give the same, nothing is read or written, and no protocol is known. Which charts cannot be drawn is known at once,
/// see `findings`; bytes are made when they are asked for.
package struct Publication: Sendable {
    /// As of the day.
    package let guidebook: Guidebook
    /// What is known of its cards on paper.
    package let cards: PrintedCards
    /// Where there are pages.
    package let addresses: SiteAddresses
    /// Makes the pages.
    package let pages: SitePages

    /// - Parameters:
    ///   - guidebook: As of the day for which it is; as of today where it is as of none.
    ///   - older: What was published until now; what still holds of its preparations is taken over.
    /// - Throws: `DrawingError.fontNotInstalled` where there is no typeface to draw charts with.
    package init(
        _ guidebook: Guidebook, cards: PrintedCards = PrintedCards(), replacing older: Publication? = nil
    ) throws(DrawingError) {
        let day = guidebook.day ?? .today
        self.guidebook = guidebook.on(day)
        self.cards = cards
        addresses = SiteAddresses(self.guidebook)
        pages = try SitePages(
            onDemand: self.guidebook, today: day, printed: cards.dates, pictured: Set(cards.pictures.keys),
            replacing: older?.pages)
    }

    /// Every address at which something stands whatever a request says, each once.
    package var everyAddress: [PageAddress] {
        addresses.all + [.search]
            + guidebook.issuedCodes.flatMap { code in
                PageAddress.CodeFile.allCases.map { .file($0, of: code) }.filter { resource(at: $0) != nil }
            }
    }

    /// What stands at an address; nil where nothing does.
    package func resource(at address: PageAddress) -> Resource? {
        let page = Resource(status: .ok, representations: [.page, .largePage])
        return switch address {
        case .home, .policies, .search: page
        case .field(let name): guidebook.site.field(named: name).map { _ in page }
        case .law(let stem): guidebook.laws.law(of: stem).map { _ in page }
        case .code(let code): resource(guidebook.opening(of: code))
        case .file(let file, let code):
            bytes(file, of: code).map { _ in Resource(status: .ok, representations: [file.representation]) }
        }
    }

    private func resource(_ opening: Opening) -> Resource? {
        let status: Resource.Status
        switch opening {
        case .guide:
            return Resource(status: .ok, representations: [.page, .largePage, .data, .linksetJSON, .linkset])
        case .gone: status = .gone
        case .awaited, .reserved: status = .notFound
        case .revised: status = .unavailable
        case .nothing: return nil
        }
        return Resource(status: status, representations: [.page, .largePage])
    }

    /// A representation's bytes; nil where what stands at the address has none of that form.
    ///
    /// Texts are UTF-8.
    package func bytes(of representation: Representation, at address: PageAddress) -> [UInt8]? {
        switch representation {
        case .page, .largePage:
            let isLarge = representation == .largePage
            if address == .search {
                return Array(pages.page(at: address.path, query: isLarge ? ["size": "large"] : [:]).html.utf8)
            }
            return pages.fixedPage(at: address, isLarge: isLarge).map { Array($0.html.utf8) }
        case .data:
            guard let code = address.code, let guide = guidebook.guide(for: code) else { return nil }
            return data(of: guide, code)
        case .linksetJSON, .linkset:
            guard let code = address.code, let guide = guidebook.guide(for: code),
                let page = pages.fixedPage(at: address)
            else { return nil }
            return linkset(of: guide, code, page).bytes(representation)
        case .table, .chart, .picture:
            guard case .file(let file, let code) = address, file.representation == representation else { return nil }
            return bytes(file, of: code)
        }
    }

    /// A guide as data: JSON in UTF-8.
    package func data(of guide: Guide, _ code: ShortCode) -> [UInt8] {
        GuideDocument(guidebook: guidebook).json(guide, code: code).bytes
    }

    /// The typed links of a guide.
    ///
    /// - Parameter page: The guide's page.
    package func linkset(of guide: Guide, _ code: ShortCode, _ page: Page) -> Linkset {
        Linkset(
            code: code, name: guide.name, sections: page.sections, hasCard: cards.pictures[code] != nil,
            baseURL: guidebook.site.baseURL)
    }

    private func bytes(_ file: PageAddress.CodeFile, of code: ShortCode) -> [UInt8]? {
        switch file {
        case .materials: pages.materialsTable(of: code).map { Array($0.utf8) }
        case .flowchart: pages.flowchart(of: code).map { Array($0.utf8) }
        case .card: cards.pictures[code]
        }
    }

    /// What describes the site to programs: paths, media types and bytes.
    package var descriptions: [(path: String, mediaType: String, bytes: [UInt8])] {
        [
            (ResolverDescription.path, MediaType.json, ResolverDescription.json(guidebook.site).bytes),
            (GuideSchema.path, MediaType.schema, GuideSchema.json(baseURL: guidebook.site.baseURL).bytes),
        ]
    }
}

extension PageAddress.CodeFile {
    /// The form in which it stands at its address.
    package var representation: Representation {
        switch self {
        case .materials: .table
        case .flowchart: .chart
        case .card: .picture
        }
    }
}
