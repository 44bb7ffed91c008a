internal import Foundation
internal import Guides
internal import Testing

@testable internal import LookupServer

/// Pages that only some ask for: made once, kept within bounds, paid for by who has them made.
@Suite(.serialized) struct VariantTests {
    /// A client that may ask for so many scans, and no more for an hour.
    private static func limits(_ burst: Int) -> ServerLimits {
        var limits = ServerLimits()
        (limits.requestsPerSecond, limits.burst) = (0.001, burst)
        return limits
    }

    /// How many answers there are before the client is told to wait.
    private func answers(_ targets: [String], of burst: Int, _ fields: [String] = []) async throws -> Int {
        try await Daemon.run(limits: Self.limits(burst)) { daemon in
            for (number, target) in targets.enumerated() {
                let answer = try daemon.ask(target, ["Host: a"] + fields)
                if answer.status == 429 {
                    #expect(answer["retry-after"] == "5")
                    return number
                }
            }
            return targets.count
        }
    }

    @Test func `A key that is no question of the guide makes no page`() async throws {
        try await Daemon.run { daemon in
            let page = try daemon.ask("/c/CY7MN")
            for query in [
                "q=1", "q=", "q0", "q0=", "q0=99", "q0=-1", "q0=x", "q99=0", "q=%E6%96%BD%E5%B7%A5", "qq=1", "q0a=1",
                "q00=0",
            ] {
                let answer = try daemon.ask("/c/CY7MN?\(query)")
                #expect(answer.body == page.body, "\(query)")
                #expect(answer["etag"] == page["etag"], "\(query)")
            }
            // Elsewhere there are no questions at all.
            let home = try daemon.ask("/")
            #expect(try daemon.ask("/?q0=1").body == home.body)
            let answered = try daemon.ask("/c/CY7MN?q0=1")
            #expect(answered.body != page.body)
            #expect(try daemon.ask("/c/CY7MN?utm_source=a&q0=1&from=b").body == answered.body)
        }
    }

    @Test func `Dear answers cost more of the allowance, scans one`() async throws {
        #expect(try await answers(Array(repeating: "/c/CY7MN", count: 30), of: 20) == 20)
        #expect(try await answers((0..<9).map { "/c/CY7MN?x=\($0)&utm_term=\($0)&size=large" }, of: 20) == 9)
        #expect(try await answers((0..<9).map { "/search?q=%E6%96%BD%E5%B7%A5\($0)" }, of: 20) == 2)
        #expect(try await answers(Array(repeating: "/c/CY7MN/materials.csv", count: 9), of: 20) == 4)
        #expect(try await answers(Array(repeating: "/c/CY7MN/flowchart.svg", count: 9), of: 20) == 4)
        #expect(
            try await answers(Array(repeating: "/c/CY7MN", count: 9), of: 20, ["Accept: application/json"]) == 4)
        #expect(try await answers(Array(repeating: "/c/CY7MM", count: 30), of: 20) == 10)
        // The first is made, the others are there.
        #expect(try await answers(Array(repeating: "/c/CY7MN?q1=1&size=large", count: 30), of: 20) == 11)
        #expect(try await answers(Array(repeating: "/search?q=only-here", count: 30), of: 20) == 11)
        // Whoever may have only a little has a dear answer all the same, and then waits.
        #expect(try await answers(["/search?q=only-here-too", "/c/CY7MN"], of: 3) == 1)
    }

    @Test func `What was kept stays within its bytes, and what was asked for last stays`() {
        var kept = RecentlyUsed<Int, String>(capacity: 100)
        for number in 0..<10 { kept.keep("\(number)", for: number, bytes: 10) }
        #expect(kept.count == 10)
        #expect(kept.value(for: 0) == "0")
        kept.keep("10", for: 10, bytes: 25)
        // 1, 2 and 3 were not asked for longest.
        #expect((0...10).filter { kept.value(for: $0) != nil } == [0, 4, 5, 6, 7, 8, 9, 10])
        #expect(kept.bytes == 95)
        kept.keep("large", for: 11, bytes: 101)
        #expect(kept.value(for: 11) == nil)
        #expect(kept.count == 8)
        kept.keep("again", for: 10, bytes: 5)
        #expect(kept.bytes == 75)
        #expect(kept.value(for: 10) == "again")
    }

    @Test func `Any order of keeping and asking keeps to what a plain list does`() {
        var random = Numbers(state: 5)
        var kept = RecentlyUsed<Int, Int>(capacity: 50)
        var list: [(key: Int, value: Int, bytes: Int)] = []
        for step in 0..<5000 {
            let key = Int.random(in: 0..<12, using: &random)
            if Bool.random(using: &random) {
                let bytes = Int.random(in: 1...20, using: &random)
                kept.keep(step, for: key, bytes: bytes)
                list.removeAll { $0.key == key }
                while list.reduce(bytes, { $0 + $1.bytes }) > 50 { list.removeFirst() }
                list.append((key, step, bytes))
            } else {
                let place = list.firstIndex { $0.key == key }
                #expect(kept.value(for: key) == place.map { list[$0].value })
                if let place { list.append(list.remove(at: place)) }
            }
            #expect(kept.bytes == list.reduce(0) { $0 + $1.bytes })
            #expect(kept.count == list.count)
        }
    }

    @Test func `A page whose bytes cannot be expanded is not sent empty under the old length`() throws {
        let damaged = ReadyResponse.Representation([1, 2, 3], tag: "\"a\"", isGzipped: true)
        let page = ReadyResponse.Representation(behind: damaged, length: 10, tag: "\"b\"")
        #expect(page.body == nil)
        #expect(page.bytes == nil)
        #expect(page.length == 10)
    }
}
