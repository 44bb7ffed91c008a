import Diagnostics
import Testing

@testable import Guides

/// Which alternatives make a roadmap shortest, against trying all of them.
struct ShortestChoiceTests {
    /// Random numbers that are the same each time (xorshift).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    /// What every answer to every question comes to.
    private func tried(_ graph: RoadmapGraph, _ groups: [[Int]]) -> [LongestPath] {
        groups.reduce([[]]) { picks, group in picks.flatMap { some in group.map { some + [$0] } } }.map {
            LongestPath(graph, met: graph.met($0))
        }
    }

    /// A roadmap with so many questions of so many answers, each with an item, and items that all projects meet.
    ///
    /// - Parameter prerequisites: What an item waits for, of those before it.
    private func roadmap(
        questions: Int, answers: Int, always: Int, days: (Int) -> String,
        prerequisites: (_ item: Int, _ all: [String]) -> [String]
    ) throws -> (tree: MarkedTree, roadmap: Roadmap, guidebook: Guidebook) {
        var names: [String] = []
        var entries: [String] = []
        func add(_ name: String, _ condition: String?) {
            let waits = prerequisites(names.count, names).map { "{事项: \($0)}" }.joined(separator: ", ")
            let only = condition.map { ", 仅当: \($0)" } ?? ""
            entries.append("  - {事项: \(name)\(only), 前置: [\(waits)]}\n")
            names.append(name)
        }
        for question in 0..<questions {
            if question < always { add("总\(question)", nil) }
            for answer in 0..<answers { add("问\(question)答\(answer)", "答\(question)选\(answer)") }
        }
        let situations = (0..<questions).map { question in
            let options = (0..<answers).map { "答\(question)选\($0)" }.joined(separator: ", ")
            return "  - {名称: 第\(question)问, 问: 哪种？, 选项: [\(options)]}\n"
        }
        var files = [
            "site.yaml": sampleSite,
            "roadmaps/甲.yaml": "情形:\n  1️⃣\(situations.joined().dropFirst(2))阶段:\n- 事项:\n\(entries.joined())",
        ]
        for (number, name) in names.enumerated() { files["items/\(name).yaml"] = "承诺办结时限: {时限: \(days(number))}\n" }
        let tree = MarkedTree(files)
        let guidebook = try #require(Guidebook(tree.tree))
        return (tree, try #require(guidebook.roadmaps["甲"]), guidebook)
    }

    private func graph(_ roadmap: Roadmap, _ guidebook: Guidebook) -> (graph: RoadmapGraph, groups: [[Int]]) {
        let graph = RoadmapGraph(roadmap) { guidebook.items[$0]?.promised.limit }
        return (graph, roadmap.alternatives.map { $0.items.compactMap { graph.numbers[$0] } })
    }

    @Test func `Of small roadmaps of any shape it is as short as trying all answers finds`() throws {
        var random = Numbers(state: 20_261_127)
        for round in 0..<250 {
            let (questions, answers) = (Int.random(in: 1...4, using: &random), Int.random(in: 2...3, using: &random))
            let (_, roadmap, guidebook) = try roadmap(
                questions: questions, answers: answers, always: Int.random(in: 0...3, using: &random),
                days: { _ in
                    ["即时", "0.5个工作日", "1个工作日", "3个工作日", "7个工作日", "20日"].randomElement(using: &random) ?? "即时"
                },
                prerequisites: { _, all in
                    (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in all.randomElement(using: &random) }
                })
            let (graph, groups) = graph(roadmap, guidebook)
            #expect(groups.count == questions)
            let all = tried(graph, groups)
            let shortest = try #require(all.map(\.workingDays).min())
            let choice = ShortestChoice(graph, groups: groups)
            #expect(choice.isProven)
            #expect(choice.path.workingDays == shortest, "round \(round)")
            #expect(zip(groups, choice.picks).allSatisfy { $0.contains($1) })
            // Of one question the most telling of equally short answers, the first of those.
            if questions == 1 {
                let best = all.min { ($0.workingDays, -$0.items.count) < ($1.workingDays, -$1.items.count) }
                #expect(choice.path.items == best?.items)
            }
        }
    }

    /// Ten questions of four answers have a million combinations.
    @Test(arguments: ["each behind the one before", "all at once", "each behind its own chain", "across"])
    func `Ten questions of four answers are settled at once`(_ shape: String) throws {
        var random = Numbers(state: 7)
        let (tree, roadmap, guidebook) = try roadmap(
            questions: 10, answers: 4, always: 10, days: { "\(1 + ($0 * 7) % 11)个工作日" },
            prerequisites: { item, all in
                switch shape {
                // Items come five to a question: one that all meet, and four answers.
                case "each behind the one before": item % 5 == 0 ? Array(all.suffix(4)) : [all[item - item % 5]]
                case "all at once": []
                case "each behind its own chain": item >= 5 ? [all[item - 5]] : []
                default: (0..<2).compactMap { _ in all.suffix(12).randomElement(using: &random) }
                }
            })
        let start = ContinuousClock.now
        let schedule = RoadmapSchedule(roadmap, in: guidebook)
        let time = ContinuousClock.now - start
        #expect(schedule.requiredItems == 20)
        #expect(schedule.workingDays > 0)
        // A debug build on a busy machine; all combinations would take hours.
        #expect(time < .seconds(10), "\(shape): \(time)")
        let found = Checker.check(tree.condensed, today: testDay).filter { $0.rule == TooManyAlternatives.name }
        #expect(found.isEmpty)
    }

    @Test func `Where the limit comes first the check says so at the questions`() throws {
        // Work for three machines, each piece on whichever: nothing is known but by trying.
        var random = Numbers(state: 99)
        let (tree, roadmap, guidebook) = try roadmap(
            questions: 40, answers: 3, always: 0, days: { _ in "\(Int.random(in: 900...1100, using: &random))个工作日" },
            prerequisites: { item, all in item >= 3 ? [all[item - 3]] : [] })
        let (graph, groups) = graph(roadmap, guidebook)
        let choice = ShortestChoice(graph, groups: groups)
        #expect(!choice.isProven)
        #expect(choice.looks <= ShortestChoice.limit)
        // What is shown of a roadmap that was not checked is a way that there is.
        #expect(choice.picks.count == 40)
        let found = Checker.check(tree.condensed, today: testDay).filter { $0.rule == TooManyAlternatives.name }
        #expect(
            found.map(tree.describe) == [
                "1️⃣ 带选项的情形太多，前置又互相交错，比较\(choice.looks)次还算不出最短要几个工作日；请让同一情形的各选项前置相同，或减少带选项的情形"
            ])
    }

    @Test func `A chain of thousands is walked without recursion`() throws {
        let entries = (0..<3000).map { "  - {事项: 第\($0)项, 前置: [\($0 > 0 ? "{事项: 第\($0 - 1)项}" : "")]}\n" }
        let tree = MarkedTree(["site.yaml": sampleSite, "roadmaps/甲.yaml": "阶段:\n- 事项:\n\(entries.joined())"])
        let roadmap = try #require(Guidebook(tree.tree)?.roadmaps["甲"])
        let graph = RoadmapGraph(roadmap) { _ in .span(1, .workingDay) }
        let path = ShortestChoice(graph, roadmap).path
        #expect(path.workingDays == 3000)
        #expect(path.items.count == 3000)
    }
}
