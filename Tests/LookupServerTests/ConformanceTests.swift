internal import Foundation
internal import LookupServer
internal import ScanRecords
internal import TestSupport
internal import Testing

/// The rules that GS1 sets for resolvers of Digital Links (GS1-Conformant resolver standard, "a resolver SHALL…"), where
/// they apply, run through a plain path mapping: their `/01/GTIN` is our `/c/CODE`.
///
/// Three rules do not apply: the default link is not a redirect but the page itself, for a scan must cost one answer;
/// there are no compressed addresses; and what is stuck to a whole key, broken or not, never costs a printed card.
@Suite(.serialized) struct ConformanceTests {
    /// One exchange, and what the rule says of its answer.
    struct Rule: Sendable {
        let name: String
        var method = "GET"
        /// In the standard's terms; `/01/` is mapped to `/c/`.
        let path: String
        var fields: [String] = []
        let status: Int
        /// What header fields must contain.
        var says: [(String, String)] = []

        var target: String { path.replacing("/01/", with: "/c/").replacing("gs1resolver", with: "onecard-resolver") }
    }

    static let known = "/01/CY7MN"

    static let rules: [Rule] = [
        Rule(name: "GET is supported", path: known, status: 200, says: [("content-type", "text/html")]),
        Rule(
            name: "HEAD is supported", method: "HEAD", path: known, status: 200, says: [("content-type", "text/html")]),
        Rule(
            name: "OPTIONS is supported", method: "OPTIONS", path: known,
            fields: ["Origin: https://example.org", "Access-Control-Request-Method: GET"],
            status: 204, says: [("allow", "HEAD"), ("access-control-allow-methods", "GET")]),
        Rule(
            name: "other methods are not", method: "DELETE", path: known, status: 405,
            says: [("allow", "GET, HEAD, OPTIONS")]),
        Rule(
            name: "CORS on GET", path: known, fields: ["Origin: https://example.org"], status: 200,
            says: [("access-control-allow-origin", "*")]),
        Rule(
            name: "CORS on HEAD", method: "HEAD", path: known, fields: ["Origin: https://example.org"], status: 200,
            says: [("access-control-allow-origin", "*")]),
        Rule(
            name: "CORS on an error too", path: "/01/11111", fields: ["Origin: https://example.org"], status: 404,
            says: [("access-control-allow-origin", "*")]),
        Rule(
            name: "the header shows where the linkset is", path: known, status: 200,
            says: [("link", "rel=\"linkset\"; type=\"application/linkset+json\"")]),
        Rule(
            name: "so does that of HEAD", method: "HEAD", path: known, status: 200, says: [("link", "rel=\"linkset\"")]),
        Rule(name: "a malformed key is 400", path: "/01/CY7", status: 400),
        Rule(name: "a key of other characters is 400", path: "/01/CY!MN", status: 400),
        Rule(name: "a broken encoding is 400", path: "/01/%2", status: 400),
        Rule(name: "one that is stuck to a whole key leads to the key", path: "/01/CY7MN%2", status: 303),
        Rule(name: "a wrong check digit is no 200", path: "/01/CY7MM", status: 404),
        Rule(name: "an unknown key is 404, never 200", path: "/01/0001G", status: 404),
        Rule(name: "a key that was withdrawn is 410", path: "/01/00000", status: 410),
        Rule(name: "an unknown linkType is 404", path: known + "?linkType=gs1:epcis", status: 404),
        Rule(name: "so is an empty one", path: known + "?linkType=", status: 404),
        Rule(name: "an unknown linkType of an unknown key is 404", path: "/01/0001G?linkType=gs1:pip", status: 404),
        Rule(
            name: "a known linkType leads to its target", path: known + "?linkType=materials", status: 307,
            says: [("location", "/c/CY7MN#materials")]),
        Rule(
            name: "under its prefix", path: known + "?linkType=onecard:basis", status: 307,
            says: [("location", "#basis")]),
        Rule(
            name: "for HEAD too", method: "HEAD", path: known + "?linkType=onecard:basis", status: 307,
            says: [("location", "#basis")]),
        Rule(
            name: "the default link by its name", path: known + "?linkType=guide", status: 200,
            says: [("content-type", "text/html")]),
        Rule(
            name: "the linkset by linkType", path: known + "?linkType=linkset", status: 200,
            says: [("content-type", "application/linkset+json")]),
        Rule(
            name: "the linkset by its older name", path: known + "?linkType=all", status: 200,
            says: [("content-type", "application/linkset+json")]),
        Rule(
            name: "the linkset by Accept", path: known, fields: ["Accept: application/linkset+json"], status: 200,
            says: [("content-type", "application/linkset+json"), ("vary", "Accept")]),
        Rule(
            name: "the linkset as a header's text", path: known, fields: ["Accept: application/linkset"], status: 200,
            says: [("content-type", "application/linkset")]),
        Rule(
            name: "the linkset to HEAD", method: "HEAD", path: known, fields: ["Accept: application/linkset+json"],
            status: 200, says: [("content-type", "application/linkset+json")]),
        Rule(name: "no linkset of what is unknown", path: "/01/0001G?linkType=linkset", status: 404),
        Rule(name: "no linkset of what is malformed", path: "/01/CY7?linkType=linkset", status: 400),
        Rule(
            name: "weights are weighed", path: known,
            fields: ["Accept: text/html;q=0.3, application/linkset+json;q=0.8"], status: 200,
            says: [("content-type", "application/linkset+json")]),
        Rule(
            name: "the more specific range wins", path: known, fields: ["Accept: */*, application/json;q=0.1"],
            status: 200, says: [("content-type", "text/html")]),
        Rule(
            name: "what is not acceptable still gets the default", path: known, fields: ["Accept: video/mp4"],
            status: 200, says: [("content-type", "text/html")]),
        Rule(
            name: "the query of others is let be", path: known + "?17=261231&from=timeline", status: 200,
            says: [("content-type", "text/html")]),
        Rule(name: "keys are read in any case", path: "/01/cy7mn", status: 200),
        Rule(name: "a final slash is no other address", path: "/01/CY7MN/", status: 200),
        Rule(
            name: "the resolver describes itself", path: "/.well-known/gs1resolver", status: 200,
            says: [("content-type", "application/json"), ("access-control-allow-origin", "*")]),
        Rule(
            name: "to HEAD too", method: "HEAD", path: "/.well-known/gs1resolver", status: 200,
            says: [("content-type", "application/json")]),
    ]

