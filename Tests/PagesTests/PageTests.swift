internal import Flowcharts
internal import Foundation
internal import FoundationXML
internal import Guides
internal import Pages
internal import TestSupport
internal import Testing

/// What stands on pages.
@Suite struct PageTests {
    @Test func listSaysWhatTheGraphSays() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        for item in guidebook.items.values {
            let code = try #require(item.code)
            for query in [[:], ["size": "large"]] {
                let html = pages.page(at: "/c/\(code)", query: query).html
                let list = try #require(html.firstMatch(of: /<ol class="st">.*?<\/ol>/)).output
                let document = try XMLDocument(xmlString: String(list))
                let graph = FlowGraph(item.steps)
                var names: [String] = []
                var edges: Set<FlowGraph.Edge> = []
                for case let entry as XMLElement in try document.nodes(forXPath: "/ol/li") {
                    let from = names.count
                    let heading = try #require(try entry.nodes(forXPath: "b").first?.stringValue)
                    names.append(String(try #require(heading.wholeMatch(of: /\d+\. (.*)/)).output.1))
                    for case let way as XMLElement in try entry.nodes(forXPath: "span[@data-to]") {
                        let to = try #require(way.attribute(forName: "data-to")?.stringValue.flatMap { Int($0) })
                        let words = try #require(way.stringValue)
                        let match = try #require(
                            words.wholeMatch(of: /(?:下一步|(?<condition>.*)，转到)：(?<number>\d+)\. (?<name>.*)/))
                        #expect(Int(match.output.number) == to + 1 && String(match.output.name) == graph.steps[to].name)
                        edges.insert(.init(from: from, to: to, condition: match.output.condition.map { String($0) }))
                    }
                }
                #expect(names == graph.steps.map(\.name), "\(item.stem)")
                #expect(edges == Set(graph.edges), "\(item.stem)")
            }
        }
    }

