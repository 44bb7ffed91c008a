internal import Guides
internal import Markup

/// 政策和通知 of fields, as links to their pages.
struct PolicySection {
    let guidebook: Guidebook

    /// A field's notices and policies, newest first; of many only the newest, with a link to all.
    func markup(fields: [String], limit: Int? = nil) -> [Markup] {
        var seen: Set<String> = []
        let notices = fields.flatMap { guidebook.notices(in: $0) }.filter { seen.insert("n" + $0.stem).inserted }
        let policies = fields.flatMap { guidebook.policies(in: $0) }.filter { seen.insert("p" + $0.stem).inserted }
            .sorted { ($0.date?.daysSinceEpoch ?? 0) > ($1.date?.daysSinceEpoch ?? 0) }
        var content: [Markup] = []
        if !notices.isEmpty {
            content.append(.tag("h3", [:], "通知"))
            content.append(Components.links(notices.prefix(limit ?? .max).map { entry(of: $0) }))
        }
        if !policies.isEmpty {
            content.append(.tag("h3", [:], "政策"))
            content.append(Components.links(policies.prefix(limit ?? .max).map { entry(of: $0) }))
        }
        if limit != nil {
            content.append(Components.links(fields.map { ("/fields/\(WebPath.escaped($0))", "\($0)：全部政策和通知", nil) }))
        }
        if content.isEmpty { content.append(Components.muted("目前没有政策和通知。")) }
        return content
    }

    private func entry(of notice: Notice) -> (address: String, title: String, note: String?) {
        let note = [notice.published?.chinese, notice.issuer].compactMap(\.self).joined(separator: " · ")
        return (notice.code?.path ?? "/", notice.name, note)
    }

    private func entry(of policy: Policy) -> (address: String, title: String, note: String?) {
        var parts = [policy.number, policy.issuer, policy.date?.chinese].compactMap(\.self)
        if let expires = policy.expires { parts.append("有效期至\(expires.chinese)") }
        let summary = policy.points.first.map { "。\($0)" } ?? ""
        return (policy.code?.path ?? "/", policy.name, parts.joined(separator: " · ") + summary)
    }
}

/// Paths of addresses.
package enum WebPath {
    /// Percent-encodes everything but unreserved characters (RFC 3986 §2.3).
    package static func escaped(_ text: String) -> String {
        var path = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                path.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                path += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return path
    }
}
