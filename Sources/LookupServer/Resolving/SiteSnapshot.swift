internal import Guides
internal import HTTPTypes
internal import Pages
package import Publication
internal import Synchronization

/// What is published, as bytes ready to send; immutable, so that a request never sees two versions at once.
package final class SiteSnapshot: Sendable {
    /// What a code opens.
    enum Opening {
        case guide(CodeAnswers)
        /// Retired, cancelled, not out yet, never issued, mistyped or no code at all: a page that says so, with its status.
        case nothing(ReadyResponse, Lost)
    }

    /// Why a code opens nothing: the page says what became of it, nobody has it, or it is none.
    enum Lost: Sendable {
        case explained(ShortCode), neverIssued(ShortCode), unreadable
    }

    package let publication: Publication
    /// Pages that are no code's.
    private let pages: [PageAddress: PageSlot]
    /// The same, and those of guides, in large print.
    private let largePages: Mutex<[PageAddress: PageSlot]>
    /// Pages that only some ask for.
    private let variants = Mutex(RecentlyUsed<PageVariant, ReadyResponse>(capacity: SiteSnapshot.variantCapacity))
    /// Descriptions for programs, by path.
    private let documents: [String: ReadyResponse]
    /// Guides, retired and reserved codes.
    private let codes: CodeTable<PageSlot>
    /// The answer for addresses that do not exist.
    let missing: ReadyResponse
    /// The same in large print.
    private let missingLarge: ReadyResponse
    /// The answer to targets that cannot be read.
    let malformed: ReadyResponse

    /// Makes the pages' places; made is each when first it is asked for, or by `fill`.
    ///
    /// - Parameter older: The snapshot served until now; pages whose inputs did not change are taken over from it.
    package init(_ publication: Publication, replacing older: SiteSnapshot? = nil) {
        self.publication = publication
        codes = CodeTable(publication.addresses.owners.keys) { PageSlot(replacing: older?.codes[$0]) }
        pages = Dictionary(
            uniqueKeysWithValues: publication.addresses.fronts.map { ($0, PageSlot(replacing: older?.pages[$0])) })
        let large = older?.largePages.withLock { $0 } ?? [:]
        largePages = Mutex(large.mapValues { PageSlot(replacing: $0) })
        documents = Dictionary(
            uniqueKeysWithValues: publication.descriptions.map {
                ($0.path, ReadyResponse($0.bytes, contentType: $0.mediaType))
            })
        let site = publication.pages
        missing = ReadyResponse(site.notFound(), status: .notFound)
        missingLarge = ReadyResponse(site.notFound(query: ["size": "large"]), status: .notFound)
        malformed = ReadyResponse(site.notFound(), status: .badRequest)
    }

    var guidebook: Guidebook { publication.guidebook }
    private var site: SitePages { publication.pages }

    /// Whether a snapshot of another guidebook would answer as this one does.
    func isSame(as other: Guidebook, _ otherCards: PrintedCards) -> Bool {
        other.sources.changes(since: guidebook.sources)?.isEmpty == true && other.site.baseURL == guidebook.site.baseURL
            && other.revised == guidebook.revised && site.day == other.day && publication.cards == otherCards
    }

    /// How many pages there are, each in two sizes of print.
    package var pageCount: Int { (pages.count + codes.count) * 2 }

    /// What the hot path answers by itself: the page of a code, if it is made.
    func hotPage(_ key: CodeKey) -> HotPage? { codes[key]?.hot }

    /// The page at a decoded path that is no code's; nil where there is none.
    ///
    /// - Parameter charge: Takes what it costs to make it, where nobody has yet.
    func page(at path: String, charge: AnswerCharge) throws(Deferral) -> ReadyResponse? {
        if let document = documents[path] { return document }
        guard let address = PageAddress(path: path), let slot = pages[address] else { return nil }
        return try made(slot, address, charge: charge)?.response
    }

    /// The paths of all pages in normal print.
    var addresses: [String] { pages.keys.map(\.path) + Array(documents.keys) + codes.paths }

    /// Makes every page that is not made yet, so that nobody has to wait for it; ends early where `isWanted` says so.
    package func fill(while isWanted: () -> Bool) {
        for (address, slot) in pages {
            guard isWanted() else { return }
            _ = make(slot, address)
        }
        site.prepareSearch()
        for code in guidebook.issuedCodes {
            guard isWanted() else { return }
            if let slot = codes[code] { _ = make(slot, .code(code)) }
        }
    }

    private func made(
        _ slot: PageSlot, _ address: PageAddress, isLarge: Bool = false, charge: AnswerCharge
    ) throws(Deferral) -> PageSlot.Made? {
        if !slot.isMade { try charge(.page) }
        return make(slot, address, isLarge: isLarge)
    }

    private func make(_ slot: PageSlot, _ address: PageAddress, isLarge: Bool = false) -> PageSlot.Made? {
        slot.page {
            inputs(of: address)
        } _: { inputs, older in
            guard let page = site.fixedPage(at: address, isLarge: isLarge) else { return nil }
            guard !isLarge, let code = address.code, let guide = guidebook.guide(for: code) else {
                let response = ReadyResponse(page, status: .init(code: page.status), older: older?.response)
                return PageSlot.Made(inputs: inputs, response: response, answers: nil, hot: nil)
            }
            let linkset = publication.linkset(of: guide, code, page)
            let response = ReadyResponse(page, link: linkset.header, older: older?.response)
            return PageSlot.Made(
                inputs: inputs, response: response,
                answers: CodeAnswers(code: code, guide: guide, page: response, linkset: linkset),
                hot: HotPage(code: code, response))
        }
    }

    /// What an answer is made from: the page's inputs, and whether its linkset names a picture of the card.
    private func inputs(of address: PageAddress) -> UInt64 {
        let hasCard = address.code.map { publication.cards.pictures[$0] != nil } ?? false
        return site.inputs(of: address) ^ (hasCard ? 1 << 63 : 0)
    }

    /// A page in large print.
    ///
    /// Few read it, so that its places are made as they are needed.
    ///
    /// - Parameter charge: Takes what it costs to make it, where nobody has yet.
    func largePage(at path: String, charge: AnswerCharge) throws(Deferral) -> ReadyResponse? {
        guard let address = PageAddress(path: path) else { return nil }
        return try largePage(at: address, charge: charge)
    }

    private func largePage(at address: PageAddress, charge: AnswerCharge) throws(Deferral) -> ReadyResponse? {
        guard pages[address] != nil || address.code.flatMap({ codes[$0] }) != nil else { return nil }
        let slot = largePages.withLock { slots in
            if let slot = slots[address] { return slot }
            let slot = PageSlot(replacing: nil)
            slots[address] = slot
            return slot
        }
        return try made(slot, address, isLarge: true, charge: charge)?.response
    }

    /// The answer for an address that does not exist, in the size of print that was asked for.
    func missing(_ target: RequestTarget) -> ReadyResponse { target.asksForLargePrint ? missingLarge : missing }

    /// How many bytes pages that only some ask for may take together: some hundreds of them.
    static let variantCapacity = 8 << 20

    /// A page that depends on what stands behind `?`: large print, answers to 情形, a search; nil where the query asks
    /// for nothing of the kind.
    ///
    /// - Parameters:
    ///   - guide: Whose page it is, where it is one's.
    ///   - permit: Whether the page may be made, where nobody asked for it lately.
    func variant(
        of path: String, _ target: RequestTarget, guide: (code: ShortCode, guide: Guide)? = nil, permit: WorkPermit
    ) throws(Deferral) -> ReadyResponse? {
        var query: [String: String] = [:]
        for (name, value) in target.query where query[name] == nil { query[name] = String(value.prefix(100)) }
        let variant =
            path == PageAddress.search.path
            ? PageVariant(searching: query) : guide.flatMap { PageVariant(of: $0.guide, $0.code, query: query) }
        guard let variant else {
            return target.asksForLargePrint ? try largePage(at: path, charge: permit.take) : nil
        }
        if let known = variants.withLock({ $0.value(for: variant) }) { return known }
        try permit.take(.variant)
        let page = site.page(variant, while: permit.isWanted)
        // What was left half-way is nobody's page.
        guard permit.isWanted() else { throw .abandoned }
        let response = ReadyResponse(page, status: .init(code: page.status))
        variants.withLock { $0.keep(response, for: variant, bytes: response.storedBytes) }
        return response
    }

    /// A file below a code's address; nil where the code has none of that kind.
    func file(_ file: PageAddress.CodeFile, of code: ShortCode, compressing: Bool) -> ReadyResponse? {
        let form = file.representation
        return publication.bytes(of: form, at: .file(file, of: code)).map {
            // A PNG is packed already.
            ReadyResponse($0, contentType: form.mediaType, compressing: compressing && form != .picture)
        }
    }

    /// What a code opens, as somebody typed or scanned it.
    ///
    /// - Parameters:
    ///   - isLarge: Whether large print was asked for.
    ///   - compressing: Whether the asker takes gzip.
    ///   - charge: Takes what it costs to make the page, or to say why a code opens nothing.
    func opening(
        of typed: String, isLarge: Bool = false, compressing: Bool, charge: AnswerCharge
    ) throws(Deferral) -> Opening {
        func lost(_ status: HTTPResponse.Status, _ why: Lost) throws(Deferral) -> Opening {
            try charge(.lost)
            // Nobody's code is that long: what is echoed stays short.
            let page = site.lostPage(for: String(typed.prefix(40)), query: isLarge ? ["size": "large"] : [:])
            return .nothing(
                ReadyResponse(
                    Array(page.html.utf8), contentType: MediaType.html, status: status, compressing: compressing), why)
        }
        let code: ShortCode
        do {
            code = try ShortCode(reading: typed)
        } catch {
            switch error {
            case .wrongCheckCharacter: return try lost(.notFound, .unreadable)
            case .malformed: return try lost(.badRequest, .unreadable)
            }
        }
        guard let slot = codes[code], let made = try made(slot, .code(code), charge: charge) else {
            return try lost(.notFound, .neverIssued(code))
        }
        if let answers = made.answers { return .guide(answers) }
        let large = isLarge ? try largePage(at: .code(code), charge: charge) : nil
        return .nothing(large ?? made.response, .explained(code))
    }
}

/// Everything that one code answers with.
struct CodeAnswers: Sendable {
    let code: ShortCode
    let guide: Guide
    let page: ReadyResponse
    let linkset: Linkset
}
