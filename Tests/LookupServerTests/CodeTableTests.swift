internal import Guides
internal import Testing

@testable internal import LookupServer

/// The table in which codes are looked up.
@Suite struct CodeTableTests {
    @Test func `Every code finds its own, however many there are`() {
        let codes = (0..<40_000).compactMap { ShortCode(ordinal: $0 * 26) }
        let table = CodeTable(codes) { $0.text }
        #expect(table.count == codes.count)
        #expect(codes.allSatisfy { table[$0] == $0.text && table.value(at: "/c/\($0)") == $0.text })
        #expect(Set(table.paths) == Set(codes.map { "/c/\($0)" }))
    }

    @Test(arguments: [
        "/c/cy7mn", "/c/CY7MN/", "/c/CY7M", "/C/CY7MN", "/c/CY7MN?", "/d/CY7MN", "", "/", "xxxxxxxx",
        "/c/\u{4E8B}\u{4E8B}", "/c/CY7M\u{0}",
    ]) func `Only the printed form is known`(target: String) throws {
        let table = CodeTable([try ShortCode(reading: "CY7MN")]) { $0.text }
        #expect(table.value(at: "/c/CY7MN") == "CY7MN")
        #expect(table.value(at: target) == nil)
    }
}
