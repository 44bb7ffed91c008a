/// How many papers one has to bring, at least and at most, over the answers that can be given to the questions.
///
/// Answers to one question exclude each other, and so do the papers that hang on them: they are not added up. A paper
/// may hang on several questions, and a question may decide several papers, so that whole sets of answers are compared,
/// by groups of questions that have papers in common.
package struct PaperCount: Sendable, Hashable {
    /// An answer to a question, by their places: the first answer of a yes-or-no question is yes.
    package struct Answer: Sendable, Hashable {
        package let question: Int
        package let choice: Int

        package init(question: Int, choice: Int) {
            self.question = question
            self.choice = choice
        }
    }

    /// When a paper is asked for: in one of these ways.
    ///
    /// A way holds where of each of its lists one answer is given; one without lists always holds.
    typealias Ways = [[[Answer]]]

    package let least: Int
    package let most: Int

    /// So many sets of answers of one group of questions are compared at most.
    ///
    /// Of a larger group, which no guide has had yet, the papers that hang on several questions count as never needed for
    /// the least and as always for the most: the span may then be wider than it has to be, and is never wrong.
    static let mostSets = 4096

    /// - Parameters:
    ///   - needed: The papers without which it does not go; they are counted for the least.
    ///   - asked: All papers, also those that one may leave out; they are counted for the most.
    ///   - choices: How many answers each question has.
    ///   - answers: The answers given so far, by question.
    init(needed: [Ways], asked: [Ways], choices: [Int], answers: [Int: Int] = [:]) {
        most = PaperCount.extreme(asked, choices, answers, isMost: true)
        least = PaperCount.extreme(needed, choices, answers, isMost: false)
    }

    // MARK: Comparing answers

    private static func extreme(_ papers: [Ways], _ choices: [Int], _ answers: [Int: Int], isMost: Bool) -> Int {
        let named = Set(papers.joined().joined().joined())
        // No paper is needed for want of an answer, so that one on which none hangs adds nothing: nobody takes it for the
        // most and everybody for the least.
        let candidates: [[Int]] = choices.enumerated().map { question, count in
            if let answer = answers[question] { return [answer] }
            let all = Array(0..<count)
            let silent = all.filter { !named.contains(Answer(question: question, choice: $0)) }
            if silent.count == count { return Array(all.prefix(1)) }
            return isMost ? all.filter { !silent.contains($0) } : silent.isEmpty ? all : Array(silent.prefix(1))
        }
        var groups = Groups(choices.count)
        for paper in papers {
            let open = Set(paper.joined().joined().map(\.question)).filter { candidates[$0].count > 1 }
            for question in open { groups.join(question, open.first ?? question) }
        }
        // What hangs on no open question is settled whatever the group.
        var byGroup: [Int: [Ways]] = [:]
        for paper in papers {
            let open = paper.joined().joined().first { candidates[$0.question].count > 1 }
            byGroup[open.map { groups.root(of: $0.question) } ?? -1, default: []].append(paper)
        }
        return byGroup.reduce(0) { sum, group in
            let questions = choices.indices.filter {
                group.key >= 0 && candidates[$0].count > 1 && groups.root(of: $0) == group.key
            }
            let sets = questions.reduce(1) { min(mostSets + 1, $0 * candidates[$1].count) }
            return sum
                + (sets <= mostSets
                    ? compared(group.value, questions, candidates, isMost)
                    : bound(group.value, candidates, isMost))
        }
    }

    /// The most or least papers of all sets of answers to some questions.
    private static func compared(
        _ papers: [Ways], _ questions: [Int], _ candidates: [[Int]], _ isMost: Bool
    ) -> Int {
        var chosen = candidates.map { $0.first ?? 0 }
        var places = questions.map { _ in 0 }
        var found: Int?
        while true {
            for (place, question) in zip(places, questions) { chosen[question] = candidates[question][place] }
            let count = papers.count { isNeeded($0) { chosen[$0.question] == $0.choice } }
            found = found.map { isMost ? max($0, count) : min($0, count) } ?? count
            guard let next = questions.indices.first(where: { places[$0] + 1 < candidates[questions[$0]].count }) else {
                return found ?? 0
            }
            places[next] += 1
            for place in 0..<next { places[place] = 0 }
        }
    }

    /// The same of a group with too many sets: no less than the most, no more than the least.
    private static func bound(_ papers: [Ways], _ candidates: [[Int]], _ isMost: Bool) -> Int {
        var single: [Int: [Ways]] = [:]
        var others = 0
        for paper in papers {
            let open = Set(paper.joined().joined().map(\.question)).filter { candidates[$0].count > 1 }
            if open.count == 1, let question = open.first {
                single[question, default: []].append(paper)
            } else {
                others += 1
            }
        }
        return single.reduce(isMost ? others : 0) { $0 + compared($1.value, [$1.key], candidates, isMost) }
    }

    private static func isNeeded(_ ways: Ways, _ isGiven: (Answer) -> Bool) -> Bool {
        ways.contains { $0.allSatisfy { $0.contains(where: isGiven) } }
    }

    /// Questions that belong together, as a forest of disjoint sets.
    private struct Groups {
        private var parents: [Int]

        init(_ count: Int) { parents = Array(0..<count) }

        func root(of question: Int) -> Int {
            var place = question
            while parents[place] != place { place = parents[place] }
            return place
        }

        mutating func join(_ one: Int, _ other: Int) { parents[root(of: one)] = root(of: other) }
    }
}
