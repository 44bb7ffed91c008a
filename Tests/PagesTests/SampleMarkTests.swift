internal import Foundation
internal import Guides
internal import Pages
internal import Testing

/// Samples are marked where they stand, and what hangs on the case says so.
@Suite struct SampleMarkTests {
    private func html(_ stem: String, on day: CalendarDate? = ShippedSite.today) throws -> String {
        let guidebook = try ShippedSite.guidebook()
        let path = PageAddress.code(try #require(guidebook.items[stem]?.code)).path
        return try ShippedSite.pages(on: #require(day)).page(at: path).html
    }

    private func row(_ heading: String, of html: String) throws -> String {
        let start = try #require(html.range(of: "<dt>\(heading)</dt>"), "\(heading)")
        let rest = html[start.upperBound...]
        return String(rest[..<(try #require(rest.range(of: "</div>")).lowerBound)])
    }

    @Test func `Each fact that nobody has published is marked as a sample, and no other`() throws {
        let html = try html("施工许可")
        for heading in ["由谁办理", "哪一级办", "怎么办", "要到现场几次", "咨询电话"] {
            #expect(try row(heading, of: html).contains("<span class=\"c\">示例</span>"), "\(heading)")
        }
        for heading in ["法律规定由谁管", "法律规定最长多久（法定时限）", "监督投诉"] {
            #expect(try !row(heading, of: html).contains("示例"), "\(heading)")
        }
        #expect(html.contains("不用到现场（示例）"))
        #expect(html.contains("yikatong.example（示例）"))
    }

    @Test func `A roadmap that needs no visit by samples says that these are samples`() throws {
        let silent = try ShippedSite.guidebook(changing: "roadmaps/小型低风险.yaml") { text in
            """
            \((text ?? "").prefix { $0 != "\n" })
            名称: 不用到现场的流程
            简介: 两个事项都不用到现场。
            领域: 现代物流
            项目类型: 示例
            适用对象: 企业
            阶段:
              - {名称: 施工许可, 牵头: 住房城乡建设部门, 事项: [{事项: 施工许可}, {事项: 竣工验收备案}]}
            核对: {日期: 2026-11-27, 状态: 示例}
            下次核对: 2027-05-27
            """
        }
        #expect(try roadmapPage("小型低风险", in: silent).contains("不用到现场（示例）"))
        let shipped = try ShippedSite.guidebook()
        for roadmap in shipped.roadmaps.values {
            let needsVisit = roadmap.entries.contains { shipped.items[$0.item].map { $0.visits > 0 } ?? false }
            let saysNone = try roadmapPage(roadmap.stem, in: shipped).contains("不用到现场（示例）")
            #expect(!needsVisit || !saysNone, "\(roadmap.stem)")
        }
    }

    private func roadmapPage(_ stem: String, in guidebook: Guidebook) throws -> String {
        let path = PageAddress.code(try #require(guidebook.roadmaps[stem]?.code)).path
        return try SitePages(onDemand: guidebook, today: #require(ShippedSite.today)).page(at: path).html
    }

    @Test func `A body that is a sample is marked in every list`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try SitePages(onDemand: guidebook, today: #require(ShippedSite.today))
        let road = PageAddress.code(try #require(guidebook.roadmaps["房地产开发"]?.code)).path
        for path in [road, PageAddress.field("房地产开发").path] {
            let page = pages.page(at: path).html
            #expect(page.contains("济宁市行政审批服务局（示例）"), "\(path)")
        }
        #expect(try !row("由谁办理", of: html("环评审批")).contains("示例"))
    }

    @Test func `What nobody promises a time for names no day, and every list says so`() throws {
        let guidebook = try ShippedSite.guidebook()
        let item = try #require(guidebook.items["农转用和征收"])
        try #require(item.promised.limit == .none)
        let page = try html(item.stem)
        #expect(page.contains("<b>没有承诺天数") || page.contains(">没有承诺天数</"))
        #expect(!page.contains("最迟") && !page.contains("无法定时限"))
        #expect(try row("承诺多久办完（承诺时限）", of: page).contains("没有承诺天数"))
        #expect(try row("法律规定最长多久（法定时限）", of: page).contains("法律没有规定时限"))
        let pages = try SitePages(onDemand: guidebook, today: #require(ShippedSite.today))
        let road = PageAddress.code(try #require(guidebook.roadmaps["基础提升"]?.code)).path
        for path in ["/", road] {
            let list = pages.page(at: path).html
            #expect(list.contains("没有承诺天数") && !list.contains("承诺 无"), "\(path)")
        }
    }

    @Test func `Nobody is told to bring 0 papers where all hang on the case`() throws {
        let guidebook = try ShippedSite.guidebook()
        let item = try #require(guidebook.items["施工图审查"])
        let own = item.materials.filter { $0.need != .exempt }
        try #require(own.count > 1 && own.allSatisfy { !$0.conditions.isEmpty })
        let path = PageAddress.code(try #require(item.code)).path
        let page = try SitePages(onDemand: guidebook, today: #require(ShippedSite.today)).page(at: path).html
        #expect(page.contains("<b><span class=\"n\">视情况</span></b>"))
        #expect(page.contains("最多 \(item.papers().most) 份"))
        for item in try ShippedSite.guidebook().items.values {
            let page = try html(item.stem)
            #expect(!page.contains(">0 份") && !page.contains(">0—"), "\(item.stem)")
        }
    }

    @Test func `Wherever the sample site's telephone or host stands, it is marked as a sample`() throws {
        let guidebook = try ShippedSite.guidebook()
        let site = guidebook.site
        try #require(Set(site.samples).isSuperset(of: ["咨询电话", "网址"]))
        let today = try #require(ShippedSite.today)
        let pages = try ShippedSite.pages()
        let shown =
            pages.addresses.compactMap { pages.fixedPage(at: $0) }
            + ["00000", "SN2GX", "SN2"].map { pages.lostPage(for: $0) } + [pages.notFound()]
            + [pages.page(at: "/search", query: ["q": "没有这样的词"])]
        var phones = 0
        for page in shown {
            for place in page.html.ranges(of: "\(site.phone)</a>") {
                phones += 1
                let marked = page.html[place.upperBound...].hasPrefix(" <span class=\"c\">示例</span>")
                #expect(marked, "\(page.title)")
            }
            // In words, that is; addresses of links and pictures are for machines.
            for place in page.html.ranges(of: "yikatong.example") where page.html[..<place.lowerBound].last != "/" {
                #expect(page.html[place.upperBound...].hasPrefix("（示例）"), "\(page.title)")
            }
            #expect(!page.html.contains("\"telephone\":\"\(site.phone)\""), "\(page.title)")
        }
        #expect(phones > shown.count / 2)
        // A policy that is over says so with the number to ask.
        let over = try #require(guidebook.policies.values.first { $0.standing(on: today).isPast })
        let page = pages.page(at: PageAddress.code(try #require(over.code)).path).html
        let banner = try #require(page.firstMatch(of: /class="al".*?<\/div>/)).output
        #expect(banner.contains("</a> <span class=\"c\">示例</span>"))
    }

    @Test func `A step whose days are not counted says so in the same words everywhere`() throws {
        let guidebook = try ShippedSite.guidebook()
        var seen = 0
        for item in guidebook.items.values where item.steps.contains(where: \.isUncounted) {
            seen += 1
            let page = try html(item.stem)
            #expect(page.contains("不算在承诺时限里"), "\(item.stem)")
            #expect(!page.contains("不计时限"), "\(item.stem)")
        }
        #expect(seen > 3)
    }
}
