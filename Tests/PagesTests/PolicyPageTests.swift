internal import Foundation
internal import Guides
internal import Pages
internal import Testing

/// What readers learn of a policy before they read it: whether it gives, demands or points, and whether it is over.
@Suite struct PolicyPageTests {
    private func html(_ policy: Policy, on day: CalendarDate) throws -> String {
        let path = PageAddress.code(try #require(policy.code)).path
        return try SitePages(onDemand: ShippedSite.guidebook(), today: day).page(at: path).html
    }

    /// The entry of a policy in the list of all.
    private func entry(_ policy: Policy, on day: CalendarDate) throws -> String {
        let list = try SitePages(onDemand: ShippedSite.guidebook(), today: day).page(at: "/policies").html
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
            let meaning =
                switch nature {
                case .benefit: "能得到好处"
                case .demand: "要照着做"
                case .direction: "只讲往哪里引导"
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

    @Test func `The shipped plans up to 2025 are over, not repealed`() throws {
        let today = try #require(ShippedSite.today)
        let over = try ShippedSite.guidebook().policies.values.filter { $0.standing(on: today).isPast }
        #expect(over.count == 6)
        #expect(over.allSatisfy { $0.standing(on: today) == .expired(lastDay: CalendarDate("2025-12-31")) })
    }
}
