import Testing

@testable import Guides

/// Laws on a day: which words are in force, what is known to come.
struct LawTests {
    private func law(_ text: String, stem: String = "建筑法") throws -> Law {
        let read = YAMLReading.read(text, file: "例.yaml")
        return Law(stem: stem, RecordReader(try #require(read.root)))
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func `an article reads as its wording of the day`() throws {
        let law = try law(
            """
            条款:
              - {条: 第八条, 修改日期: 2027-03-01, 内容: 七日。}
              - {条: 第八条, 内容: 十五日。}
              - {条: 第八条之一, 修改日期: 2027-03-01, 内容: 新增。}
            """)
        let article = try #require(law.article("第八条"))
        #expect(law.articles.map(\.number) == [.article(8), .article(8, inserted: 1)])
        let (before, after) = (try day("2027-02-28"), try day("2027-03-01"))
        #expect(article.wording(on: before)?.text == ["十五日。"])
        #expect(article.comingWordings(after: before).map(\.text) == [["七日。"]])
        #expect(article.formerWordings(on: before).isEmpty)
        #expect(article.wording(on: after)?.text == ["七日。"])
        #expect(article.comingWordings(after: after).isEmpty)
        #expect(article.formerWordings(on: after).map(\.wording.text) == [["十五日。"]])
        #expect(article.formerWordings(on: after).map(\.until) == [after])
        let inserted = try #require(law.article("第八条之一"))
        #expect(inserted.wording(on: before) == nil)
        #expect(inserted.wording(on: after)?.text == ["新增。"])
    }

    @Test func `an article that was deleted has no words from its day on, and may come back later`() throws {
        let law = try law(
            """
            条款:
              - {条: 第九条, 删去日期: 2027-03-01, 内容: 三个月内开工。}
              - {条: 第九条, 修改日期: 2029-01-01, 内容: 一个月内开工。}
              - {条: 第十条, 内容: 十五日。}
              - {条: 第十条, 修改日期: 2026-01-01, 删去日期: 2027-03-01, 内容: 七日。}
            """)
        let (before, deleted, after) = (try day("2027-02-28"), try day("2027-03-01"), try day("2029-01-01"))
        let nine = try #require(law.article("第九条")), ten = try #require(law.article("第十条"))
        #expect(nine.wording(on: before)?.text == ["三个月内开工。"] && nine.deletion(on: before) == nil)
        #expect(nine.wording(on: deleted) == nil && nine.deletion(on: deleted) == deleted)
        #expect(nine.formerWordings(on: deleted).map(\.until) == [deleted])
        #expect(nine.wording(on: after)?.text == ["一个月内开工。"] && nine.deletion(on: after) == nil)
        #expect(nine.formerWordings(on: after).map(\.until) == [deleted])
        #expect(ten.comingDeletion(after: before) == deleted && ten.comingDeletion(after: deleted) == nil)
        #expect(ten.formerWordings(on: deleted).map(\.wording.text) == [["七日。"], ["十五日。"]])
    }

    @Test func `a change that has not come is not the latest`() throws {
        let law = try law(
            """
            修改:
              - {公布日期: 2019-04-23, 说明: 第二次修正}
              - {公布日期: 2026-12-27, 施行日期: 2027-03-01, 说明: 第三次修正}
            """)
        #expect(law.latestAmendment(on: try day("2027-02-28"))?.note == "第二次修正")
        #expect(law.comingAmendments(after: try day("2027-02-28")).map(\.note) == ["第三次修正"])
        #expect(law.latestAmendment(on: try day("2027-03-01"))?.note == "第三次修正")
        #expect(law.comingAmendments(after: try day("2027-03-01")).isEmpty)
    }

    @Test(arguments: [
        ("状态: 尚未施行\n施行日期: 2027-01-01\n", "2026-12-31", Law.State.notYetInForce),
        ("状态: 尚未施行\n施行日期: 2027-01-01\n", "2027-01-01", .inForce),
        ("状态: 现行有效\n施行日期: 2027-01-01\n", "2026-12-31", .notYetInForce),
        ("状态: 现行有效\n废止日期: 2027-01-01\n", "2026-12-31", .inForce),
        ("状态: 现行有效\n废止日期: 2027-01-01\n", "2027-01-01", .repealed),
        ("状态: 已废止\n废止日期: 2027-01-01\n", "2026-12-31", .inForce), ("状态: 已废止\n", "2026-12-31", .repealed),
        ("状态: 尚未施行\n", "2026-12-31", .notYetInForce), ("状态: 现行有效\n", "2026-12-31", .inForce),
    ])
    func `a law's state turns over with its dates`(text: String, date: String, state: Law.State) throws {
        #expect(try law(text).state(on: try day(date)) == state)
    }

    @Test func `a law is found by each of its names`() throws {
        let laws = LawLibrary([
            "建筑法": try law("名称: 中华人民共和国建筑法\n简称: 建法\n"),
            "节能审查办法": try law("名称: 固定资产投资项目节能审查和碳排放评价办法\n", stem: "节能审查办法"),
            "甲": try law("名称: 甲办法\n简称: 通用办法\n", stem: "甲"), "乙": try law("名称: 乙办法\n简称: 通用办法\n", stem: "乙"),
        ])
        for name in ["建筑法", "中华人民共和国建筑法", "建法"] { #expect(laws[name]?.stem == "建筑法", "\(name)") }
        #expect(laws["固定资产投资项目节能审查和碳排放评价办法"]?.stem == "节能审查办法")
        #expect(laws["通用办法"] == nil)
        #expect(laws.message(noneNamed: "通用办法") == "“通用办法”是“乙”和“甲”共同的名称，请写其中一个")
        #expect(laws.message(noneNamed: "建筑去") == "没有名为“建筑去”的法规，是否想写“建筑法”？")
        #expect(
            laws.message(noneNamed: "《中华人民共和国水法》") == "没有名为“《中华人民共和国水法》”的法规，请核对名称；还没有收录的，运行 onecard new law 水法")
    }

    /// 城市绿化条例 is no slip for 城市供水条例, which a clerk would take over unread.
    @Test func `another law is never proposed for more than one character`() throws {
        let laws = LawLibrary([
            "城市供水条例": try law("名称: 城市供水条例\n", stem: "城市供水条例"), "水法": try law("名称: 水法\n", stem: "水法"),
        ])
        #expect(!laws.message(noneNamed: "城市绿化条例").contains("供水"))
        #expect(!laws.message(noneNamed: "税法").contains("水法”"))
        #expect(laws.message(noneNamed: "城市共水条例").contains("是否想写“城市供水条例”？"))
    }

    @Test(arguments: [
        ("自收到申请之日起七日内", [TimeLimit.span(7, .day)]), ("二十个工作日", [.span(20, .workingDay)]),
        ("20个工作日", [.span(20, .workingDay)]),
        ("45工作日", [.span(45, .workingDay)]), ("三个月内开工，六十日", [.span(3, .month), .span(60, .day)]),
        ("一年内", [.span(12, .month)]),
        ("2025年1月7日起施行", []), ("第七日", [.span(7, .day)]), ("十五天", [.span(15, .day)]), ("次日", []),
    ])
    func `limits are found in a law's words`(text: String, limits: [TimeLimit]) {
        #expect(TimeLimit.mentions(in: text).map(\.limit) == limits)
    }
}
