internal import Guides

/// What this resolver can do, for machines: in the shape of the description that GS1 Digital Link resolvers publish
/// (GS1-Conformant resolver standard, resolver description file), so that their tools read it through a path mapping.
enum ResolverDescription {
    static let path = "/.well-known/onecard-resolver"

    static func json(_ site: Site) -> JSONText {
        .object([
            ("name", .string(site.name)),
            ("resolverRoot", .string("\(site.baseURL)/c")),
            ("supportedPrimaryKeys", ["all"]),
            ("linkTypeDefaultCanBeLinkset", false),
            (
                "supportedLinkType",
                [
                    .object([
                        ("namespace", .string("\(site.baseURL)\(path)#")), ("prefix", "onecard:"),
                        ("profile", .string("\(site.baseURL)\(path)")),
                    ])
                ]
            ),
            (
                "linkTypes",
                .array(
                    LinkType.allCases.map { type in
                        .object([
                            ("name", .string("onecard:\(type.rawValue)")),
                            ("relation", .string(type.relation(under: site.baseURL))),
                            ("title", .string(type.title)), ("type", .string(type.mediaType)),
                        ])
                    })
            ),
            (
                "code",
                .object([
                    ("pattern", "^[0-9A-HJKMNP-TV-Z]{5}$"),
                    ("template", .string(site.baseURL + PageAddress.codePrefix + "{code}")),
                    ("schema", .string("\(site.baseURL)\(GuideSchema.path)")),
                ])
            ),
            (
                "contact",
                // A machine would take a sample for the office's number.
                .record([
                    "fn": .string(site.authority),
                    "hasTelephone": site.samples.contains("咨询电话") ? nil : .string(site.phone),
                ])
            ),
        ])
    }
}
