internal import Guides
internal import Pages

/// The kinds of links from a code: what `?linkType=` asks for and what linksets list.
enum LinkType: String, CaseIterable {
    case guide, flowchart, materials, basis, policies, card, data

    /// The URI of the relation (RFC 8288 §2.1.2): where the resolver's description explains it.
    func relation(under baseURL: String) -> String { "\(baseURL)\(ResolverDescription.path)#\(rawValue)" }

    /// What it is called, for people.
    var title: String {
        switch self {
        case .guide: "服务指南"
        case .flowchart: "审批流程图"
        case .materials: "申请材料"
        case .basis: "实施依据"
        case .policies: "政策和通知"
        case .card: "卡片图样"
        case .data: "指南数据"
        }
    }

    /// The section of the page that it means; nil for what is no part of it.
    var section: Section? {
        switch self {
        case .flowchart: .flow
        case .materials: .materials
        case .basis: .basis
        case .policies: .policies
        case .guide, .card, .data: nil
        }
    }

    var mediaType: String {
        switch self {
        case .data: MediaType.json
        case .card: MediaType.photo
        case .guide, .flowchart, .materials, .basis, .policies: "text/html"
        }
    }

    /// Reads `materials`, `onecard:materials` or the relation's full URI.
    init?(asked text: String, under baseURL: String) {
        let name = text.hasPrefix("onecard:") ? String(text.dropFirst("onecard:".count)) : text
        guard
            let type = LinkType(rawValue: name)
                ?? LinkType.allCases.first(where: { $0.relation(under: baseURL) == text })
        else { return nil }
        self = type
    }
}

/// The typed links of one code (RFC 9264).
struct Linkset {
    struct Link {
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
    func target(of type: LinkType) -> String? { links.first { $0.type == type }?.target }

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
    var header: String {
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

extension JSONText: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSONText...) { self = .array(elements) }
}
