package import Drawing
package import Guides
internal import HTTPTypes
internal import Pages

/// One guidebook as bytes ready to send; immutable, so that a request never sees two versions at once.
package struct SiteSnapshot: Sendable {
    private let responses: [String: ReadyResponse]
    private let pages: SitePages
    private let notFound: ReadyResponse

    /// Renders and compresses every page.
    package init(_ guidebook: Guidebook) throws(DrawingError) {
        pages = try SitePages(guidebook)
        responses = pages.pages.mapValues { ReadyResponse($0) }
        notFound = ReadyResponse(pages.notFound, status: .notFound)
    }

    /// How many pages there are.
    package var pageCount: Int { responses.count }

    /// The page at a path that is no code's; nil where there is none.
    func page(at path: String) -> ReadyResponse? { responses[path] }

    /// The page of a code as somebody typed or scanned it, or the page that says why there is none.
    func page(ofCode typed: String) -> ReadyResponse {
        if let code = try? ShortCode(reading: typed), let known = responses["/c/\(code)"] { return known }
        return ReadyResponse(pages.lostPage(for: typed), status: .notFound)
    }

    /// The answer for addresses that do not exist.
    var missing: ReadyResponse { notFound }
}
