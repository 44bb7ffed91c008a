internal import Guides
internal import HTTPTypes
internal import Hummingbird
internal import Publication
internal import ScanRecords

/// Answers `/c/CODE` in all its forms: the page, its data, its linkset and its typed links.
///
/// A scan is one opening of the printed address. What the page itself links to counts no second time: the page in large
/// print, with answers to 情形, its data and files.
struct CodeAnswering {
    let site: LiveSite
    let snapshot: SiteSnapshot
    let permit: WorkPermit

    func answer(_ typed: String, _ target: RequestTarget, _ request: Request) throws(Deferral) -> Response {
        let compressing = Negotiation.acceptsGzip(request.headers[.acceptEncoding])
        if let slash = typed.firstIndex(of: "/"), let code = try? ShortCode(reading: typed[..<slash]),
            let file = PageAddress.CodeFile(rawValue: String(typed[typed.index(after: slash)...]))
        {
            try permit.take(.document)
            return (snapshot.file(file, of: code, compressing: compressing) ?? snapshot.missing).response(to: request)
        }
        // What sticks to a printed address, as chat programs and share buttons leave it, costs nobody the page.
        if (try? ShortCode(reading: typed)) == nil, let code = ShortCode(leading: typed) {
            return .redirect(to: code, target)
        }
        let opening = try snapshot.opening(
            of: typed, isLarge: target.asksForLargePrint, compressing: compressing, charge: permit.take)
        switch opening {
        case .nothing(let page, let why):
            if request.method == .get { count(why) }
            return page.response(to: request)
        case .guide(let answers):
            if let asked = target.value(of: "linkType") { return try link(asked, of: answers, request) }
            let form = Negotiation.mediaType(
                request.headers[.accept],
                [
                    ("text/html", Representation.page), (MediaType.json, .data), (MediaType.linksetJSON, .linksetJSON),
                    (MediaType.linkset, .linkset),
                ])
            if form == .page || form == nil,
                let variant = try snapshot.variant(
                    of: PageAddress.code(answers.code).path, target, guide: (answers.code, answers.guide),
                    permit: permit)
            {
                return variant.response(to: request)
            }
            // A scan is never refused: whoever accepts nothing of ours gets the page (RFC 9110 §12.5.1 allows it).
            return try respond(form ?? .page, answers, request)
        }
    }

    private func link(
        _ asked: String, of answers: CodeAnswers, _ request: Request
    ) throws(Deferral) -> Response {
        if asked == "linkset" || asked == "all" {
            let form = Negotiation.mediaType(
                request.headers[.accept],
                [
                    (MediaType.linksetJSON, Representation.linksetJSON), (MediaType.json, .linksetJSON),
                    (MediaType.linkset, .linkset),
                ])
            return try respond(form ?? .linksetJSON, answers, request)
        }
        guard let type = LinkType(asked: asked, under: snapshot.guidebook.site.baseURL),
            let target = answers.linkset.target(of: type)
        else { return snapshot.missing.response(to: request) }
        switch type {
        case .guide: return try respond(.page, answers, request)
        case .data: return try respond(.data, answers, request)
        case .flowchart, .materials, .basis, .policies, .card:
            var response = Response.redirect(to: target, status: .temporaryRedirect)
            response.headers[.link] = answers.linkset.header
            return response
        }
    }

    private func respond(
        _ form: Representation, _ answers: CodeAnswers, _ request: Request
    ) throws(Deferral) -> Response {
        if form != .page { try permit.take(.document) }
        switch form {
        case .page:
            if request.method == .get, !isPrefetch(request) { site.scans?.record(answers.code.text) }
            return answers.page.response(to: request)
        case .data: return made(snapshot.publication.data(of: answers.guide, answers.code), form, answers, request)
        case .linksetJSON, .linkset: return made(answers.linkset.bytes(form), form, answers, request)
        case .largePage, .table, .chart, .picture: return snapshot.missing.response(to: request)
        }
    }

    private func made(
        _ bytes: [UInt8], _ form: Representation, _ answers: CodeAnswers, _ request: Request
    ) -> Response {
        ReadyResponse(
            bytes, contentType: form.mediaType, link: answers.linkset.header, vary: "Accept, Accept-Encoding",
            compressing: Negotiation.acceptsGzip(request.headers[.acceptEncoding])
        ).response(to: request)
    }

    private func count(_ why: SiteSnapshot.Lost) {
        switch why {
        case .explained(let code): site.scans?.record(code.text)
        case .neverIssued(let code): site.scans?.recordUnknown(code.text)
        case .unreadable: site.scans?.recordUnreadable()
        }
    }

    /// A browser that fetches ahead of a tap is no scan.
    private func isPrefetch(_ request: Request) -> Bool {
        request.headers[.secPurpose]?.lowercased().contains("prefetch") == true
    }
}
