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

    /// The best of the media types on offer, by `Accept` with weights (§12.5.1); the first of equally good ones.
    ///
    /// Nil where none is acceptable.
    static func mediaType<Offer>(_ field: String?, _ offers: [(type: String, offer: Offer)]) -> Offer? {
        guard let field, field.contains(where: { $0 != " " && $0 != "\t" }) else { return offers.first?.offer }
        let wanted = elements(of: field)
        var best: (offer: Offer, weight: Double)?
        for (type, offer) in offers {
            let weight = quality(of: type, in: wanted)
            if weight > (best?.weight ?? 0) { best = (offer, weight) }
        }
        return best?.offer
    }

    /// The weight of a type by the most specific range that matches it.
    private static func quality(of type: String, in wanted: [(value: String, weight: Double)]) -> Double {
        let main = type.prefix { $0 != "/" }
        var found = (specificity: -1, weight: 0.0)
        for (range, weight) in wanted {
            let specificity =
                if range == type { 2 } else if range == main + "/*" { 1 } else if range == "*/*" || range == "*" {
                    0
                } else { -1 }
            if specificity > found.specificity { found = (specificity, weight) }
        }
        return found.weight
    }

    /// Whether `If-None-Match` names the current representation, by weak comparison (§13.1.2).
    static func matchesWeakly(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        return tags(in: field).contains { $0 == "*" || ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0) == tag }
    }

    /// Whether `If-Match` names the current representation, by strong comparison (§13.1.1).
    static func matchesStrongly(_ field: String, _ tag: String) -> Bool {
        tags(in: field).contains { $0 == "*" || $0 == tag }
    }

    /// The entity tags of a list, with their `W/`; a comma inside quotes is part of a tag.
    private static func tags(in field: String) -> [Substring] {
        var tags: [Substring] = []
        var start = field.startIndex
        var isQuoted = false
        func add(upTo end: String.Index) {
            var tag = field[start..<end].drop { $0 == " " || $0 == "\t" }
            while let last = tag.last, last == " " || last == "\t" { tag.removeLast() }
            if !tag.isEmpty { tags.append(tag) }
        }
        for index in field.indices {
            if field[index] == "\"" { isQuoted.toggle() }
            guard field[index] == ",", !isQuoted else { continue }
            add(upTo: index)
            start = field.index(after: index)
        }
        add(upTo: field.endIndex)
        return tags
    }

    /// A list's elements in lower case, without parameters, with their `q` weights: 1 where none is given, 0 where it
    /// cannot be read.
    private static func elements(of field: String) -> [(value: String, weight: Double)] {
        field.lowercased().split(separator: ",").map { element in
            let parts = element.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Negotiation.weight($0.dropFirst(2)) }
            return (parts.first ?? "", weight ?? 1)
        }
    }

    /// A weight of §12.4.2: from 0 to 1, three decimals.
    private static func weight(_ text: Substring) -> Double {
        guard text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            let weight = Double(text), weight <= 1
        else { return 0 }
        return weight
    }
}
