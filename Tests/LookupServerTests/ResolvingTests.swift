internal import Foundation
internal import LookupServer
internal import ScanRecords
internal import Testing

@Suite(.serialized) struct ResolvingTests {
    @Test func `A code opens its page however it is written`() async throws {
        try await Daemon.run { daemon in
            let printed = try daemon.ask("/c/CY7MN")
            #expect(printed.status == 200)
            #expect(printed.text.contains("施工许可"))
            for target in [
                "/c/cy7mn", "/c/CY7M-N", "/c/cy7m%2Dn", "/c/CY7%4D%20N", "/c/CY7MN/", "/C/cy7mn",
                "/c/CY7MN?from=timeline",
                "http://yikatong.example/c/CY7MN", "http://old.example/c/cy7mn", "/c/%43Y7MN",
            ] {
                let answer = try daemon.ask(target)
                #expect(answer.status == 200, "\(target)")
                #expect(answer.body == printed.body, "\(target)")
            }
        }
    }

    @Test func `Every host name that was ever printed goes on answering`() async throws {
        try await Daemon.run { daemon in
            let printed = try daemon.ask("/c/CY7MN")
            for host in ["yikatong.example", "old.example.gov.cn:8080", "192.0.2.1", "[2001:db8::1]"] {
                for target in ["/c/CY7MN", "/c/cy7mn"] {
                    let answer = try daemon.ask(target, ["Host: \(host)"])
                    #expect(answer.status == 200)
                    #expect(answer.body == printed.body)
                }
            }
        }
    }

    @Test(arguments: [
        ("/c/CY7MM", 404, "有一个字符不对"), ("/c/0001G", 404, "从未印发"), ("/c/00000", 410, "并入施工许可"), ("/c/ABC", 400, "不是卡号"),
        ("/c/%E5%8D%A1", 400, "不是卡号"), ("/c", 400, "不是卡号"), ("/nowhere", 404, "没有这个页面"), ("/nowhere%", 400, "网址可能输错了"),
        ("/c/%G0", 400, ""), ("/c/%FF%FE", 400, ""), ("/c/%00", 400, ""), ("/%C0%AF", 400, ""),
        ("/c/CY7MN?linkType=nothing", 404, ""),
    ])
    func `What opens nothing says so with its status`(_ target: String, _ status: Int, _ words: String) async throws {
        try await Daemon.run { daemon in
            let answer = try daemon.ask(target)
            #expect(answer.status == status)
            #expect(answer["content-type"] == "text/html; charset=utf-8")
            #expect(words.isEmpty || answer.text.contains(words))
            #expect(answer["content-security-policy"]?.contains("default-src 'none'") == true)
        }
    }

    @Test func `A retired code names its successor`() async throws {
        try await Daemon.run { daemon in
            let page = try daemon.ask("/c/0OOOo")
            #expect(page.text.contains("href=\"/c/CY7MN\""))
        }
    }

    @Test func `A typed code leads to its own address`() async throws {
        try await Daemon.run { daemon in
            for target in ["/c?code=cy7m-n", "/c?code=+CY7%4DN+"] {
                let answer = try daemon.ask(target)
                #expect(answer.status == 303)
                #expect(answer["location"] == "/c/CY7MN")
            }
        }
    }

