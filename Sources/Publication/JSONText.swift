/// JSON with its members in the order in which they were given, so that the same data is always the same bytes (RFC 8259).
package indirect enum JSONText: Sendable {
    case object([(String, JSONText)])
    case array([JSONText])
    case string(String)
    case number(Int)
    case bool(Bool)

    /// An object without the members that have no value, nor those that hold nothing.
    package static func record(_ members: KeyValuePairs<String, JSONText?>) -> JSONText {
        .object(
            members.compactMap { name, value in
                switch value {
                case nil: nil
                case .string(let text)? where text.isEmpty: nil
                case .array(let elements)? where elements.isEmpty: nil
                case .object(let members)? where members.isEmpty: nil
                case let value?: (name, value)
                }
            })
    }

    package static func texts(_ texts: [String]) -> JSONText { .array(texts.map(JSONText.string)) }

    package static func text(_ text: String?) -> JSONText? { text.map(JSONText.string) }

    /// The JSON text in UTF-8.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.quote(member.0, to: &output)
                output.append(UInt8(ascii: ":"))
                member.1.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .string(let text): JSONText.quote(text, to: &output)
        case .number(let number): output += Array(String(number).utf8)
        case .bool(let value): output += Array((value ? "true" : "false").utf8)
        }
    }

    private static func quote(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                output += Array("\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension JSONText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .string(text) }
}

extension JSONText: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONText: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self = .number(value) }
}

extension JSONText: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: JSONText...) { self = .array(elements) }
}
