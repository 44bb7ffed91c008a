internal import Guides
internal import Pages

/// The kinds of links from a code: what `?linkType=` asks for and what linksets list.
package enum LinkType: String, CaseIterable, Sendable {
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
    package init?(asked text: String, under baseURL: String) {
        let name = text.hasPrefix("onecard:") ? String(text.dropFirst("onecard:".count)) : text
        guard
            let type = LinkType(rawValue: name)
                ?? LinkType.allCases.first(where: { $0.relation(under: baseURL) == text })
        else { return nil }
        self = type
    }
}
