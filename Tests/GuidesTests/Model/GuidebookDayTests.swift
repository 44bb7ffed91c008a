import Testing

@testable import Guides

/// What a guidebook holds, and what its codes open, on a day.
@Suite struct GuidebookDayTests {
    private func guidebook(_ changes: [String: String]) throws -> Guidebook {
        try #require(Guidebook(MarkedTree(sampleTree(changes)).tree))
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func code(_ text: String) throws -> ShortCode { try ShortCode(reading: text) }

    /// What a code opens, in a word.
    private func opening(_ code: String, of guidebook: Guidebook, on text: String) throws -> String {
        switch guidebook.opening(of: try self.code(code), on: try day(text)) {
        case .guide(let guide): guide.stem
        case .gone(let retirement): "\(retirement.cause) \(retirement.name) \(retirement.date?.description ?? "")"
        case .awaited(let date): "from \(date)"
        case .reserved(let reservation): reservation.purpose
        case .revised: "revised"
        case .nothing: "nothing"
        }
    }

    private static let notice = """
        短码: WB7HM
        名称: 停办通知
        发布机关: 行政审批服务局
        发布日期: 2026-12-15
        领域: [房地产开发]
        内容: 正文。
        核对: {日期: 2026-11-01, 状态: 示例}
        下次核对: 2027-05-01

        """

    @Test func `A cancelled item leaves the guidebook and its roadmaps on its day`() throws {
        let end = "事项状态: 在用\n计划取消日期: 2027-01-01\n取消: {原因: 并入, 接替: 房地产开发}"
        let other = sampleItem(["短码": "短码: SN2GM", "名称": "名称: 竣工验收备案"])
        let roadmap = sampleRoadmap.replacing(
            "事项: [{事项: 施工许可}]", with: "事项: [{事项: 施工许可}, {事项: 竣工验收, 前置: [{事项: 施工许可}]}]")
        let book = try guidebook([
            "items/施工许可.yaml": sampleItem(["事项状态": end]), "items/竣工验收.yaml": other,
            "roadmaps/房地产开发.yaml": roadmap,
        ])
        #expect(try opening("CY7MN", of: book, on: "2026-12-31") == "施工许可")
        #expect(try opening("CY7MN", of: book, on: "2027-01-01") == "cancelled 建筑工程施工许可证核发 2027-01-01")
        let before = book.on(try day("2026-12-31"))
        let after = book.on(try day("2027-01-01"))
        #expect(before.items.keys.sorted() == ["施工许可", "竣工验收"] && before.retired.isEmpty)
        #expect(after.items.keys.sorted() == ["竣工验收"])
        #expect(after.roadmaps["房地产开发"]?.entries.map(\.item) == ["竣工验收"])
        #expect(after.roadmaps["房地产开发"]?.entries.first?.prerequisites.isEmpty == true)
        guard case .guide(.roadmap(let served)) = after.opening(of: try code("T6J28")) else {
            throw Unexpected(words: "no roadmap")
        }
        #expect(served.entries.count == 1)
        // Its code stays given, its successor is known, and the day before is still to be had.
        #expect(after.givenCodes == before.givenCodes)
        #expect(after.successor(of: try #require(after.retired[code("CY7MN")]))?.stem == "房地产开发")
        #expect(after.retirement(named: "施工许可")?.reason == "并入")
        #expect(after.on(try day("2026-12-31")).items.count == 2)
        #expect(after.asWritten.items.count == 2 && after.asWritten.day == nil)
    }

    @Test func `What waited for an item that falls away waits for what that waited for`() throws {
        let names = ["甲", "乙", "丙"]
        let codes = ["SN2GM", "WB7HM", "STJ0M"]
        var files: [String: String] = [:]
        for (name, code) in zip(names, codes) {
            let end = name == "乙" ? "事项状态: 在用\n计划取消日期: 2027-01-01" : "事项状态: 在用"
            files["items/\(name).yaml"] = sampleItem([
                "短码": "短码: \(code)", "名称": "名称: \(name)", "事项状态": end,
                "承诺办结时限": "承诺办结时限: {时限: 2个工作日, 起算: 受理}",
            ])
        }
        files["roadmaps/房地产开发.yaml"] = sampleRoadmap.replacing(
            "事项: [{事项: 施工许可}]",
            with: "事项: [{事项: 甲}, {事项: 乙, 前置: [{事项: 甲, 依据: 建筑法 第七条}]}, {事项: 丙, 前置: [{事项: 乙}]}]")
        let book = try guidebook(files)
        let after = book.on(try day("2027-01-01"))
        let roadmap = try #require(after.roadmaps["房地产开发"])
        #expect(roadmap.entries.map(\.item) == ["甲", "丙"])
        #expect(roadmap.entries.last?.prerequisites == [.init(item: "甲", basis: nil, note: nil)])
        #expect(RoadmapSchedule(roadmap, in: after).criticalPath == ["甲", "丙"])
        #expect(RoadmapSchedule(roadmap, in: after).workingDays == 4)
    }

    @Test func `A notice is out from its day on, and a policy too`() throws {
        let policy = """
            短码: STJ0M
            名称: 新政策
            发文机关: 市政府
            公布日期: 2026-12-15
            领域: [房地产开发]
            适用对象: 企业
            要点: [要点]
            解读: {这是什么: 甲, 谁能用: 甲, 能得到什么: 甲, 怎么做: 甲, 注意什么: 甲}
            核对: {日期: 2026-11-01, 状态: 示例}
            下次核对: 2027-05-01

            """
        let book = try guidebook(["notices/停办.yaml": Self.notice, "policies/新政策.yaml": policy])
        #expect(try opening("WB7HM", of: book, on: "2026-12-14") == "from 2026-12-15")
        #expect(try opening("STJ0M", of: book, on: "2026-12-14") == "from 2026-12-15")
        #expect(try opening("WB7HM", of: book, on: "2026-12-15") == "停办")
        #expect(try opening("STJ0M", of: book, on: "2026-12-15") == "新政策")
        let early = book.on(try day("2026-12-14"))
        #expect(early.notices.isEmpty && early.policies.isEmpty && early.guide(named: "停办") == nil)
        #expect(early.givenCodes.contains(try code("WB7HM")))
        #expect(book.on(try day("2026-12-15")).notices.count == 1)
    }

    @Test func `A retirement waits for its day beside the guide`() throws {
        let book = try guidebook([
            "notices/停办.yaml": Self.notice.replacing("2026-12-15", with: "2026-11-01"),
            "retired.yaml": """
            退役:
              - {短码: WB7HM, 名称: 停办通知, 日期: 2027-01-01, 原因: 办完了, 接替: 施工许可}
              - {短码: "00000", 名称: 早没有的, 日期: 2027-01-01, 原因: 删早了}

            """,
        ])
        #expect(try opening("WB7HM", of: book, on: "2026-12-31") == "停办")
        #expect(try opening("WB7HM", of: book, on: "2027-01-01") == "retired 停办通知 2027-01-01")
        #expect(book.on(try day("2026-12-31")).notices.count == 1)
        #expect(book.on(try day("2027-01-01")).notices.isEmpty)
        // A guide whose file is gone opens nothing, whatever day stands there.
        #expect(try opening("00000", of: book, on: "2026-12-31") == "retired 早没有的 2027-01-01")
        #expect(try opening("A1B27", of: book, on: "2026-12-31") == "nothing")
    }

    @Test func `Successors are followed to the one that is open, and never in a circle`() throws {
        func cancelled(_ code: String, _ name: String, _ successor: String) -> String {
            sampleItem([
                "短码": "短码: \(code)", "名称": "名称: \(name)",
                "事项状态": "事项状态: 取消\n取消: {日期: 2026-01-01, 原因: 并入, 接替: \(successor)}",
            ])
        }
        let book = try guidebook([
            "items/甲.yaml": cancelled("SN2GM", "甲", "乙"), "items/乙.yaml": cancelled("WB7HM", "乙", "施工许可"),
            "items/丙.yaml": cancelled("STJ0M", "丙", "丁"), "items/丁.yaml": cancelled("A1B27", "丁", "丙"),
        ]).on(testDay)
        #expect(book.successor(of: try #require(book.retirement(named: "甲")))?.stem == "施工许可")
        #expect(book.successor(of: try #require(book.retirement(named: "丙"))) == nil)
    }

    @Test func `What changes by itself is listed by its day`() throws {
        let book = try guidebook([
            "items/施工许可.yaml": sampleItem([
                "事项状态": "事项状态: 暂停\n暂停: {起: 2026-12-01, 止: 2026-12-31, 原因: 升级}\n计划取消日期: 2027-03-01"
            ]),
            "items/甲.yaml": sampleItem([
                "短码": "短码: SN2GM", "名称": "名称: 甲", "事项状态": "事项状态: 暂停\n暂停: {起: 2026-11-01, 原因: 升级}",
            ]),
            "notices/停办.yaml": Self.notice,
            "retired.yaml": "退役:\n  - {短码: WB7HM, 名称: 停办通知, 日期: 2027-02-01, 原因: 办完了}\n",
        ]).on(testDay)
        let changes = ComingChange.all(in: book, from: testDay, days: 90)
        #expect(
            changes.map { "\($0.date ?? "") \($0.kind) \($0.name) \($0.change)" } == [
                "2026-12-01 事项 施工许可 暂停办理，到2026年12月31日为止", "2026-12-15 通知 停办 发布",
                "2027-01-01 事项 施工许可 开始或恢复办理", "2027-02-01 通知 停办 停用，扫码看到退役说明",
                " 事项 甲 正在暂停，还没有写到哪天为止",
            ])
        #expect(ComingChange.all(in: book, from: testDay, days: .max).count == 6)
    }
}
