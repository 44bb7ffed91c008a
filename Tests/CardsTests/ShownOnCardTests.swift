import Cards
import Guides
import TestSupport
import Testing

/// What is written to be printed is printed: the keys that say that they stand on cards.
struct ShownOnCardTests {
    private func content(_ kind: FileKind, _ file: MarkedFile) throws -> CardContent {
        let guidebook = try #require(MarkedGuides.guidebook(kind, file))
        let card = try #require(guidebook.cards.first { kind == .card ? $0.stem == MarkedGuides.stem : true })
        return try #require(CardContent(card, in: guidebook))
    }

    @Test(arguments: FileKind.allCases)
    func `another value under a key makes another card`(_ kind: FileKind) throws {
        for value in MarkedFile(kind).values where value.fate == .card {
            let usual = try content(kind, MarkedFile(kind, lookingAt: value))
            let altered = try content(kind, MarkedFile(kind, lookingAt: value, isAltered: true))
            #expect(usual != altered, "\(value.path) is declared as printed")
        }
    }

    @Test func `there are such keys`() {
        let paths = FileKind.allCases.flatMap { MarkedFile($0).values }.filter { $0.fate == .card }.map(\.path)
        #expect(Set(paths) == ["标题", "副题", "版本日期", "政务大厅.卡上地址"])
    }
}
