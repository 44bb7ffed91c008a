extension Roadmap {
    /// Items of which a project meets one, because they hang on different answers to the same question, as 备案 and 核准.
    package struct Alternatives: Sendable, Hashable {
        /// Where the question stands in `situations`.
        package let question: Int
        /// Stems, in the roadmap's order; two or more.
        package let items: [String]
        /// Whether every answer has an item, so that each project meets exactly one of them.
        package let isExhaustive: Bool
    }

    /// The alternatives of every question with options, in the order of the questions.
    package var alternatives: [Alternatives] {
        var questions: [String: [Int]] = [:]
        for (index, situation) in situations.enumerated() where situation.options.count > 1 {
            for option in situation.options { questions[option, default: []].append(index) }
        }
        // By question, the entries that hang on nothing but its answers.
        var found: [Int: [Entry]] = [:]
        for entry in entries {
            let candidates = entry.conditions.map { questions[$0] ?? [] }
            for index in Set(candidates.first ?? []) where candidates.allSatisfy({ $0.contains(index) }) {
                found[index, default: []].append(entry)
            }
        }
        return situations.indices.compactMap { index in
            guard let items = found[index] else { return nil }
            let options = situations[index].options
            // An answer that leads to two items leads to both of them: those are no alternatives.
            let answers = items.flatMap(\.conditions)
            guard items.count > 1, Set(answers).count == answers.count else { return nil }
            return Alternatives(question: index, items: items.map(\.item), isExhaustive: answers.count == options.count)
        }
    }
}
