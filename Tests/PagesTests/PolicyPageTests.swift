internal import Foundation
internal import Guides
internal import Pages
internal import Testing

/// What readers learn of a policy before they read it: whether it gives, demands or points, and whether it is over.
@Suite struct PolicyPageTests {
    private func html(_ policy: Policy, on day: CalendarDate) throws -> String {
        let path = PageAddress.code(try #require(policy.code)).path
        return try ShippedSite.pages(on: day).page(at: path).html
    }

    /// The entry of a policy in the list of all.
    private func entry(_ policy: Policy, on day: CalendarDate) throws -> String {
        let list = try ShippedSite.pages(on: day).page(at: "/policies").html
        let path = PageAddress.code(try #require(policy.code)).path
        let start = try #require(list.range(of: "href=\"\(path)\""))
        let rest = list[start.upperBound...]
        return String(rest[..<(try #require(rest.range(of: "</li>")).lowerBound)])
    }

    private func header(_ policy: Policy, on day: CalendarDate) throws -> Substring {
        try #require(html(policy, on: day).firstMatch(of: /<header>.*?<\/header>/)).output
    }

    @Test func `Every shipped policy says whether it gives, demands or points, on its page and in the list`() throws {
        let today = try #require(ShippedSite.today)
        for policy in try ShippedSite.guidebook().policies.values {
            let nature = try #require(policy.nature, "\(policy.stem)")
            let isPast = policy.standing(on: today).isPast
            let meaning =
                switch nature {
                case .benefit: isPast ? "现在不能再按它申报" : "能得到好处"
                case .demand: isPast ? "以前要照着做，现在不再按它" : "要照着做"
                case .direction: isPast ? "现在不再按它" : "只讲往哪里引导"
                }
            let (header, entry) = (try header(policy, on: today), try entry(policy, on: today))
            #expect(header.contains(">\(nature.rawValue)</span>") && header.contains(meaning), "\(policy.stem)")
            #expect(entry.contains(">\(nature.rawValue)</span>"), "\(policy.stem)")
        }
    }

    @Test func `A policy whose last day is past says so first and since when, and stands behind in the list`() throws {
        let policies = try ShippedSite.guidebook().policies.values
        let ending = try #require(policies.first { $0.state != .expired && $0.state != .repealed && $0.expires != nil })
        let last = try #require(ending.expires)
        let next = try #require(last.adding(days: 1))
        let before = try html(ending, on: last)
        #expect(!before.contains("class=\"al\"") && !before.contains(">已到期<"))
        let header = try header(ending, on: next)
        #expect(header.contains("<b>已到期</b>") && header.contains("有效期到\(last.chinese)为止") && header.contains("tel:"))
        #expect(try entry(ending, on: next).contains(">已到期</span>"))
        #expect(try !entry(ending, on: last).contains("已到期"))
    }

    @Test func `What a policy gives, it gives neither before it is in force nor after it is over`() throws {
        let guidebook = try ShippedSite.guidebook()
        let last = try #require(CalendarDate("2027-06-30"))
        let text = try #require(
            guidebook.policies.first { $0.value.nature == .benefit && $0.value.expires == nil }?.key)
        let changed = try ShippedSite.guidebook(changing: "policies/\(text).yaml") { file in
            (file ?? "").replacing(/\n(施行日期|有效期至|状态): .*/, with: "")
                + "施行日期: 2027-03-01\n有效期至: \(last)\n状态: 有效\n"
        }
        let policy = try #require(changed.policies[text])
        let path = PageAddress.code(try #require(policy.code)).path
        func header(_ day: String) throws -> Substring {
            let page = try SitePages(onDemand: changed, today: #require(CalendarDate(day))).page(at: path).html
            return try #require(page.firstMatch(of: /<header>.*?<\/header>/)).output
        }
        #expect(try header("2027-02-28").contains("2027年3月1日起，符合条件的，能得到好处"))
        #expect(try header("2027-03-01").contains(" 符合条件的，能得到好处"))
        #expect(try header("2027-07-01").contains("现在不能再按它申报") && !header("2027-07-01").contains("能得到好处"))
    }

    @Test func `An item of no roadmap is not said to have no policies, and leads to all`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let alone = guidebook.items.values.filter { guidebook.roadmaps(with: $0.stem).isEmpty }
        try #require(!alone.isEmpty)
        for item in alone {
            let page = pages.page(at: PageAddress.code(try #require(item.code)).path).html
            let section = try #require(page.firstMatch(of: /<section id="policies".*?<\/section>/)).output
            #expect(!section.contains("目前没有政策和通知"), "\(item.stem)")
            #expect(section.contains("<a href=\"/policies\"><b>全部政策和通知</b></a>"), "\(item.stem)")
        }
    }

    @Test func `On an item's page what names the item stands before what is only newer`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let today = try #require(ShippedSite.today)
        var seen = 0
        for item in guidebook.items.values {
            let ties = PolicyTies(item, in: guidebook)
            let current = guidebook.policies.values.filter { !$0.standing(on: today).isPast }
            let near = current.filter { ties.tie(to: $0) == .names }
            guard !near.isEmpty, near.count < 3 else { continue }
            seen += 1
            let page = pages.page(at: PageAddress.code(try #require(item.code)).path).html
            let section = try #require(page.firstMatch(of: /<section id="policies".*?<\/section>/)).output
            for policy in near {
                let path = PageAddress.code(try #require(policy.code)).path
                #expect(section.contains("href=\"\(path)\""), "\(item.stem): \(policy.stem)")
            }
        }
        #expect(seen > 0)
    }

    @Test func `A title breaks neither inside a number with its unit nor inside the name of the state`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let list = pages.page(at: "/policies").html
        #expect(list.contains("<b>精细化工产业创新发展实施方案<span class=\"n\">（2024—2027年）</span></b>"))
        #expect(list.contains("<span class=\"n\">（2025年版）</span>"))
        // A number without a unit is whole by itself.
        #expect(list.contains("12345热线"))
        let law = pages.page(at: PageAddress.law("危险化学品安全法").path).html
        #expect(law.contains("<h1><span class=\"n\">中华人民共和国</span><span class=\"n\">危险化学品安全法</span></h1>"))
        // All that is read stays: marks add no character.
        let titles = list.matches(of: /<a href="\/c\/[0-9A-Z]{5}"><b>(.*?)<\/b>/).map {
            String($0.1).replacing(/<[^>]*>/, with: "")
        }
        #expect(Set(titles).isSuperset(of: guidebook.policies.values.map(\.name)))
    }

    @Test func `The shipped plans up to 2025 are over, not repealed`() throws {
        let today = try #require(ShippedSite.today)
        let over = try ShippedSite.guidebook().policies.values.filter { $0.standing(on: today).isPast }
        #expect(over.count == 6)
        #expect(over.allSatisfy { $0.standing(on: today) == .expired(lastDay: CalendarDate("2025-12-31")) })
    }
}