    @Test func `what is not offered is said only where it would mean something`() throws {
        /// What an item with these values in place of its own does not offer.
        func missing(_ changes: [(key: String, value: String)]) throws -> String {
            let guidebook = try ShippedSite.guidebook(changing: "items/施工许可.yaml") { text in
                let others = (text ?? "").split(separator: "\n").filter { line in
                    !changes.contains { line.hasPrefix($0.key + ":") }
                }
                return (others + changes.map { Substring("\($0.key): \($0.value)") }).joined(separator: "\n") + "\n"
            }
            let page = try SitePages(guidebook, today: #require(ShippedSite.today)).page(at: "/c/CY7MN").html
            return page.firstMatch(of: /<dt>不支持<\/dt><dd>(.*?)<\/dd>/).map { String($0.output.1) } ?? ""
        }
        let no = [("是否支持网上支付", "否"), ("是否支持预约办理", "否"), ("是否支持自助终端", "否"), ("是否支持物流快递", "否")]
        let free = try missing(no)
        #expect(!free.contains("网上交费") && free.contains("预约办理") && free.contains("自助机办理") && free.contains("快递寄送"))
        let online = try missing(no + [("办理形式", "[电脑端网上办理]")])
        #expect(!online.contains("预约办理") && !online.contains("自助机办理") && online.contains("快递寄送"))
        let paid = try missing(no + [("是否收费", "是"), ("收费项目", "[{名称: 工本费, 标准: 10元, 依据: 收费文件}]")])
        #expect(paid.contains("网上交费"))
    }

    @Test func deadlineIsCountedByTheCalendar() throws {
        // 2026-09-24 is a Thursday; 2026-09-25 to 09-27 a holiday by this calendar, 2026-09-20 a working Sunday.
        let guidebook = try ShippedSite.guidebook(changing: "calendar/2026.yaml") { _ in
            """
            年份: 2026
            放假:
              - {名称: 中秋节, 起: 2026-09-25, 止: 2026-09-27}
            调休上班: [2026-09-20]
            依据: 测试用的日历
            核对: {日期: 2026-01-01, 状态: 示例}
            """
        }
        let item = try #require(guidebook.items["施工许可"])
        #expect(item.promised.limit == .span(3, .workingDay))
        let code = try #require(item.code)
        let page = try SitePages(guidebook, today: #require(CalendarDate("2026-09-24"))).page(at: "/c/\(code)")
        // Friday is a holiday: Monday, Tuesday, Wednesday.
        #expect(page.html.contains("今天（9月24日\u{A0}周四）"))
        #expect(page.html.contains("最迟\u{A0}9月30日\u{A0}周三"))
        #expect(!page.html.contains("放假安排"))
        let late = try SitePages(guidebook, today: #require(CalendarDate("2026-12-30"))).page(at: "/c/\(code)")
        #expect(late.html.contains("最迟\u{A0}2027年1月5日\u{A0}周二"))
        #expect(late.html.contains("2027年放假安排还没有收录，只按周末和元旦算，安排公布后以安排为准"))
    }

    @Test(arguments: [
        ("2026-11-27", "今天（11月27日\u{A0}周五）"), ("2026-11-28", "今天不上班，11月30日\u{A0}周一"),
        ("2026-10-10", "今天（10月10日\u{A0}周六）"), ("2026-10-01", "今天不上班，10月8日\u{A0}周四"),
        ("2027-01-01", "今天不上班，1月4日\u{A0}周一"),
    ])
    func `On a day off nothing is handed in, nor decided, before the next working day`(
        _ today: String, _ words: String
    ) throws {
        let guidebook = try ShippedSite.guidebook()
        let day = try #require(CalendarDate(today))
        let pages = try SitePages(onDemand: guidebook, today: day)
        let opening = try #require(guidebook.calendar.workingDay(from: day)).date
        let atOnce = try #require(guidebook.items.values.first { $0.promised.limit == .immediate })
        let promised = try [atOnce, #require(guidebook.items["施工许可"])]
        for item in promised {
            let page = pages.page(at: PageAddress.code(try #require(item.code)).path).html
            #expect(page.contains(words), "\(item.stem)")
            let end = try #require(guidebook.calendar.adding(item.promised.limit, to: opening)).date
            #expect(end > opening || item.promised.limit == .immediate && end == opening, "\(item.stem)")
            let latest = "最迟\u{A0}\(end.year == day.year ? "" : "\(end.year)年")\(end.month)月\(end.day)日\u{A0}"
            #expect(page.contains(latest), "\(item.stem): \(latest)")
        }
    }

    @Test func `The span of papers is that of all answers one can give`() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        for item in guidebook.items.values where !item.situations.isEmpty {
            let questions = item.situations.map { $0.options.isEmpty ? 2 : $0.options.count }
            guard questions.reduce(1, *) <= 256 else { continue }
            var (own, exempt): (Set<Int>, Set<Int>) = ([], [])
            for number in 0..<questions.reduce(1, *) {
                var rest = number
                let given = zip(item.situations, questions).flatMap { situation, count -> [String] in
                    defer { rest /= count }
                    let answer = rest % count
                    return situation.conditions.indices.contains(answer) ? [situation.conditions[answer]] : []
                }
                func count(_ isCounted: (Material.Need) -> Bool) -> Int {
                    item.materials.count { material in
                        isCounted(material.need)
                            && (material.conditions.isEmpty || material.conditions.contains { given.contains($0) })
                    }
                }
                own.formUnion([count { $0 == .required || $0 == .later }, count { $0 != .exempt }])
                exempt.insert(count { $0 == .exempt })
            }
            let (least, most) = (own.min() ?? 0, own.max() ?? 0)
            let page = pages.page(at: PageAddress.code(try #require(item.code)).path).html
            let words =
                most == 0
                ? "不用材料" : least == 0 ? "最多 \(most) 份" : least == most ? "\(most) 份材料" : "\(least)—\(most) 份材料"
            #expect(page.contains("<span class=\"n\">\(words)</span>"), "\(item.stem): \(words)")
            let (fewest, highest) = (exempt.min() ?? 0, exempt.max() ?? 0)
            let free =
                highest == 0
                ? nil
                : fewest == 0
                    ? "最多 \(highest) 份免交"
                    : fewest == highest ? "\(highest) 份免交" : "\(fewest)—\(highest) 份免交"
            if let free {
                #expect(page.contains("<span class=\"n\">\(free)</span>"), "\(item.stem): \(free)")
            } else {
                #expect(!page.contains("份免交"), "\(item.stem)")
            }
        }
    }

    @Test func answersLeaveOutWhatIsNotNeeded() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let item = try #require(guidebook.items["施工许可"])
        let code = try #require(item.code)
        let index = try #require(item.situations.firstIndex { $0.name == "依法必须招标" })
        let no = pages.page(at: "/c/\(code)", query: ["q\(index)": "1"]).html
        let yes = pages.page(at: "/c/\(code)", query: ["q\(index)": "0"]).html
        #expect(yes.contains("<b>中标通知书</b>") && !no.contains("<b>中标通知书</b>"))
        #expect(no.contains("已按您的情况略去 1 份"))
        let (with, without) = (item.papers(after: [index: 0]), item.papers(after: [index: 1]))
        #expect(with.least == without.least + 1 && with.most == without.most + 1)
        #expect(yes.contains(">\(with.least)—\(with.most) 份材料</span>"))
        #expect(no.contains(">\(without.least)—\(without.most) 份材料</span>"))
        // Nonsense is no answer.
        for value in ["7", "-1", "", "x"] {
            #expect(pages.page(at: "/c/\(code)", query: ["q\(index)": value]).html == pages.pages["/c/\(code)"]?.html)
        }
    }

    @Test func largePrintIsKeptAndLeftByTheAddress() throws {
        let pages = try ShippedSite.pages()
        let home = try #require(pages.pages["/?size=large"])
        #expect(home.html.contains("<html lang=\"zh-CN\" class=\"L\">"))
        #expect(home.html.contains("<input type=\"hidden\" name=\"size\" value=\"large\">"))
        #expect(pages.page(at: "/", query: ["size": "large"]).html == home.html)
        #expect(pages.page(at: "/", query: ["size": "huge"]).html == pages.pages["/"]?.html)
    }

    @Test func codesAreReadAsPeopleTypeThem() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        let code = try #require(guidebook.items["施工许可"]?.code)
        let page = try #require(pages.pages["/c/\(code)"])
        for typed in [code.text.lowercased(), code.grouped, " \(code) "] {
            #expect(pages.page(at: "/c/\(typed)").html == page.html)
        }
        #expect(pages.page(at: "/c/zz").status == 404)
        #expect(pages.page(at: "/nowhere").status == 404)
    }

    @Test func whatAnybodyTypesStaysText() throws {
        let pages = try ShippedSite.pages()
        let attack = "\"><script>alert(1)</script>"
        for page in [
            pages.page(at: "/search", query: ["q": attack]), pages.page(at: "/c/\(attack)"),
            pages.page(at: "/\(attack)"),
        ] {
            #expect(!page.html.contains("<script>alert"))
        }
    }

    @Test func retiredCodesSayWhyAndWhereTo() throws {
        let code = try #require(ShortCode(ordinal: 777_777))
        let guidebook = try ShippedSite.guidebook(changing: "retired.yaml") { _ in
            "退役:\n  - {短码: \(code), 名称: 旧的办事指南, 日期: 2026-06-01, 原因: 两个事项合并成一个。, 接替: 施工许可}\n"
        }
        let pages = try SitePages(guidebook, today: #require(ShippedSite.today))
        let page = pages.page(at: "/c/\(code)")
        #expect(page.status == 410)
        #expect(page.html.contains("两个事项合并成一个。") && page.html.contains("2026年6月1日"))
        let successor = try #require(guidebook.items["施工许可"]?.code)
        #expect(page.html.contains("href=\"/c/\(successor)\""))
    }

    @Test func expiredPoliciesStandApart() throws {
        let guidebook = try ShippedSite.guidebook()
        let expiring = try #require(guidebook.policies.values.first { $0.expires != nil && $0.state != .repealed })
        let last = try #require(expiring.expires)
        let link = "href=\"\(PageAddress.code(try #require(expiring.code)).path)\""
        func isFolded(_ today: CalendarDate) throws -> Bool {
            let html = try SitePages(onDemand: guidebook, today: today).page(at: "/policies").html
            let place = try #require(html.range(of: link))
            return html[..<place.lowerBound].contains("<details>")
        }
        #expect(try !isFolded(last))
        #expect(try isFolded(#require(last.adding(days: 1))))
    }

    @Test func changesAfterPrintAreMarked() throws {
        let guidebook = try ShippedSite.guidebook()
        let item = try #require(guidebook.items.values.first { !$0.changes.isEmpty })
        let (code, change) = (try #require(item.code), try #require(item.changes.first))
        let (before, today) = (try #require(change.date.adding(days: -1)), try #require(ShippedSite.today))
        let marked = try SitePages(guidebook, today: today, printed: [code: before...today]).page(at: "/c/\(code)").html
        #expect(marked.contains("这个卡号的卡片最早印于\(before.chinese)，最近印于\(today.chinese)。"))
        #expect(marked.contains("印卡后") && marked.contains("\(before.chinese)印的卡片仍然有效"))
        #expect(
            try !SitePages(guidebook, today: today, printed: [code: change.date...change.date]).page(at: "/c/\(code)")
                .html.contains("印卡后"))
    }

    @Test func structuredDataIsJSON() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        for item in guidebook.items.values {
            let code = try #require(item.code)
            let html = try #require(pages.pages["/c/\(code)"]).html
            let json = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)).output
                .1
            let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(data["@type"] as? String == "GovernmentService")
            #expect(data["name"] as? String == item.name)
        }
    }

    @Test func tablesAndPicturesAreThereForGuides() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages()
        for (code, guide) in guidebook.guides {
            switch guide {
            case .item(let item):
                let table = try #require(pages.materialsTable(of: code))
                #expect(table.hasPrefix("\u{FEFF}序号,"))
                #expect(item.materials.allSatisfy { table.contains($0.name) })
                _ = try XMLDocument(xmlString: #require(pages.flowchart(of: code)))
            case .roadmap:
                #expect(pages.materialsTable(of: code) != nil)
                _ = try XMLDocument(xmlString: #require(pages.flowchart(of: code)))
            case .policy, .notice, .overview:
                #expect(pages.materialsTable(of: code) == nil && pages.flowchart(of: code) == nil)
            }
        }
    }

    @Test func `What a spreadsheet would take for a formula stays words`() throws {
        let words = ["=1+1", "+甲", "-甲", "@甲", "甲,\"乙\""]
        let guidebook = try ShippedSite.guidebook(changing: "items/施工许可.yaml") { text in
            let list = words.map { "  - {名称: '\($0)', 材料形式: 电子, 必要性: 必要, 来源渠道: 申请人自备}\n" }.joined()
            return (text ?? "").replacing("\n申请材料:\n", with: "\n申请材料:\n" + list)
        }
        let pages = try SitePages(onDemand: guidebook, today: try #require(ShippedSite.today))
        let table = try #require(pages.materialsTable(of: try ShortCode(reading: "CY7MN")))
        for cell in [",'=1+1,", ",'+甲,", ",'-甲,", ",'@甲,", ",\"甲,\"\"乙\"\"\","] {
            #expect(table.contains(cell), "\(cell)")
        }
    }

    @Test func policyAllowsExactlyTheScriptOnThePage() throws {
        let html = try #require(ShippedSite.pages().pages["/"]).html
        let script = try #require(html.firstMatch(of: /<script>(.*?)<\/script>/.dotMatchesNewlines())).output.1
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.start()
        try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
        try input.fileHandleForWriting.close()
        let hex = String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
        #expect(Page.contentSecurityPolicy.contains("script-src 'sha256-\(Data(bytes).base64EncodedString())'"))
        #expect(!Page.contentSecurityPolicy.contains("unsafe-eval"))
    }
}
