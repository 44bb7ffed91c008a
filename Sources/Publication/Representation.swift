/// A form in which something stands at an address (RFC 9110 §3.2).
package enum Representation: Hashable, Sendable, CaseIterable {
    /// A page in normal print.
    case page
    /// The same in large print, with `?size=large` behind the address.
    case largePage
    /// A guide as data, in the shape that `GuideSchema` publishes.
    case data
    /// The typed links of a code (RFC 9264).
    case linksetJSON, linkset
    /// A guide's materials (RFC 4180).
    case table
    /// A guide's flowchart.
    case chart
    /// A picture of the card that opens a guide.
    case picture

    package var mediaType: String {
        switch self {
        case .page, .largePage: MediaType.html
        case .data: MediaType.json
        case .linksetJSON: MediaType.linksetJSON
        case .linkset: MediaType.linkset
        case .table: MediaType.table
        case .chart: MediaType.picture
        case .picture: MediaType.photo
        }
    }
}

/// What stands at an address.
package struct Resource: Hashable, Sendable {
    /// What an answer from there says of it (RFC 9110 §15).
    package enum Status: Int, Sendable {
        case ok = 200
        /// Nothing yet, and the page says since when or why.
        case notFound = 404
        /// Nothing any more, and the page says why and what to read instead.
        case gone = 410
        /// Its guide is being revised.
        case unavailable = 503
    }

    package let status: Status
    /// The forms of it, the one first that is given to those who ask for none.
    package let representations: [Representation]
}
