internal import Guides

/// The published schema of a guide's JSON (JSON Schema 2020-12), from the same shapes as the JSON itself.
enum GuideSchema {
    static let path = "/schemas/guide.json"

    static func json(baseURL: String) -> JSONText {
        var definitions = Definitions()
        for kind in FileKind.allCases where kind.opensAtCode { definitions.add(kind) }
        return .object([
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .string(baseURL + path)),
            ("title", "一卡通指南"), ("type", "object"),
            ("anyOf", .array(FileKind.allCases.filter(\.opensAtCode).map { Definitions.reference($0.category) })),
            ("$defs", .object(definitions.entries)),
        ])
    }
}

/// The kinds of documents and the records in them, each written once.
private struct Definitions {
    private(set) var entries: [(String, JSONText)] = []
    /// The keys of the records that have been written, by name: another record of that name gets another.
    private var keys: [String: [String]] = [:]

    /// A reference is an address (RFC 3986), in which other characters than ASCII are percent-encoded.
    static func reference(_ name: String) -> JSONText {
        .object([("$ref", .string("#/$defs/\(WebPath.escaped(name))"))])
    }

    mutating func add(_ kind: FileKind) {
        var members: [(String, JSONText)] = [
            ("$schema", Definitions.address), ("短码", Definitions.code), ("网址", Definitions.address),
            ("名称", Definitions.words), ("类别", .object([("const", .string(kind.category))])),
        ]
        let fields = kind.shape.fields.filter { $0.shown.isPublished && !GuideDocument.head.contains($0.key) }
        for field in fields { members.append((field.key, described(field))) }
        var required = Array(GuideDocument.head.dropFirst()) + fields.filter(\.isRequired).map(\.key)
        if let state = Definitions.states[kind] {
            members.append((GuideDocument.state, state))
            required.append(GuideDocument.state)
        }
        if kind == .site {
            let road = Definitions.object(
                [("名称", Definitions.words), ("短码", Definitions.code), ("领域", Definitions.list(Definitions.words))],
                ["名称", "领域"])
            members.append((GuideDocument.roadmaps, Definitions.list(road)))
            required.append(GuideDocument.roadmaps)
        }
        entries.append((kind.category, Definitions.object(members, required)))
    }

    private static let words = JSONText.object([("type", "string"), ("minLength", 1)])
    private static let state = JSONText.object([("enum", .texts(StateText.words))])
    private static let states: [FileKind: JSONText] = [
        .item: state, .policy: .object([("enum", .texts(StateText.policyWords))]),
    ]
    private static let address = JSONText.object([("type", "string"), ("format", "uri")])
    private static let code = JSONText.object([("type", "string"), ("pattern", "^[0-9A-HJKMNP-TV-Z]{5}$")])

    private static func list(_ element: JSONText) -> JSONText { .object([("type", "array"), ("items", element)]) }

    private static func object(_ members: [(String, JSONText)], _ required: [String]) -> JSONText {
        .object([
            ("type", "object"), ("required", .texts(required)), ("properties", .object(members)),
            ("additionalProperties", false),
        ])
    }

    private mutating func described(_ field: Field) -> JSONText {
        guard case .object(let members) = schema(field.shape) else { return Definitions.words }
        return .object([("description", .string(field.about))] + members)
    }

    private mutating func record(_ shape: RecordShape) -> JSONText {
        let fields = shape.fields.filter(\.shown.isPublished)
        var name = "\(shape.name)记录"
        while let other = keys[name], other != fields.map(\.key) { name += "2" }
        if keys[name] == nil {
            keys[name] = fields.map(\.key)
            var members: [(String, JSONText)] = []
            for field in fields { members.append((field.key, described(field))) }
            entries.append((name, Definitions.object(members, fields.filter(\.isRequired).map(\.key))))
        }
        return Definitions.reference(name)
    }

    private mutating func schema(_ shape: Shape) -> JSONText {
        switch shape {
        case .text, .timeLimit, .phone, .colour: Definitions.words
        case .paragraphs: Definitions.list(Definitions.words)
        case .integer(let range):
            .object([
                ("type", "integer"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
            ])
        case .yesNo: .object([("type", "boolean")])
        case .date: .object([("type", "string"), ("format", "date")])
        case .code: Definitions.code
        case .url: Definitions.address
        case .identifier(let identifier): .object([("type", "string"), ("pattern", .string(identifier.pattern))])
        case .choice(let list): .object([("enum", .texts(list.values))])
        case .reference(.law), .reference(.field), .reference(.hall): Definitions.words
        case .reference(.item), .reference(.guide):
            Definitions.object(
                [("名称", Definitions.words), ("短码", Definitions.code), (GuideDocument.state, Definitions.state)], ["名称"])
        case .reference(.roadmap):
            Definitions.object([("名称", Definitions.words), ("短码", Definitions.code)], ["名称"])
        case .citation:
            Definitions.object(
                [
                    ("法规", Definitions.words), ("条款", Definitions.list(Definitions.words)),
                    ("待核", .object([("type", "boolean")])), ("说明", Definitions.words),
                    (GuideDocument.deleted, Definitions.list(Definitions.words)),
                ], ["法规"])
        case .list(let element, _), .oneOrMore(let element): Definitions.list(schema(element))
        case .textOrRecord(let shape): .object([("anyOf", .array([Definitions.words, record(shape)]))])
        case .record(let shape): record(shape)
        case .mapping(let element): .object([("type", "object"), ("additionalProperties", schema(element))])
        }
    }
}
