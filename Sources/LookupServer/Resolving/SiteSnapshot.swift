package import Drawing
package import Guides
internal import HTTPTypes
internal import Pages

/// One guidebook as bytes ready to send; immutable, so that a request never sees two versions at once.
///
/// The only place where this room and Pages touch.
package final class SiteSnapshot: Sendable {
    /// What a code opens.
    enum Opening {
        case guide(CodeAnswers)
        /// Retired, never issued, mistyped or no code at all: a page that says so, with its status.
        case nothing(ReadyResponse, Lost)
    }

    /// Why a code opens nothing.
    enum Lost: Sendable {
        case retired(ShortCode), neverIssued(ShortCode), unreadable
    }

    let guidebook: Guidebook
    /// Pictures of cards, by the code that they carry.
    private let pictures: [ShortCode: [UInt8]]
    /// Pages that are no code's, by decoded path, and every page in large print.
    private let pages: [String: ReadyResponse]
    private let codes: [ShortCode: CodeAnswers]
    private let site: SitePages
    /// The answer for addresses that do not exist.
    let missing: ReadyResponse
    /// The answer to targets that cannot be read.
    let malformed: ReadyResponse
    /// By the path that cards are printed with, `/c/4K7MX`: what the hot path answers by itself.
    let hotPages: [String: HotPage]

    /// Renders and compresses every page.
    ///
    /// - Parameters:
    ///   - cards: What is known of its cards on paper.
    ///   - older: The snapshot served until now; pages that did not change keep its bytes.
    package init(
        _ guidebook: Guidebook, cards: PrintedCards = PrintedCards(), replacing older: SiteSnapshot? = nil
    ) throws(DrawingError) {
        self.guidebook = guidebook
        pictures = cards.pictures
        site = try SitePages(guidebook, printed: cards.dates)
        var pages: [String: ReadyResponse] = [:]
        var codes: [ShortCode: CodeAnswers] = [:]
        var hotPages: [String: HotPage] = [:]
        let byPath = Dictionary(
            guidebook.guides.map { ("/c/\($0.code)", $0) }, uniquingKeysWith: { first, _ in first })
        let answers = ParallelMap.map(site.pages.sorted { $0.key < $1.key }) { path, page in
            guard let (code, guide) = byPath[path] else {
                return (path, ReadyResponse(page, status: .init(code: page.status), older: older?.pages[path]), nil)
            }
            let linkset = Linkset(path: path, name: guide.name, html: page.html, hasCard: cards.pictures[code] != nil, baseURL: guidebook.site.baseURL)
            let response = ReadyResponse(page, link: linkset.header, older: older?.codes[code]?.page)
            return (path, response, CodeAnswers(code: code, guide: guide, page: response, linkset: linkset))
        } as [(String, ReadyResponse, CodeAnswers?)]
        for (path, response, answers) in answers {
            if let answers {
                codes[answers.code] = answers
                hotPages[path] = HotPage(code: answers.code, response)
            } else {
                pages[path] = response
            }
        }
        pages[ResolverDescription.path] = ReadyResponse(
            ResolverDescription.json(guidebook.site).bytes, contentType: MediaType.json)
        pages[GuideSchema.path] = ReadyResponse(
            GuideSchema.json(baseURL: guidebook.site.baseURL).bytes, contentType: MediaType.schema)
        self.pages = pages
        self.codes = codes
        self.hotPages = hotPages
        missing = ReadyResponse(site.notFound, status: .notFound)
        malformed = ReadyResponse(site.notFound, status: .badRequest)
    }

    /// How many pages there are.
    package var pageCount: Int { site.pages.count }

    /// The page at a decoded path that is no code's; nil where there is none.
    func page(at path: String) -> ReadyResponse? { pages[path] }

    /// A page that depends on what stands behind `?`: large print, answers to 情形, a search; nil where the query asks
    /// for nothing of the kind.
    func variant(of path: String, _ target: RequestTarget, compressing: Bool) -> ReadyResponse? {
        var query: [String: String] = [:]
        for (name, value) in target.query where query[name] == nil { query[name] = String(value.prefix(100)) }
        let isAnswer = query.keys.contains { $0.hasPrefix("q") && $0.dropFirst().allSatisfy(\.isNumber) }
        if path != "/search" && !isAnswer {
            return query["size"] == "large" ? pages[path + "?size=large"] : nil
        }
        let page = site.page(at: path, query: query)
        return ReadyResponse(
            Array(page.html.utf8), contentType: MediaType.html, status: .init(code: page.status), compressing: compressing)
    }

    /// What stands below a code's address: `materials.csv`, `flowchart.svg`, `card.png`; nil where there is no such file.
    func file(_ name: Substring, of code: ShortCode, compressing: Bool) -> ReadyResponse? {
        switch name {
        case "materials.csv":
            site.materialsTable(of: code).map {
                ReadyResponse(Array($0.utf8), contentType: MediaType.table, compressing: compressing)
            }
        case "flowchart.svg":
            site.flowchart(of: code).map {
                ReadyResponse(Array($0.utf8), contentType: MediaType.picture, compressing: compressing)
            }
        case "card.png": pictures[code].map { ReadyResponse($0, contentType: MediaType.photo, compressing: false) }
        default: nil
        }
    }

    /// What a code opens, as somebody typed or scanned it.
    ///
    /// - Parameter compressing: Whether the asker takes gzip.
    func opening(of typed: String, compressing: Bool) -> Opening {
        func lost(_ status: HTTPResponse.Status, _ why: Lost) -> Opening {
            // Nobody's code is that long: what is echoed stays short.
            let page = site.lostPage(for: String(typed.prefix(40)))
            return .nothing(
                ReadyResponse(Array(page.html.utf8), contentType: MediaType.html, status: status, compressing: compressing), why)
        }
        do {
            let code = try ShortCode(reading: typed)
            if let known = codes[code] { return .guide(known) }
            if let page = pages["/c/\(code)"] { return .nothing(page, .retired(code)) }
            return lost(.notFound, .neverIssued(code))
        } catch {
            return switch error {
            case .wrongCheckCharacter: lost(.notFound, .unreadable)
            case .malformed: lost(.badRequest, .unreadable)
            }
        }
    }
}

/// Everything that one code answers with.
struct CodeAnswers: Sendable {
    let code: ShortCode
    let guide: Guide
    let page: ReadyResponse
    let linkset: Linkset
}
