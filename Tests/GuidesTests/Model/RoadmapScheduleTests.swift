import Testing

@testable import Guides

struct RoadmapScheduleTests {
    /// A guidebook with items of so many promised working days (or another limit) and one roadmap.
    private func schedule(
        _ limits: [String: String], _ stages: String, questions: String = ""
    ) throws -> RoadmapSchedule {
        var files = ["site.yaml": sampleSite, "roadmaps/甲.yaml": questions + "阶段:\n" + stages]
        for (name, limit) in limits {
            files["items/\(name).yaml"] =
                "承诺办结时限: {时限: \(limit)}\n申请材料: [{名称: 申请表}, {名称: \(name)图纸}]\n"
        }
        let guidebook = try #require(Guidebook(MarkedTree(files).tree))
        return RoadmapSchedule(try #require(guidebook.roadmaps["甲"]), in: guidebook)
    }

    @Test func theLongestPath() throws {
        let schedule = try schedule(
            ["备案": "即时", "用地": "3个工作日", "环评": "10个工作日", "施工": "2个工作日", "验收": "1个工作日"],
            """
              - 事项: [{事项: 备案}, {事项: 用地, 前置: [{事项: 备案}]}, {事项: 环评, 前置: [{事项: 备案}]}]
              - 事项: [{事项: 施工, 前置: [{事项: 用地}, {事项: 环评}]}]
              - 事项: [{事项: 验收, 前置: [{事项: 施工}]}]
            """)
        #expect(schedule.workingDays == 13)
        #expect(schedule.criticalPath == ["备案", "环评", "施工", "验收"])
        #expect(schedule.stageDays == [10, 2, 1])
        #expect(schedule.uncountable == [])
    }

    @Test func conditionalItemsDoNotCountButPassOnWhatTheyWaitFor() throws {
        let schedule = try schedule(
            ["备案": "1个工作日", "环评": "10个工作日", "施工": "2个工作日"],
            """
              - 事项: [{事项: 备案}, {事项: 环评, 仅当: 需要环评, 前置: [{事项: 备案}]}, {事项: 施工, 前置: [{事项: 环评}]}]
            """)
        #expect(schedule.workingDays == 3)
        #expect(schedule.criticalPath == ["备案", "施工"])
    }

    private let way = "情形: [{名称: 立项方式, 问: 哪种？, 选项: [备案项目, 核准项目]}]\n"

    @Test func ofAlternativesTheShortestCounts() throws {
        let schedule = try schedule(
            ["备案": "1个工作日", "核准": "5个工作日", "施工": "2个工作日"],
            """
              - 事项: [{事项: 备案, 仅当: 备案项目}, {事项: 核准, 仅当: 核准项目}, {事项: 施工, 前置: [{事项: 核准}, {事项: 备案}]}]
            """, questions: way)
        #expect(schedule.workingDays == 3)
        #expect(schedule.criticalPath == ["备案", "施工"])
        #expect(schedule.requiredItems == 2)
        #expect(schedule.materials.filter(\.isAlways).map(\.material.name) == ["申请表", "施工图纸"])
    }

    @Test func aQuestionThatMayLeadToNothingDoesNotCount() throws {
        let schedule = try schedule(
            ["备案": "1个工作日", "核准": "5个工作日", "施工": "2个工作日"],
            """
              - 事项: [{事项: 备案, 仅当: 备案项目}, {事项: 核准, 仅当: 核准项目}, {事项: 施工, 前置: [{事项: 核准}, {事项: 备案}]}]
            """, questions: way.replacing("核准项目]", with: "核准项目, 都不是]"))
        #expect(schedule.workingDays == 2)
        #expect(schedule.criticalPath == ["施工"])
        #expect(schedule.requiredItems == 1)
    }

    @Test func alternativesAreFoundByTheirQuestion() throws {
        let files = [
            "site.yaml": sampleSite,
            "roadmaps/甲.yaml": way + "阶段: [{事项: [{事项: 备案, 仅当: 备案项目}, {事项: 环评}, {事项: 核准, 仅当: 核准项目}]}]\n",
            "roadmaps/乙.yaml": way + "阶段: [{事项: [{事项: 备案, 仅当: 备案项目}, {事项: 核准, 仅当: 备案项目}]}]\n",
        ]
        let guidebook = try #require(Guidebook(MarkedTree(files).tree))
        #expect(guidebook.roadmaps["甲"]?.alternatives == [.init(question: 0, items: ["备案", "核准"], isExhaustive: true)])
        #expect(guidebook.roadmaps["乙"]?.alternatives == [])
    }

    @Test func otherUnitsAreNamedAndNotCounted() throws {
        let schedule = try schedule(
            ["备案": "1个工作日", "环评": "30日"], "  - 事项: [{事项: 备案}, {事项: 环评, 前置: [{事项: 备案}]}]\n")
        #expect(schedule.workingDays == 1)
        #expect(schedule.criticalPath == ["备案", "环评"])
        #expect(schedule.uncountable == ["环评"])
    }

    @Test func everyMaterialOnce() throws {
        let schedule = try schedule(["甲": "即时", "乙": "即时"], "  - 事项: [{事项: 甲}, {事项: 乙}]\n")
        #expect(schedule.materials.map(\.material.name) == ["申请表", "甲图纸", "乙图纸"])
        #expect(schedule.materials.map(\.items) == [["甲", "乙"], ["甲"], ["乙"]])
    }

    @Test func aCycleOrAnEmptyRoadmapEndsToo() throws {
        let cycle = try schedule(
            ["甲": "1个工作日", "乙": "1个工作日"], "  - 事项: [{事项: 甲, 前置: [{事项: 乙}]}, {事项: 乙, 前置: [{事项: 甲}]}]\n")
        #expect(cycle.workingDays > 0)
        let empty = try schedule([:], "  - 名称: 空\n")
        #expect(empty.workingDays == 0)
        #expect(empty.criticalPath.isEmpty)
    }
}
