internal import Diagnostics
internal import Foundation
internal import Guides
internal import Pages
internal import TestSupport
internal import Testing

/// Pages of items that are paused, not begun or over, and of what is not out yet.
@Suite struct StatePageTests {
    /// The shipped pages on a day, with other words in the place of an item's 事项状态, and other files besides.
    private func pages(
        _ lines: String, of item: String = "施工许可", on day: String = "2026-11-23", besides files: [String: String] = [:]
    ) throws -> (Guidebook, SitePages) {
        let day = try #require(CalendarDate(day))
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Repository.path("guides"), toPath: folder.path("guides"))
        let path = folder.path("guides/items/\(item).yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = text.replacing(/\n事项状态: .*/, with: "\n" + lines)
        #expect(changed != text || lines == "事项状态: 在用")
        try folder.write(changed, to: "guides/items/\(item).yaml")
        for (name, text) in files { try folder.write(text, to: "guides/" + name) }
        let outcome = GuideLoader(guides: folder.path("guides"), cards: Repository.path("cards")).load(today: day)
        let guidebook = try #require(outcome.guidebook, "\(outcome.diagnostics.map(\.message))")
        return (guidebook, try SitePages(guidebook, today: day))
    }

    private static let code = "/c/CY7MN"
    private static let pause = "事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 2026-12-31, 原因: 系统升级，暂时不能受理。}"

