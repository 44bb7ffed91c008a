extension Item {
    /// How many papers one has to bring, after the answers given so far.
    ///
    /// - Parameter answers: The place of the answer, by the place of the question.
    package func papers(after answers: [Int: Int] = [:]) -> PaperCount {
        count(answers) { $0 != .exempt }
    }

    /// How many papers the office gets by itself.
    package func exemptPapers(after answers: [Int: Int] = [:]) -> PaperCount {
        count(answers) { $0 == .exempt }
    }

    private func count(_ answers: [Int: Int], _ isCounted: (Material.Need) -> Bool) -> PaperCount {
        let counted = materials.filter { isCounted($0.need) }
        func ways(_ materials: [Material]) -> [PaperCount.Ways] {
            materials.map { [PaperCount.lists([($0.conditions, situations)])] }
        }
        return PaperCount(
            needed: ways(counted.filter { $0.need != .optional }), asked: ways(counted),
            choices: situations.map(\.choiceCount), answers: answers)
    }
}

extension Roadmap {
    /// How many kinds of papers a whole project has to bring, and how many the offices get by themselves.
    ///
    /// A paper that several items ask for is one. A question that stands word for word in several guides is one question.
    package func papers(in guidebook: Guidebook) -> (own: PaperCount, exempt: PaperCount) {
        var questions = situations
        var order: [String] = []
        var found: [String: (isExempt: Bool, needed: PaperCount.Ways, asked: PaperCount.Ways)] = [:]
        for entry in entries {
            guard let item = guidebook.items[entry.item] else { continue }
            let places = item.situations.map { situation in
                if let known = questions.firstIndex(where: { $0.isSameQuestion(as: situation) }) { return known }
                questions.append(situation)
                return questions.count - 1
            }
            for material in item.materials {
                if found[material.name] == nil {
                    order.append(material.name)
                    found[material.name] = (material.need == .exempt, [], [])
                }
                let way =
                    PaperCount.lists([(entry.conditions, situations)])
                    + PaperCount.lists([(material.conditions, item.situations)]).map { list in
                        list.map { .init(question: places[$0.question], choice: $0.choice) }
                    }
                found[material.name]?.asked.append(way)
                if material.need != .optional { found[material.name]?.needed.append(way) }
            }
        }
        func count(exempt: Bool) -> PaperCount {
            let papers = order.compactMap { found[$0] }.filter { $0.isExempt == exempt }
            return PaperCount(
                needed: papers.map(\.needed), asked: papers.map(\.asked), choices: questions.map(\.choiceCount))
        }
        return (count(exempt: false), count(exempt: true))
    }
}

extension PaperCount {
    /// The answers of which one must be given for each of some conditions; what hangs on nothing that is asked always is.
    fileprivate static func lists(_ parts: [(conditions: [String], situations: [Situation])]) -> [[Answer]] {
        parts.map { part in
            Situation.places(of: part.conditions, in: part.situations).map {
                Answer(question: $0.situation, choice: $0.choice)
            }
        }.filter { !$0.isEmpty }
    }
}

extension Situation {
    /// How many answers one can give.
    fileprivate var choiceCount: Int { options.isEmpty ? 2 : options.count }

    fileprivate func isSameQuestion(as other: Situation) -> Bool {
        question.hasSameBytes(as: other.question) && options == other.options
    }

    /// Where conditions stand among the questions' answers.
    package static func places(
        of conditions: [String], in situations: [Situation]
    ) -> [(situation: Int, choice: Int)] {
        conditions.compactMap { condition in
            for (index, situation) in situations.enumerated() {
                if let choice = situation.conditions.firstIndex(of: condition) { return (index, choice) }
            }
            return nil
        }
    }
}
