internal import Foundation

/// The part of JSON Schema 2020-12 that the published schema uses.
struct SchemaCheck {
    private let schema: [String: Any]

    init(_ schema: [String: Any]) {
        self.schema = schema
    }

    /// What is wrong with a document.
    func problems(_ document: Any, at place: String) -> [String] { problems(document, schema, at: place) }

    private func problems(_ value: Any, _ rule: [String: Any], at place: String) -> [String] {
        if let reference = rule["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count)).removingPercentEncoding ?? ""
            guard let target = (schema["$defs"] as? [String: [String: Any]])?[name] else {
                return ["\(place): \(reference) leads nowhere"]
            }
            return problems(value, target, at: place)
        }
        var problems: [String] = []
        if let choices = rule["anyOf"] as? [[String: Any]] {
            let each = choices.map { self.problems(value, $0, at: place) }
            if !each.contains(where: \.isEmpty) { problems.append("\(place): anyOf \(each)") }
            // A document is one of its kinds, which know its members.
            if rule["properties"] == nil { return problems }
        }
        if let values = rule["enum"] as? [String], !values.contains(value as? String ?? "") {
            problems.append("\(place): enum")
        }
        if let constant = rule["const"] as? String, constant != value as? String { problems.append("\(place): const") }
        return problems + typeProblems(value, rule, at: place)
    }

    private func typeProblems(_ value: Any, _ rule: [String: Any], at place: String) -> [String] {
        switch rule["type"] as? String {
        case "object": objectProblems(value, rule, at: place)
        case "array":
            if let elements = value as? [Any], let element = rule["items"] as? [String: Any] {
                elements.flatMap { problems($0, element, at: place + "[]") }
            } else {
                ["\(place): array"]
            }
        case "string": stringProblems(value, rule, at: place)
        case "integer": value is Int ? [] : ["\(place): integer"]
        case "boolean": value is Bool ? [] : ["\(place): boolean"]
        default: []
        }
    }

    private func objectProblems(_ value: Any, _ rule: [String: Any], at place: String) -> [String] {
        guard let members = value as? [String: Any] else { return ["\(place): object"] }
        let known = rule["properties"] as? [String: [String: Any]] ?? [:]
        let missing = (rule["required"] as? [String] ?? []).filter { members[$0] == nil }.map {
            "\(place).\($0): missing"
        }
        return missing
            + members.flatMap { name, member -> [String] in
                guard let rule = known[name] ?? rule["additionalProperties"] as? [String: Any] else {
                    return ["\(place).\(name): unknown"]
                }
                return problems(member, rule, at: "\(place).\(name)")
            }
    }

    private func stringProblems(_ value: Any, _ rule: [String: Any], at place: String) -> [String] {
        guard let text = value as? String else { return ["\(place): string"] }
        var problems: [String] = []
        if text.isEmpty { problems.append("\(place): empty") }
        if let pattern = rule["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
            problems.append("\(place): pattern")
        }
        return problems
    }
}
