internal import Guides
internal import Pages

/// The typed links of one code (RFC 9264).
package struct Linkset: Sendable {
    struct Link: Sendable {
        let type: LinkType
        /// Relative to the server: `/c/4K7MX#materials`.
        let target: String
    }

    /// The printed address.
    let anchor: String
    let name: String
    let links: [Link]
    private let baseURL: String

    /// - Parameters:
    ///   - sections: The sections that the guide's page has.
    ///   - hasCard: Whether there is a picture of the card.
    init(code: ShortCode, name: String, sections: [Section], hasCard: Bool, baseURL: String) {
        let path = PageAddress.code(code).link
        anchor = baseURL + path
        self.name = name
        self.baseURL = baseURL
        links = LinkType.allCases.compactMap { type in
            switch type {
            case .guide: return Link(type: type, target: path)
            case .data: return Link(type: type, target: path + "?linkType=data")
            case .card: return hasCard ? Link(type: type, target: PageAddress.file(.card, of: code).link) : nil
            case .flowchart, .materials, .basis, .policies: break
            }
            guard let section = type.section else { return nil }
            return sections.contains(section) ? Link(type: type, target: "\(path)#\(section.rawValue)") : nil
        }
    }

    /// Where a link of the type leads; nil where the guide has none.
    package func target(of type: LinkType) -> String? { links.first { $0.type == type }?.target }

    /// One of its two forms.
    package func bytes(_ representation: Representation) -> [UInt8] {
        representation == .linkset ? Array(text.utf8) : json.bytes
    }

    /// `application/linkset+json` (§4.2).
    var json: JSONText {
        .object([
            (
                "linkset",
                .array([
                    .object(
                        [("anchor", .string(anchor))]
                            + links.map { link in
                                (
                                    link.type.relation(under: baseURL),
                                    .array([
                                        .record([
                                            "href": .string(baseURL + link.target),
                                            "title": .string("\(name) · \(link.type.title)"),
                                            "type": .string(link.type.mediaType),
                                            "hreflang": link.type.mediaType == "text/html" ? ["zh-CN"] : nil,
                                        ])
                                    ])
                                )
                            })
                ])
            )
        ])
    }

    /// `application/linkset` (§4.1), which is ASCII: the titles stand in the JSON form.
    var text: String {
        links.map { link in
            "<\(baseURL)\(link.target)>; rel=\"\(link.type.relation(under: baseURL))\"; type=\"\(link.type.mediaType)\"; anchor=\"\(anchor)\""
        }.joined(separator: ",\n") + "\n"
    }

    /// The `Link` header of the page (RFC 8288): the linkset and each typed link.
    package var header: String {
        let path = anchor.dropFirst(baseURL.count)
        let typed = links.map { "<\($0.target)>; rel=\"\($0.type.relation(under: baseURL))\"" }
        let general = [
            "<\(anchor)>; rel=\"canonical\"",
            "<\(path)?linkType=linkset>; rel=\"linkset\"; type=\"\(MediaType.linksetJSON)\"",
            "<\(path)?linkType=data>; rel=\"alternate\"; type=\"\(MediaType.json)\"",
        ]
        return (general + typed).joined(separator: ", ")
    }
}