    /// The page of a roadmap with the item.
    private func roadmap(_ guidebook: Guidebook) throws -> String {
        PageAddress.code(try #require(guidebook.roadmaps["房地产开发"]?.code)).path
    }

    /// The shipped laws and calendar reach a day that was promised: without it nothing is tested.
    @Test func `An item in use promises a day`() throws {
        let html = try pages("事项状态: 在用").1.page(at: Self.code).html
        #expect(html.contains("最迟") && !html.contains("class=\"al\""))
    }

    @Test(arguments: [[:], ["size": "large"], ["q0": "0"]])
    func `A paused item says so first, with reason, days and telephone, and promises nothing`(
        _ query: [String: String]
    ) throws {
        let page = try pages(Self.pause).1.page(at: Self.code, query: query)
        #expect(page.status == 200)
        let header = try #require(page.html.firstMatch(of: /<header>.*?<\/header>/)).output
        for words in [
            "<b>暂停办理</b>", "2026年11月1日起暂停，到2026年12月31日为止。2027年1月1日恢复办理。", "系统升级，暂时不能受理。",
            "请先不要到窗口来", "tel:", "2027年1月1日恢复", "在这以前不能申请",
        ] { #expect(header.contains(words), "\(words)") }
        #expect(!page.html.contains("最迟"))
        #expect(!page.html.contains("今天（"))
        #expect(page.title.hasSuffix("（暂停办理）"))
        #expect(page.html.contains("<meta property=\"og:title\" content=\"\(page.title)\">"))
        // What to bring stays to be read.
        #expect(page.html.contains("id=\"materials\""))
    }

    @Test func `A pause without an end says that nobody knows it`() throws {
        let html = try pages("事项状态: 暂停\n暂停: {起: 2026-11-01, 原因: 系统升级。}").1.page(at: Self.code).html
        #expect(html.contains("什么时候恢复还没有定") && html.contains("恢复时间未定") && !html.contains("最迟"))
    }

    @Test func `A pause stands in every list, on the roadmap, in its chart, in search and in its words`() throws {
        let (guidebook, pages) = try pages(Self.pause)
        let name = try #require(guidebook.items["施工许可"]?.name)
        for path in ["/", "/fields/房地产开发"] {
            let html = pages.page(at: path).html
            let entry = try #require(html.range(of: "<b>\(name)</b>"), "\(path)")
            #expect(html[entry.upperBound...].hasPrefix(" <span class=\"c a\">暂停办理</span>"), "\(path)")
            #expect(html[entry.upperBound...].prefix(200).contains("暂停到2026年12月31日"), "\(path)")
        }
        let search = pages.page(at: "/search", query: ["q": name]).html
        #expect(search.contains("<span class=\"c\">事项</span> <span class=\"c a\">暂停办理</span>"))
        for query in [[:], ["size": "large"]] {
            let html = pages.page(at: try roadmap(guidebook), query: query).html
            #expect(html.contains("有1个事项现在不能申请") && html.contains("施工许可：暂停办理，2027年1月1日恢复"))
            #expect(html.contains(">暂停办理 ›</text>") && html.contains(">暂停到2026年12月31日</text>"))
            let row = try #require(html.firstMatch(of: /<li data-item="施工许可".*?<\/li>/)).output
            #expect(row.contains("暂停办理") && !row.contains("承诺"))
            #expect(html.contains("“施工许可”能申请以后，审批最快这么久"))
            #expect(html.contains("“施工许可”现在不能申请，要等多久没有算在里面。"))
        }
        #expect(pages.flowchart(of: try #require(guidebook.roadmaps["房地产开发"]?.code))?.contains("暂停办理") == true)
    }

    @Test func `A pause is over by itself on the day behind its last`() throws {
        let html = try pages(Self.pause, on: "2027-01-01").1.page(at: Self.code).html
        #expect(html.contains("最迟") && !html.contains("暂停"))
    }

    @Test func `What lies ahead is said beforehand, and no day behind it is promised`() throws {
        let pause = "事项状态: 暂停\n暂停: {起: 2026-12-20, 止: 2027-01-05, 原因: 搬家。}"
        let early = try pages(pause).1.page(at: Self.code).html
        #expect(early.contains("<b>2026年12月20日起暂停办理</b>") && early.contains("最迟"))
        let late = try pages(pause, on: "2026-12-18").1.page(at: Self.code).html
        #expect(!late.contains("最迟") && late.contains("请先打电话问"))
        let end = "事项状态: 在用\n计划取消日期: 2026-12-20\n取消: {原因: 并入别的事项。, 接替: 消防验收}"
        let ending = try pages(end).1.page(at: Self.code).html
        #expect(ending.contains("<b>2026年12月20日起不再办理</b>") && ending.contains("并入别的事项。"))
        #expect(ending.contains("以后请看：<a href=\"/c/"))
    }

    @Test func `Before its first day an item promises nothing`() throws {
        let (guidebook, pages) = try pages("事项状态: 在用\n计划生效日期: 2027-03-01")
        let html = pages.page(at: Self.code).html
        #expect(html.contains("还没有开始办理") && html.contains("2027年3月1日起办理") && !html.contains("最迟"))
        #expect(pages.page(at: "/").html.contains("<span class=\"c a\">2027年3月1日起办理</span>"))
        #expect(pages.page(at: try roadmap(guidebook)).html.contains(">2027年3月1日起办理</text>"))
        let (_, after) = try self.pages("事项状态: 在用\n计划生效日期: 2027-03-01", on: "2027-03-01")
        #expect(after.page(at: Self.code).html.contains("最迟"))
    }

    @Test func `A cancelled item answers 410 and is in no list`() throws {
        let end = "事项状态: 在用\n计划取消日期: 2026-11-23\n取消: {原因: 并入竣工验收备案，一起办理。, 接替: 竣工验收备案}"
        let (guidebook, pages) = try pages(end)
        let page = pages.page(at: Self.code)
        #expect(page.status == 410)
        #expect(page.html.contains("自2026年11月23日起取消，不再办理。") && page.html.contains("并入竣工验收备案，一起办理。"))
        let successor = try #require(guidebook.items["竣工验收备案"])
        #expect(page.html.contains("href=\"/c/\(try #require(successor.code))\""))
        for (path, page) in pages.pages where path != Self.code && !path.hasPrefix(Self.code + "?") {
            #expect(!page.html.contains("href=\"\(Self.code)"), "\(path)")
        }
        #expect(pages.materialsTable(of: try ShortCode(reading: "CY7MN")) == nil)
        #expect(pages.flowchart(of: try ShortCode(reading: "CY7MN")) == nil)
        // Whoever looks for it is told.
        let name = try #require(guidebook.asWritten.items["施工许可"]?.name)
        let search = pages.page(at: "/search", query: ["q": name]).html
        #expect(search.contains("<span class=\"c\">已取消</span>") && search.contains("以后请看：\(successor.name)"))
        // The roadmap goes on without it, and no link of it leads there.
        #expect(!pages.page(at: try roadmap(guidebook)).html.contains("data-item=\"施工许可\""))
    }

    @Test func `A notice shows nothing of itself before its day`() throws {
        let notice = """
            短码: 4K7MM
            名称: 灰鲸标题
            发布机关: 济宁市行政审批服务局
            发布日期: 2026-12-15
            领域: [房地产开发]
            内容: 灰鲸正文。
            核对: {日期: 2026-11-01, 状态: 示例}
            下次核对: 2027-05-01

            """
        let (_, early) = try pages("事项状态: 在用", on: "2026-12-14", besides: ["notices/新通知.yaml": notice])
        let page = early.page(at: "/c/4K7MM")
        #expect(page.status == 404 && page.html.contains("将于2026年12月15日发布"))
        for (path, page) in early.pages { #expect(!page.html.contains("灰鲸"), "\(path)") }
        #expect(!early.page(at: "/search", query: ["q": "灰鲸标题"]).html.contains("/c/4K7MM"))
        let (_, late) = try pages("事项状态: 在用", on: "2026-12-15", besides: ["notices/新通知.yaml": notice])
        #expect(late.page(at: "/c/4K7MM").status == 200)
        #expect(late.page(at: "/policies").html.contains("灰鲸标题"))
        #expect(late.page(at: "/fields/房地产开发").html.contains("灰鲸标题"))
    }

    @Test func `A policy that is out but not in force says from when on`() throws {
        let path = "policies/专项债券管理.yaml"
        let text = try String(contentsOfFile: Repository.path("guides/" + path), encoding: .utf8)
        let changed = text.replacing(/\n(成文|公布|施行)日期: .*/, with: "")
            .replacing(/\n名称: .*/) { "\($0.output)\n公布日期: 2026-11-01\n施行日期: 2027-01-01" }
        let (guidebook, pages) = try pages("事项状态: 在用", besides: [path: changed])
        let code = try #require(guidebook.policies["专项债券管理"]?.code)
        #expect(pages.page(at: "/policies").html.contains("<span class=\"c a\">2027年1月1日起施行</span>"))
        #expect(pages.page(at: "/c/\(code)").html.contains("<span class=\"c a\">2027年1月1日起施行</span>"))
    }
}
