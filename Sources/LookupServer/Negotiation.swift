/// What a request's header fields ask for (RFC 9110).
enum Negotiation {
    /// Whether gzip may be sent: `Accept-Encoding` with weights (§12.5.3); a missing field asks for no coding.
    static func acceptsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        var wildcard: Double?
        for element in elements(of: field) {
            switch element.value {
            case "gzip", "x-gzip": return element.weight > 0
            case "*": wildcard = element.weight
            default: break
            }
        }
        return (wildcard ?? 0) > 0
    }

    /// Whether `If-None-Match` names the current representation, by weak comparison (§13.1.2).
    static func matches(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { candidate in
            var candidate = candidate.drop { $0 == " " || $0 == "\t" }
            while let last = candidate.last, last == " " || last == "\t" { candidate.removeLast() }
            if candidate == "*" { return true }
            if candidate.hasPrefix("W/") { candidate = candidate.dropFirst(2) }
            return candidate == tag
        }
    }

    /// A list's elements in lower case with their `q` weights, 1 where none is given, 0 where it cannot be read.
    private static func elements(of field: String) -> [(value: String, weight: Double)] {
        field.lowercased().split(separator: ",").map { element in
            let parts = element.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
            return (parts.first ?? "", weight ?? 1)
        }
    }
}
