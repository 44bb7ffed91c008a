internal import Guides
internal import Markup

/// How somebody reads a page; everything of it stands in the address, nothing in a cookie.
struct Reading: Sendable, Hashable {
    /// 大字版.
    var isLarge = false
    /// The answers to the guide's 情形, by their places: `q0=1` says that the second answer of the first is so.
    var answers: [Int: Int] = [:]

    static let normal = Reading()
    static let large = Reading(isLarge: true)

    /// The field of the address that asks for large print, and its value.
    static let sizeField = "size"
    static let largeValue = "large"

    init(isLarge: Bool = false, answers: [Int: Int] = [:]) {
        self.isLarge = isLarge
        self.answers = answers
    }

    /// What a query asks for; fields and values that nobody knows are ignored.
    init(_ query: [String: String], situations: [Situation] = []) {
        isLarge = query[Reading.sizeField] == Reading.largeValue
        for (index, situation) in situations.enumerated() {
            guard let value = query["q\(index)"].flatMap({ Int($0) }), situation.choices.indices.contains(value) else {
                continue
            }
            answers[index] = value
        }
    }

    /// An address of the site in large print; the fragment stays last.
    static func enlarged(_ address: String) -> String {
        let (path, fragment) =
            address.firstIndex(of: "#").map { (address[..<$0], address[$0...]) } ?? (address[...], "")
        return "\(path)\(path.contains("?") ? "&" : "?")\(sizeField)=\(largeValue)\(fragment)"
    }

    /// The answers as a query; empty where there are none.
    var answerQuery: String {
        answers.sorted { $0.key < $1.key }.map { "q\($0.key)=\($0.value)" }.joined(separator: "&")
    }

    /// Keeps large print through a form.
    static let hiddenField = Markup.void("input", ["type": "hidden", "name": sizeField, "value": largeValue])

    /// Whether something that depends on conditions applies; what has not been answered may still be so.
    func allows(_ conditions: [String], of situations: [Situation]) -> Bool {
        let places = Situation.places(of: conditions, in: situations)
        return places.isEmpty || places.contains { (answers[$0.situation] ?? $0.choice) == $0.choice }
    }
}

extension Situation {
    /// The answers one can give.
    var choices: [String] { options.isEmpty ? [Words.yes, Words.no] : options }
}
