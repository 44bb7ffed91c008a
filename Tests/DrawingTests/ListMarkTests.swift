import Drawing
import Testing

@Suite("Lists")
struct ListMarkTests {
    private func lines(_ text: String, width: Double = 50) throws -> [TextBlock.Line] {
        let frame = TextFrame(x: 10, width: width, baseline: 10, lineLimit: 20)
        return try Typesetter().set(text, named: "清单", style: TextStyle(size: 10), in: frame).lines
    }

    @Test("What goes on in the next line of an entry stands below its words", arguments: ["□ ", "· ", "12. ", "　· "])
    func hanging(mark: String) throws {
        let words = "建设项目环境影响报告书或者报告表及其批复文件"
        let set = try lines(mark + words + "\n" + mark + "短")
        try #require(set.count == 3)
        #expect(set.map(\.text).joined() == mark + words + mark + "短")
        // The second line begins right of the first one's mark; entries are flush.
        #expect(set[1].inkX > set[0].inkX + 1)
        #expect(abs(set[2].inkX - set[0].inkX) < 0.01)
        #expect(set.allSatisfy { $0.inkX + $0.inkWidth <= 60.02 })
    }

    @Test("Other paragraphs stay flush", arguments: ["1.5万平方米以上的项目要办理建设工程规划许可证和施工许可证", "2026年起，申请人可以在网上办理全部事项，不用到现场"])
    func flush(text: String) throws {
        let set = try lines(text)
        #expect(set.count > 1)
        #expect(Set(set.map(\.inkX)).count == 1)
    }
}
