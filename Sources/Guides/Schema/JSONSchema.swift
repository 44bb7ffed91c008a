/// JSON Schemas (draft 2020-12) made from the shapes, for editors: they complete keys, list values and show each
/// key's manual while a clerk writes.
///
/// What needs more than one value at a time is left to `onecard check`.
package enum JSONSchema {
    /// The schema of one kind of file, with a line break at its end.
    package static func text(for kind: FileKind) -> String {
        var definitions = Definitions()
        let root = definitions.record(kind.shape)
        var schema: [(key: String, value: JSONValue)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"),
            ("title", .string(kind.shape.name)),
        ]
        if case .object(let pairs) = root { schema += pairs.filter { $0.key != "title" } }
        schema.append(("$defs", .object(definitions.entries)))
        return JSONValue.object(schema).text() + "\n"
    }

    /// The name of the schema's file: `item.schema.json`.
    package static func fileName(for kind: FileKind) -> String { "\(kind.rawValue).schema.json" }
}

/// The records that a schema refers to by name, each written once.
private struct Definitions {
    var entries: [(key: String, value: JSONValue)] = []

    mutating func record(_ shape: RecordShape) -> JSONValue {
        let properties = shape.fields.map { field -> (key: String, value: JSONValue) in
            var value = schema(field.shape)
            if case .object(var pairs) = value {
                pairs.insert((key: "description", value: .string(field.about)), at: 0)
                pairs.insert((key: "title", value: .string(field.key)), at: 0)
                value = .object(pairs)
            }
            return (key: field.key, value: value)
        }
        let required = shape.fields.filter(\.isRequired).map { JSONValue.string($0.key) }
        return [
            "title": .string(shape.name), "type": "object", "properties": .object(properties),
            "required": .array(required), "additionalProperties": .boolean(false),
        ]
    }

    /// `{"$ref": …}` to a record, which is written when it is met first.
    ///
    /// Records of one name are one record.
    private mutating func reference(_ shape: RecordShape) -> JSONValue {
        let name = shape.name + "记录"
        if !entries.contains(where: { $0.key == name }) {
            // Set first, so that a record within itself would end too.
            entries.append((key: name, value: .object([])))
            let value = record(shape)
            if let index = entries.firstIndex(where: { $0.key == name }) { entries[index].value = value }
        }
        // A reference is an address (RFC 3986), in which other characters than ASCII are percent-encoded.
        return ["$ref": .string("#/$defs/\(WebPath.escaped(name))")]
    }

    /// A scalar that YAML may read as a number or a date where it has no quotes.
    private func text(_ pattern: String? = nil) -> JSONValue {
        guard let pattern else { return ["type": ["string", "number"]] }
        return ["type": "string", "pattern": .string(pattern)]
    }

    private mutating func schema(_ shape: Shape) -> JSONValue {
        switch shape {
        case .text, .reference, .paragraphs: return text()
        case .integer(let range):
            return ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .yesNo: return ["enum": ["是", "否"]]
        case .date: return text(#"^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$"#)
        case .timeLimit: return text(#"^(\d+(\.5)?(个?工作日|日|天|个?自然日|个?月)|即时|即办|当场|无|无法定时限|不限)$"#)
        case .code: return text("^[0-9A-HJKMNP-TV-Z]{5}$")
        case .phone: return ["type": ["string", "integer"], "pattern": #"^[0-9-]{3,14}$"#]
        case .url: return text("^https?://[^ ]+$")
        case .colour: return text("^#[0-9A-Fa-f]{6}$")
        case .identifier(let identifier):
            return ["type": ["string", "integer"], "pattern": .string(identifier.pattern)]
        case .choice(let list): return ["enum": .array(list.values.map { .string($0) })]
        case .citation: return ["anyOf": [["type": "string"], reference(.citation)]]
        case .list(let element, let minimum):
            var pairs: [(key: String, value: JSONValue)] = [("type", "array"), ("items", schema(element))]
            if minimum > 0 { pairs.append(("minItems", .integer(minimum))) }
            return .object(pairs)
        case .oneOrMore(let element):
            let single = schema(element)
            return ["anyOf": [single, ["type": "array", "items": single, "minItems": .integer(1)]]]
        case .textOrRecord(let record): return ["anyOf": [["type": "string"], reference(record)]]
        case .record(let record): return reference(record)
        case .mapping(let element): return ["type": "object", "additionalProperties": schema(element)]
        }
    }
}
