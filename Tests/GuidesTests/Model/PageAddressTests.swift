import Testing

@testable import Guides

@Suite struct PageAddressTests {
    @Test func `Every address is read back from its path, and stands percent-encoded in links`() throws {
        let code = try #require(ShortCode(ordinal: 4711))
        let all: [(PageAddress, path: String, link: String)] = [
            (.home, "/", "/"), (.policies, "/policies", "/policies"), (.search, "/search", "/search"),
            (.field("房地产"), "/fields/房地产", "/fields/%E6%88%BF%E5%9C%B0%E4%BA%A7"),
            (.field("甲/乙"), "/fields/甲/乙", "/fields/%E7%94%B2%2F%E4%B9%99"),
            (.law("a b?"), "/laws/a b?", "/laws/a%20b%3F"),
            (.code(code), "/c/\(code)", "/c/\(code)"),
            (.file(.materials, of: code), "/c/\(code)/materials.csv", "/c/\(code)/materials.csv"),
            (.file(.flowchart, of: code), "/c/\(code)/flowchart.svg", "/c/\(code)/flowchart.svg"),
            (.file(.card, of: code), "/c/\(code)/card.png", "/c/\(code)/card.png"),
        ]
        for (address, path, link) in all {
            #expect(address.path == path)
            #expect(address.link == link)
            #expect(PageAddress(path: path) == address)
        }
    }

    @Test(arguments: [
        "", "/c", "/c/", "/c/CY7MX", "/c/cy7mn", "/C/CY7MN", "/c/CY7MN/", "/c/CY7MN/other.csv", "/fields/", "/laws/",
        "//", "/policies/", "/typo/c/CY7MN", "//c/CY7MN", "policies",
    ])
    func `Nothing else is an address`(path: String) {
        #expect(PageAddress(path: path) == nil)
    }

    @Test func `A typed code is found in any case of the prefix`() {
        #expect(PageAddress.typedCode(in: "/C/cy7m-n") == "cy7m-n")
        #expect(PageAddress.typedCode(in: "/c/") == "")
        #expect(PageAddress.typedCode(in: "/cards") == nil)
    }
}
