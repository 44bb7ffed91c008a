import Guides
import Testing

struct IdentifierTests {
    @Test(arguments: ["91330100799655058B", "914403001922038216", "9144030071526726XG", "12441500196720244T"])
    func realCreditCodes(code: String) {
        #expect(Identifier.creditCode.isWellFormed(code))
    }

    @Test func everySingleWrongCharacterOfACreditCodeIsNoticed() {
        let code = Array("91330100799655058B")
        for place in code.indices {
            for wrong in "0123456789ABCDEFGHJKLMNPQRTUWXY" where wrong != code[place] {
                var characters = code
                characters[place] = wrong
                #expect(!Identifier.creditCode.isWellFormed(String(characters)))
            }
        }
    }

    @Test func aRealImplementationCode() {
        #expect(Identifier.implementation.isWellFormed("12441500196720244T3442199806003"))
        #expect(Identifier.business.isWellFormed("12441500196720244T344219980600301"))
        #expect(Identifier.base.isWellFormed("442199806003"))
        #expect(Identifier.base.isWellFormed("3701A150000Y"))
    }

    @Test(arguments: ["", "4421998060", "44219980600a", "4421I9806003", "44A199806003", "44219980600X", "44219980600３"])
    func wrongBaseCodes(code: String) {
        #expect(!Identifier.base.isWellFormed(code))
    }

    @Test(arguments: [
        "12441500196720244T8442199806003", "12441500196720244X3442199806003", "12441500196720244T344219980600",
    ])
    func wrongImplementationCodes(code: String) {
        #expect(!Identifier.implementation.isWellFormed(code))
    }
}