    @Test func `What a resolver shall do`() async throws {
        try await Daemon.run { daemon in
            for rule in Self.rules {
                let answer = try daemon.ask(rule.target, method: rule.method, ["Host: localhost"] + rule.fields)
                #expect(answer.status == rule.status, "\(rule.name)")
                for (field, words) in rule.says {
                    #expect(
                        answer[field]?.contains(words) == true, "\(rule.name): \(field): \(answer[field] ?? "nothing")")
                }
            }
        }
    }

    @Test func `A linkset is what RFC 9264 says, and all that it promises is there`() async throws {
        try await Daemon.run { daemon in
            let json = try daemon.ask("/c/CY7MN?linkType=linkset")
            let document = try #require(try JSONSerialization.jsonObject(with: Data(json.body)) as? [String: Any])
            #expect(Array(document.keys) == ["linkset"])
            let contexts = try #require(document["linkset"] as? [[String: Any]])
            #expect(contexts.count == 1)
            let context = try #require(contexts.first)
            let anchor = try #require(context["anchor"] as? String)
            let text = try daemon.ask("/c/CY7MN", ["Host: a", "Accept: application/linkset"]).text
            #expect(text.utf8.allSatisfy { $0 < 0x80 })
            let description = try daemon.ask("/.well-known/onecard-resolver")
            let described = try #require(
                try JSONSerialization.jsonObject(with: Data(description.body)) as? [String: Any])
            let types = try #require(described["linkTypes"] as? [[String: String]])
            for (relation, value) in context where relation != "anchor" {
                // Relations are URIs of the description, which knows them all (RFC 8288 §2.1.2).
                let type = try #require(types.first { $0["relation"] == relation })
                let links = try #require(value as? [[String: Any]])
                for link in links {
                    let href = try #require(link["href"] as? String)
                    #expect(link["type"] as? String == type["type"])
                    #expect((link["title"] as? String)?.isEmpty == false)
                    #expect(text.contains("<\(href)>; rel=\"\(relation)\""))
                    #expect(text.contains("anchor=\"\(anchor)\""))
                    let host = try #require(href.firstRange(of: "/c/"))
                    let target = href[host.lowerBound...].prefix { $0 != "#" }
                    let answer = try daemon.ask(String(target))
                    #expect(answer.status == 200, "\(href)")
                    #expect(answer["content-type"]?.hasPrefix(type["type"] ?? "-") == true, "\(href)")
                }
                // The short name asks for the same.
                let asked = try daemon.ask("/c/CY7MN?linkType=\(type["name"] ?? "")")
                #expect([200, 307].contains(asked.status))
            }
        }
    }

    @Test func `The picture of the card is a link where there is one`() async throws {
        try await onThread {
            // The shipped cards open the shipped guides; the small tree has none.
            let tree = try SmallTree()
            try FileManager.default.removeItem(atPath: tree.cards)
            try FileManager.default.copyItem(atPath: Repository.path("cards"), toPath: tree.cards)
            for name in try FileManager.default.contentsOfDirectory(atPath: tree.cards) where name.hasSuffix(".yaml") {
                try FileManager.default.removeItem(atPath: tree.cards + "/" + name)
            }
            let without = try BuiltDaemon(tree)
            #expect(try without.ask("/c/CY7MN?linkType=card").status == 404)
            #expect(try !without.ask("/c/CY7MN")["link", default: ""].contains("#card"))
            try SmallTree.write(
                SmallTree.text(of: Repository.path("cards/房地产开发.yaml"), ["打开": "施工许可"]), to: tree.cards + "/施工许可.yaml")
            try without.wait(for: "the card") { try without.ask("/c/CY7MN?linkType=card").status == 307 }
            let asked = try without.ask("/c/CY7MN?linkType=card")
            #expect(asked["location"] == "/c/CY7MN/card.png")
            let picture = try without.ask("/c/CY7MN/card.png")
            #expect(picture.status == 200)
            #expect(picture["content-type"] == "image/png")
            #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            let linkset = try without.ask("/c/CY7MN?linkType=linkset").text
            #expect(linkset.contains("/c/CY7MN/card.png\""))
            #expect(linkset.contains("\"type\":\"image/png\""))
            #expect(without.stop() == 0)
        }.get()
    }

    @Test func `A scan is one opening of the printed address`() async throws {
        try await Daemon.run { daemon in
            _ = try daemon.ask("/c/CY7MN")
            #expect(daemon.tally.waiting.count == 1)
            for target in [
                "/c/CY7MN?size=large", "/c/CY7MN?q0=1", "/c/CY7MN?linkType=linkset", "/c/CY7MN?linkType=materials",
                "/c/CY7MN/materials.csv", "/c/CY7MN/flowchart.svg", "/search?q=CY7MN",
            ] { #expect([200, 307].contains(try daemon.ask(target).status), "\(target)") }
            #expect(daemon.tally.waiting.count == 1)
            // WeChat's own additions are openings.
            _ = try daemon.ask("/c/CY7MN?from=timeline")
            #expect(daemon.tally.waiting.count == 2)
        }
    }
}

extension Client.Answer {
    subscript(_ name: String, default words: String) -> String { self[name] ?? words }
}