    @Test func `Typed links lead to sections, data and the linkset`() async throws {
        try await Daemon.run { daemon in
            let materials = try daemon.ask("/c/CY7MN?linkType=materials")
            #expect(materials.status == 307)
            #expect(materials["location"] == "/c/CY7MN#materials")
            #expect(try daemon.ask("/c/CY7MN?linkType=onecard:guide").status == 200)
            let relation = "https%3A%2F%2Fyikatong.example%2F.well-known%2Fonecard-resolver%23basis"
            #expect(try daemon.ask("/c/CY7MN?linkType=\(relation)")["location"] == "/c/CY7MN#basis")

            let linkset = try daemon.ask("/c/CY7MN?linkType=linkset")
            #expect(linkset.status == 200)
            #expect(linkset["content-type"] == "application/linkset+json")
            let parsed = try #require(
                try JSONSerialization.jsonObject(with: Data(linkset.body)) as? [String: [[String: Any]]])
            let context = try #require(parsed["linkset"]?.first)
            #expect(context["anchor"] as? String == "https://yikatong.example/c/CY7MN")
            let page = try daemon.ask("/c/CY7MN")
            let header = try #require(page["link"])
            for (relation, value) in context where relation != "anchor" {
                let targets = try #require(value as? [[String: Any]])
                let href = try #require(targets.first?["href"] as? String)
                // What the linkset promises is there: the section exists, the header says the same.
                if let mark = href.firstIndex(of: "#") {
                    #expect(page.text.contains("id=\"\(href[href.index(after: mark)...])\""))
                }
                #expect(header.contains("rel=\"\(relation)\""))
            }
            #expect(context.count == 7)
        }
    }

    @Test(arguments: [
        (nil, "text/html; charset=utf-8"), ("application/json", "application/json"),
        ("application/json;q=0.4, text/html;q=0.5", "text/html; charset=utf-8"),
        ("text/*;q=0.1, application/linkset+json", "application/linkset+json"),
        ("application/linkset", "application/linkset"), ("application/json;q=0, */*;q=0.1", "text/html; charset=utf-8"),
        ("image/png", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/html;q=0, application/*", "application/json"),
        ("application/json;q=2, text/html;q=0.1", "text/html; charset=utf-8"),
    ])
    func `Accept decides between page, data and linkset`(_ accept: String?, _ type: String) async throws {
        try await Daemon.run { daemon in
            let answer = try daemon.ask("/c/CY7MN", ["Host: localhost"] + (accept.map { ["Accept: \($0)"] } ?? []))
            #expect(answer.status == 200)
            #expect(answer["content-type"] == type)
            #expect(answer["vary"] == "Accept, Accept-Encoding")
        }
    }

    @Test func `Every guide's data keeps to the published schema`() async throws {
        try await Daemon.run(limits: .unlimited) { daemon in
            func json(_ target: String, _ accept: String) throws -> Any {
                try JSONSerialization.jsonObject(
                    with: Data(try daemon.ask(target, ["Host: localhost", "Accept: \(accept)"]).body))
            }
            let schema = try #require(try json("/schemas/guide.json", "*/*") as? [String: Any])
            let home = try daemon.ask("/").text
            let field = try daemon.ask("/fields/%E6%88%BF%E5%9C%B0%E4%BA%A7%E5%BC%80%E5%8F%91").text
            let codes = Set((home + field).matches(of: /\/c\/([0-9A-Z]{5})"/).map { String($0.output.1) })
            #expect(codes.count > 25)
            for code in codes {
                let guide = try json("/c/\(code)", "application/json")
                #expect(SchemaCheck(schema).problems(guide, at: code) == [])
            }
        }
    }

    @Test func `The resolver describes itself`() async throws {
        try await Daemon.run { daemon in
            let answer = try daemon.ask("/.well-known/onecard-resolver")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
            #expect(json["resolverRoot"] as? String == "https://yikatong.example/c")
            #expect((json["linkTypes"] as? [Any])?.count == 7)
        }
    }

    @Test func `Scans are counted, and what is none is not`() async throws {
        try await Daemon.run { daemon in
            _ = try daemon.ask("/c/CY7MN")
            _ = try daemon.ask("/c/cy7mn")
            _ = try daemon.ask("/c/00000")
            #expect(daemon.tally.waiting.count == 3)
            _ = try daemon.ask("/c/CY7MN", method: "HEAD")
            _ = try daemon.ask("/c/CY7MN", ["Host: localhost", "Sec-Purpose: prefetch"])
            _ = try daemon.ask("/c/CY7MN?linkType=linkset")
            _ = try daemon.ask("/")
            #expect(daemon.tally.waiting.count == 3)
            _ = try daemon.ask("/c/CY7MM")
            _ = try daemon.ask("/c/11111")
            #expect(daemon.tally.waiting.count == 5)
        }
    }

    @Test func `Health, readiness and metrics`() async throws {
        try await Daemon.run { daemon in
            #expect(try daemon.ask("/healthz").text == "ok\n")
            let ready = try daemon.ask("/readyz")
            #expect(ready["cache-control"] == "no-store")
            #expect(ready.text.contains("\"status\":\"ok\""))
            daemon.site.refuse([.init(file: "guides/items/甲.yaml", line: 3, rule: "unknown-key", message: "未知的键")])
            let degraded = try daemon.ask("/readyz")
            #expect(degraded.status == 200)
            #expect(degraded.text.contains("\"line\":3,\"rule\":\"unknown-key\""))
            #expect(degraded.text.contains("\"newestFilesServed\":false"))
            let metrics = try daemon.ask("/metrics").text
            #expect(metrics.contains("onecard_problems 1\n"))
            #expect(metrics.contains("onecard_answers_total{status=\"200\"} 3\n"))
        }
    }
}
