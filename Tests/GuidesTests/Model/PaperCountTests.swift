import Testing

@testable import Guides

@Suite struct PaperCountTests {
    private typealias Answer = PaperCount.Answer

    private func item(_ questions: String, _ materials: String) throws -> Item {
        let tree = MarkedTree([
            "site.yaml": sampleSite, "items/甲.yaml": "情形: [\(questions)]\n申请材料: [\(materials)]\n",
        ]).tree
        return try #require(Guidebook(tree)?.items["甲"])
    }

    private func span(_ least: Int, _ most: Int) -> [Int] { [least, most] }
    private func span(_ count: PaperCount) -> [Int] { [count.least, count.most] }

    @Test func `Papers of answers that exclude each other are not added up`() throws {
        let item = try item(
            "{名称: 类型, 问: 哪种？, 选项: [备案, 核准, 审批]}",
            "{名称: 表}, {名称: 一, 仅当: 备案}, {名称: 二, 仅当: 核准}, {名称: 三, 仅当: 核准}, {名称: 四, 仅当: [备案, 审批]}")
        #expect(span(item.papers()) == span(2, 3))
        #expect(span(item.papers(after: [0: 0])) == span(3, 3))
        #expect(span(item.papers(after: [0: 1])) == span(3, 3))
        #expect(span(item.papers(after: [0: 2])) == span(2, 2))
    }

    @Test func `A paper that hangs on several questions counts once, and ties them together`() throws {
        let item = try item(
            "{名称: 甲, 问: 甲？, 选项: [甲1, 甲2]}, {名称: 乙, 问: 乙？, 选项: [乙1, 乙2]}, {名称: 丙, 问: 丙？}",
            "{名称: 一, 仅当: [甲1, 乙1]}, {名称: 二, 仅当: [甲2, 乙1]}, {名称: 三, 仅当: [甲1, 丙]}, {名称: 四, 仅当: 乙2}")
        // 甲1 乙1 丙: 一 二 三. 甲2 乙1: 一 二. 甲2 乙2: 二 四. 甲1 乙2: 一 三 四.
        #expect(span(item.papers()) == span(2, 3))
        #expect(span(item.papers(after: [2: 1, 0: 1])) == span(2, 2))
    }

    @Test func `What may be left out is not among the least, and what the office gets is counted apart`() throws {
        let item = try item(
            "{名称: 外地, 问: 外地企业吗？}, {名称: 证, 问: 哪种证？, 选项: [身份证, 护照]}",
            """
            {名称: 表}, {名称: 图, 必要性: 非必要}, {名称: 后补, 必要性: 容缺后补}, {名称: 执照, 必要性: 免交, 仅当: 外地},
            {名称: 一, 必要性: 免交, 仅当: 身份证}, {名称: 二, 必要性: 免交, 仅当: 护照}
            """)
        #expect(span(item.papers()) == span(2, 3))
        #expect(span(item.exemptPapers()) == span(1, 2))
        #expect(span(item.exemptPapers(after: [0: 1])) == span(1, 1))
    }

    @Test func `A whole project counts a shared paper once and alternatives apart`() throws {
        let tree = MarkedTree([
            "site.yaml": sampleSite,
            "items/备案.yaml": "申请材料: [{名称: 申请表}, {名称: 备案书}]\n",
            "items/核准.yaml": "申请材料: [{名称: 申请表}, {名称: 核准书}, {名称: 图}]\n",
            "items/许可.yaml":
                "情形: [{名称: 招标, 问: 怎么招标？, 选项: [公开, 邀请]}]\n"
                + "申请材料: [{名称: 申请表}, {名称: 通知书, 仅当: 公开}, {名称: 执照, 必要性: 免交}]\n",
            "items/监督.yaml":
                "情形: [{名称: 方式, 问: 怎么招标？, 选项: [公开, 邀请]}]\n申请材料: [{名称: 合同, 仅当: 邀请}]\n",
            "roadmaps/甲.yaml": """
            情形: [{名称: 类型, 问: 哪种？, 选项: [备案类, 核准类]}, {名称: 大, 问: 大吗？}]
            阶段:
              - 事项: [{事项: 备案, 仅当: 备案类}, {事项: 核准, 仅当: 核准类}, {事项: 许可}, {事项: 监督, 仅当: 大}]
            """,
        ]).tree
        let guidebook = try #require(Guidebook(tree))
        let papers = try #require(guidebook.roadmaps["甲"]).papers(in: guidebook)
        // 申请表; 备案书, or 核准书 and 图; 通知书 or, of a large one, 合同: both items ask the same.
        #expect(span(papers.own) == span(2, 4))
        #expect(span(papers.exempt) == span(1, 1))
    }

    @Test(arguments: 1...60) func `Any papers and questions count as trying all answers does`(_ seed: Int) {
        var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
        let choices = (0..<random.below(6)).map { _ in 2 + random.below(3) }
        func answer() -> Answer {
            let question = random.below(choices.count)
            return Answer(question: question, choice: random.below(choices[question]))
        }
        func ways() -> PaperCount.Ways {
            (0...random.below(2)).map { _ in
                choices.isEmpty ? [] : (0..<random.below(3)).map { _ in (0...random.below(2)).map { _ in answer() } }
            }
        }
        let papers = (0..<random.below(9)).map { _ in ways() }
        var counts: [Int] = []
        func tryAll(_ chosen: [Int]) {
            guard chosen.count < choices.count else {
                return counts.append(
                    papers.count { paper in
                        paper.contains { way in way.allSatisfy { $0.contains { chosen[$0.question] == $0.choice } } }
                    })
            }
            for choice in 0..<choices[chosen.count] { tryAll(chosen + [choice]) }
        }
        tryAll([])
        let count = PaperCount(needed: papers, asked: papers, choices: choices)
        #expect(count.least == counts.min() && count.most == counts.max())
    }

    @Test func `A group of too many answers to compare is never counted too low nor too high`() {
        // 13 questions in a ring; with every answer one paper of its own, and one more on each pair of neighbours.
        let choices = [Int](repeating: 2, count: 13)
        var papers: [PaperCount.Ways] = []
        for question in choices.indices {
            papers += (0...1).map { [[[Answer(question: question, choice: $0)]]] }
            let next = (question + 1) % choices.count
            papers.append([[[Answer(question: question, choice: 0), Answer(question: next, choice: 1)]]])
        }
        let count = PaperCount(needed: papers, asked: papers, choices: choices)
        // All answers alike: each pair holds.
        #expect(count.most == 26 && count.least <= 13 + 7)
        #expect(count.least >= 13)
    }
}

/// The same numbers in every run (xorshift64).
private struct Random {
    var state: UInt64

    mutating func below(_ end: Int) -> Int {
        guard end > 0 else { return 0 }
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % end
    }
}
