internal import Foundation
internal import Guides
internal import Pages
internal import TestSupport
internal import Testing

/// What the pages of whole projects say of order, alternatives and materials.
@Suite struct RoadmapPageTests {
    private func html(_ stem: String, _ query: [String: String] = [:]) throws -> String {
        let code = try #require(ShippedSite.guidebook().roadmaps[stem]?.code)
        return try ShippedSite.pages().page(at: "/c/\(code)", query: query).html
    }

    @Test func everyReasonOfTheOrderIsOnThePage() throws {
        for roadmap in try ShippedSite.guidebook().roadmaps.values {
            for query in [[:], ["size": "large"]] {
                let page = try html(roadmap.stem, query)
                for entry in roadmap.entries {
                    let row = try #require(page.range(of: "<li data-item=\"\(entry.item)\""), "\(roadmap.stem)")
                    let end =
                        page.range(of: "<li data-item", range: row.upperBound..<page.endIndex)?.lowerBound
                        ?? page.endIndex
                    let words = page[row.upperBound..<end]
                    for prerequisite in entry.prerequisites {
                        #expect(words.contains(prerequisite.item), "\(roadmap.stem): \(entry.item)")
                        if let note = prerequisite.note {
                            #expect(words.contains(note), "\(roadmap.stem): \(entry.item)")
                        }
                        if let law = prerequisite.basis?.law {
                            #expect(words.contains(law), "\(roadmap.stem): \(entry.item)")
                        }
                    }
                }
            }
        }
    }

    @Test func `A roadmap of several fields stands in each of them, and leads back to each`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let roadmap = try #require(guidebook.roadmaps["小型低风险"])
        #expect(roadmap.fields == ["现代物流", "重大产业", "房地产开发"])
        let path = PageAddress.code(try #require(roadmap.code)).path
        for field in guidebook.site.fields.map(\.name) {
            let list = pages.page(at: PageAddress.field(field).path).html
            #expect(list.contains("href=\"\(path)\"") == roadmap.fields.contains(field), "\(field)")
            let link = "<a href=\"\(PageAddress.field(field).link)\">\(field)</a>"
            #expect(pages.page(at: path).html.contains(link) == roadmap.fields.contains(field), "\(field)")
            let found = pages.page(at: "/search", query: ["q": field]).html
            #expect(!roadmap.fields.contains(field) || found.contains("href=\"\(path)\""), "\(field)")
        }
    }

    @Test func alternativesAreNotBothNecessary() throws {
        let page = try html("重大产业")
        #expect(page.contains("先办好企业投资项目备案，或者企业投资项目核准。"))
        #expect(!page.contains("先办好企业投资项目核准。") && !page.contains("先办好企业投资项目备案。"))
        #expect(page.contains("选“备案项目”的，办企业投资项目备案；选“核准项目”的，办企业投资项目核准。"))
        #expect(page.contains("看项目属于哪种，办其中一项") && page.contains(">或者</text>"))
        // Where a project is always 备案, there is nothing to choose.
        #expect(try !html("房地产开发").contains(">或者</text>"))
    }

    @Test func materialsOfConditionalItemsAreMarked() throws {
        let guidebook = try ShippedSite.guidebook()
        for roadmap in guidebook.roadmaps.values {
            let schedule = RoadmapSchedule(roadmap, in: guidebook)
            let page = try html(roadmap.stem)
            // No more than all kinds, no fewer than what every project brings.
            let papers = roadmap.papers(in: guidebook).own
            let kinds = schedule.materials.filter { $0.material.need != .exempt }
            #expect(kinds.filter(\.isAlways).count <= papers.least && papers.least < papers.most)
            #expect(papers.most <= kinds.count)
            #expect(page.contains("<span class=\"n\">\(papers.least)—\(papers.most) 种</span>"))
            for shared in schedule.materials where shared.material.need == .required {
                let row = try #require(page.range(of: "<b>\(shared.material.name)</b>"))
                let rest = page[row.upperBound...].prefix { $0 != "\n" }.prefix(60)
                #expect(
                    rest.hasPrefix(" <span class=\"c a\">如适用</span>") != shared.isAlways,
                    "\(roadmap.stem): \(shared.material.name)")
            }
            let only = schedule.materials.filter { !$0.conditions.isEmpty }
            #expect(!only.isEmpty)
            for shared in only { #expect(page.contains("哪些项目要：\(shared.conditions.joined(separator: "，或者"))")) }
        }
    }

    @Test func theMainLineRunsThroughEveryStageOfAHouse() throws {
        let page = try html("房地产开发")
        let stages = page.matches(of: /<svg .*?<\/svg>/).map { $0.output }
        #expect(stages.count == 4)
        for stage in stages { #expect(stage.contains("class=\"rx rc")) }
    }
}

/// Addresses inside pages.
@Suite struct LinkTests {
    @Test func everyLinkIsPercentEncodedAndOpensAPage() throws {
        let pages = try ShippedSite.pages()
        for (path, page) in pages.pages {
            for match in page.html.matches(of: /href="([^"]*)"/) {
                let link = String(match.output.1)
                #expect(link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(path): \(link)")
                guard link.hasPrefix("/laws/"),
                    let name = link.dropFirst(6).prefix(while: { $0 != "#" && $0 != "?" }).removingPercentEncoding
                else { continue }
                let law = try #require(pages.pages["/laws/\(name)"], "\(path): \(link)")
                if let anchor = link.split(separator: "#").dropFirst().first {
                    #expect(law.html.contains("id=\"\(anchor)\""))
                }
            }
        }
    }

    @Test func lostPagesKeepLargePrint() throws {
        let pages = try ShippedSite.pages()
        for page in [pages.lostPage(for: "zz", query: ["size": "large"]), pages.notFound(query: ["size": "large"])] {
            #expect(page.status == 404 && page.html.contains("class=\"L\"") && page.html.contains("value=\"large\""))
        }
        #expect(!pages.notFound().html.contains("class=\"L\""))
    }
}
