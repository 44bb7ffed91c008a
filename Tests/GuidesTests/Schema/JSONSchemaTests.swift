import Foundation
import Testing

@testable import Guides

struct JSONSchemaTests {
    private func schema(_ kind: FileKind) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(JSONSchema.text(for: kind).utf8)) as? [String: Any])
    }

    @Test(arguments: FileKind.allCases)
    func everyKeyOfTheShapeIsThere(kind: FileKind) throws {
        let schema = try schema(kind)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["title"] as? String == kind.shape.name)
        #expect(schema["additionalProperties"] as? Bool == false)
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(kind.shape.fields.map(\.key)))
        #expect(schema["required"] as? [String] == kind.shape.fields.filter(\.isRequired).map(\.key))
        for field in kind.shape.fields {
            #expect(properties[field.key]?["description"] as? String == field.about)
            #expect(properties[field.key]?["title"] as? String == field.key)
        }
    }

    @Test(arguments: FileKind.allCases)
    func everyReferenceLeadsSomewhere(kind: FileKind) throws {
        let schema = try schema(kind)
        let definitions = try #require(schema["$defs"] as? [String: Any])
        func walk(_ value: Any) {
            if let object = value as? [String: Any] {
                if let reference = object["$ref"] as? String {
                    // As an address, which strict validators ask for.
                    #expect(reference.utf8.allSatisfy { $0 < 0x80 })
                    let name = String(reference.dropFirst("#/$defs/".count)).removingPercentEncoding ?? ""
                    #expect(definitions[name] != nil, "\(reference)")
                }
                object.values.forEach(walk)
            } else if let array = value as? [Any] {
                array.forEach(walk)
            }
        }
        walk(schema)
    }

    @Test func valuesAndPatterns() throws {
        let properties = try #require(try schema(.item)["properties"] as? [String: [String: Any]])
        #expect(properties["办件类型"]?["enum"] as? [String] == ["即办件", "承诺件", "其他"])
        #expect(properties["是否收费"]?["enum"] as? [String] == ["是", "否"])
        #expect(properties["到办事现场次数"]?["maximum"] as? Int == 20)
        #expect(properties["受理条件"]?["minItems"] as? Int == 1)
        let code = try Regex(try #require(properties["短码"]?["pattern"] as? String))
        #expect("CY7MN".wholeMatch(of: code) != nil)
        #expect("CY7MU".wholeMatch(of: code) == nil)
        let date = try Regex(try #require(properties["下次核对"]?["pattern"] as? String))
        for text in ["2026-11-01", "2026.11.1", "2026年11月1日"] { #expect(text.wholeMatch(of: date) != nil) }
        let implementation = try Regex(try #require(properties["实施编码"]?["pattern"] as? String))
        #expect("12441500196720244T3442199806003".wholeMatch(of: implementation) != nil)
    }

    /// Definitions are kept by the names of records, so no two records of one kind may share a name.
    @Test(arguments: FileKind.allCases)
    func recordsOfOneNameAreOneRecord(kind: FileKind) {
        var keys: [String: [String]] = [:]
        func walk(_ shape: RecordShape) {
            let own = shape.fields.map(\.key)
            if let other = keys[shape.name] {
                #expect(other == own, "\(shape.name)")
                return
            }
            keys[shape.name] = own
            for field in shape.fields { if let inner = field.shape.record { walk(inner) } }
        }
        walk(kind.shape)
    }

    @Test func theSameTextEveryTime() {
        #expect(JSONSchema.text(for: .item) == JSONSchema.text(for: .item))
        #expect(JSONSchema.fileName(for: .item) == "item.schema.json")
    }
}
