internal import Foundation
internal import Guides
internal import Pages
internal import Testing

/// The words of laws on pages: as they read on the day, down to the 款 and 项 that are cited.
@Suite struct LawWordsTests {
    private static let day = CalendarDate("2027-03-01")

    private static let newArticle = """
          - 条: 第八条
            修改日期: 2027-03-01
            内容: |
              申请领取施工许可证的新条件。
              应当自收到申请之日起五日内颁发施工许可证。

        """

    /// 建筑法 with a new 第八条 from 2027-03-01 on, as the handbook says to prepare it.
    private func amended() throws -> Guidebook {
        try ShippedSite.guidebook(changing: "laws/建筑法.yaml") { text in
            (text ?? "").replacing("  - 条: 第九条\n", with: Self.newArticle + "  - 条: 第九条\n")
                .replacing("状态: 现行有效", with: "  - {公布日期: 2026-11-01, 施行日期: 2027-03-01, 说明: 第三次修正}\n状态: 现行有效")
        }
    }

    private func item(_ guidebook: Guidebook, on day: CalendarDate, _ query: [String: String] = [:]) throws -> String {
        try SitePages(guidebook, today: day).page(at: "/c/CY7MN", query: query).html
    }

    private func law(_ guidebook: Guidebook, on day: CalendarDate) throws -> String {
        try SitePages(guidebook, today: day).page(at: "/laws/建筑法").html
    }

    @Test func `words that are not in force yet never stand as in force`() throws {
        let guidebook = try amended()
        let day = try #require(Self.day)
        let before = CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 1)
        let (old, new) = ("建设行政主管部门应当自收到申请之日起七日内", "应当自收到申请之日起五日内颁发施工许可证。")
        let fold = "<summary><span>自2027年3月1日起改为</span></summary>"
        for page in [try item(guidebook, on: before), try law(guidebook, on: before)] {
            let places = try #require(page.range(of: old)).lowerBound..<(try #require(page.range(of: fold)).lowerBound)
            #expect(!page[places].contains(new), "the new words are folded behind the old ones")
            #expect(page[places.upperBound...].contains(new))
            #expect(page.contains("2027年3月1日起修改"))
            #expect(!page.contains("最近修改：2026年11月1日"))
            #expect(page.contains("最近修改：2019年4月23日"))
        }
        #expect(try law(guidebook, on: before).contains("2026年11月1日（2027年3月1日起施行） 第三次修正"))
    }

    @Test func `the new words take over on their day, and the old ones are kept as former`() throws {
        let guidebook = try amended()
        let day = try #require(Self.day)
        let (old, new) = ("建设行政主管部门应当自收到申请之日起七日内", "应当自收到申请之日起五日内颁发施工许可证。")
        let page = try item(guidebook, on: day)
        #expect(page.contains(new) && !page.contains(old))
        #expect(page.contains("2027年3月1日修改") && !page.contains("起改为"))
        #expect(page.contains("最近修改：2026年11月1日 第三次修正"))
        let law = try law(guidebook, on: day)
        let fold = try #require(law.range(of: "<summary><span>2027年3月1日以前的条文</span></summary>"))
        #expect(try #require(law.range(of: new)).lowerBound < fold.lowerBound)
        #expect(law[fold.upperBound...].contains(old) && !law[..<fold.lowerBound].contains(old))
        #expect(!law.contains("起改为"))
    }

    @Test func `an article without words in force says from when it is`() throws {
        let guidebook = try ShippedSite.guidebook(changing: "laws/建筑法.yaml") {
            ($0 ?? "").replacing("  - 条: 第八条\n", with: "  - 条: 第八条\n    修改日期: 2027-03-01\n")
        }
        let day = try #require(Self.day)
        let page = try item(guidebook, on: CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 1))
        #expect(page.contains("第八条 <span class=\"c a\">2027年3月1日起施行</span>"))
        #expect(page.contains("<summary><span>自2027年3月1日起施行的条文</span></summary>"))
        #expect(!(try item(guidebook, on: day)).contains("自2027年3月1日起施行的条文"))
    }

    @Test func `an article that a later law deletes is announced, and from its day on nobody reads it as in force`()
        throws
    {
        let guidebook = try ShippedSite.guidebook(changing: "laws/建筑法.yaml") {
            ($0 ?? "").replacing("  - 条: 第八条\n", with: "  - 条: 第八条\n    删去日期: 2027-03-01\n")
        }
        let day = try #require(Self.day)
        let before = CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 1)
        let words = "建设行政主管部门应当自收到申请之日起七日内"
        #expect(try item(guidebook, on: before).contains("第八条 <span class=\"c a\">2027年3月1日起删去</span>"))
        #expect(try item(guidebook, on: before).contains(words))
        let page = try item(guidebook, on: day)
        #expect(page.contains("第八条 <span class=\"c a\">2027年3月1日删去</span>") && !page.contains(words))
        #expect(!page.contains("条文待补"))
        let law = try law(guidebook, on: day)
        let fold = try #require(law.range(of: "<summary><span>2027年3月1日以前的条文</span></summary>"))
        #expect(law[fold.upperBound...].contains(words) && !law[..<fold.lowerBound].contains(words))
    }

    @Test func `a cited item is named in the heading and marked in the words`() throws {
        let guidebook = try ShippedSite.guidebook(changing: "items/施工许可.yaml") {
            ($0 ?? "").replacing("建筑法 第八条", with: "建筑法 第八条第（二）项")
                .replacing("建筑法 第七条、第八条", with: "建筑法 第七条、第八条第（二）项")
        }
        for query in [[:], ["size": "large"]] {
            let page = try item(guidebook, on: try #require(ShippedSite.today), query)
            #expect(page.contains("<summary><span>第八条第（二）项</span></summary>"))
            let marks = page.matches(of: /<mark>(.*?)<\/mark>/).map { String($0.output.1) }
            #expect(marks == ["（二）依法应当办理建设工程规划许可证的，已经取得建设工程规划许可证；"])
            // The rest of the article stands there as well.
            #expect(page.contains("<p>（一）已经办理该建筑工程用地批准手续；</p>"))
            #expect(page.contains("《中华人民共和国建筑法》第八条第（二）项"))
        }
    }

    @Test func `a range by a full name shows every article, and nothing is marked where the whole is meant`() throws {
        let guidebook = try ShippedSite.guidebook(changing: "items/施工许可.yaml") {
            ($0 ?? "").replacing("- 建筑法 第七条、第八条\n", with: "- 中华人民共和国建筑法 第七条至第九条\n")
        }
        let page = try item(guidebook, on: try #require(ShippedSite.today))
        for number in ["第七条", "第八条", "第九条"] {
            #expect(page.contains("<summary><span>\(number)</span></summary>"), "\(number)")
        }
        #expect(!page.contains("<mark>"))
        // The law's own page lists the item, and counts it in.
        #expect(try law(guidebook, on: try #require(ShippedSite.today)).contains("/c/CY7MN"))
    }

    @Test func `a law that is not in force yet is in force from its day on`() throws {
        let guidebook = try ShippedSite.guidebook(changing: "laws/建筑法.yaml") {
            ($0 ?? "").replacing("施行日期: 1998-03-01", with: "施行日期: 2027-03-01")
        }
        let day = try #require(Self.day)
        let before = try law(guidebook, on: CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 1))
        #expect(before.contains("<span class=\"c a\">尚未施行</span>"))
        #expect(try law(guidebook, on: day).contains("<span class=\"c o\">现行有效</span>"))
    }
}
