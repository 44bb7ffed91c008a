internal import Guides

/// Guides as search engines read them: schema.org `GovernmentService` in JSON-LD.
enum StructuredData {
    static func item(_ item: Item, _ guidebook: Guidebook) -> String {
        var entries: [(String, JSON)] = [("name", .text(item.name))]
        if !item.aliases.isEmpty { entries.append(("alternateName", .list(item.aliases.map { .text($0) }))) }
        entries += [
            ("description", .text(item.summary)), ("serviceType", .text(item.type)),
            ("provider", organization(item.bodyWords)),
            ("audience", audience(item.audiences.joined(separator: Words.listMark))),
            ("serviceOutput", .object([("@type", .text("GovernmentPermit")), ("name", .text(item.result.name))])),
        ]
        let halls = item.counters.compactMap { guidebook.site.hall(named: $0.hall) }
        return service(entries, code: item.code, halls: halls, guidebook)
    }

    static func roadmap(_ roadmap: Roadmap, _ guidebook: Guidebook) -> String {
        service(
            [
                ("name", .text(roadmap.name)), ("description", .text(roadmap.summary)),
                ("serviceType", .text(roadmap.projectType)),
                ("provider", organization(guidebook.site.authority)), ("audience", audience(roadmap.audience)),
            ], code: roadmap.code, halls: guidebook.site.halls, guidebook)
    }

    private static func service(
        _ entries: [(String, JSON)], code: ShortCode?, halls: [Site.Hall], _ guidebook: Guidebook
    ) -> String {
        let site = guidebook.site
        var all: [(String, JSON)] = [("@context", .text("https://schema.org")), ("@type", .text("GovernmentService"))]
        if let code {
            all += [("url", .text(guidebook.address(of: code))), ("identifier", .text(code.text))]
        }
        all += entries
        var channel: [(String, JSON)] = [("@type", .text("ServiceChannel"))]
        // Search engines would show a sample as the office's own.
        if !site.samples.contains(KnownKey.phone) {
            channel.append(
                ("servicePhone", .object([("@type", .text("ContactPoint")), ("telephone", .text(site.phone))])))
        }
        if let hall = halls.first(where: { !$0.samples.contains(KnownKey.hallAddress) }) {
            channel.append(
                (
                    "serviceLocation",
                    .object([
                        ("@type", .text("Place")), ("name", .text(hall.name)), ("address", .text(hall.address)),
                    ])
                ))
        }
        all += [
            ("areaServed", .object([("@type", .text("AdministrativeArea")), ("name", .text(site.region))])),
            ("availableChannel", .object(channel)), ("inLanguage", .text("zh-CN")),
        ]
        return JSON.object(all).description
    }

    private static func organization(_ name: String) -> JSON {
        .object([("@type", .text("GovernmentOrganization")), ("name", .text(name))])
    }

    private static func audience(_ kind: String) -> JSON {
        .object([("@type", .text("Audience")), ("audienceType", .text(kind))])
    }
}

/// As much of JSON (RFC 8259) as structured data needs; keys keep their order, so the same guide gives the same bytes.
indirect enum JSON: CustomStringConvertible {
    case text(String)
    case list([JSON])
    case object([(String, JSON)])

    var description: String {
        switch self {
        case .text(let text): JSON.quoted(text)
        case .list(let entries): "[" + entries.map(\.description).joined(separator: ",") + "]"
        case .object(let entries): "{" + entries.map { "\(JSON.quoted($0)):\($1)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
