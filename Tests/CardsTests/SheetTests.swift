import Cards
import Diagnostics
import Drawing
import TestSupport
import Testing

@Suite("Sheets")
struct SheetTests {
    private let frame = "说明: 甲\n纸宽: 210\n纸高: 297\n卡宽: 85.6\n卡高: 53.98\n"

    /// The findings in a sheet, each as place and rule.
    private func findings(_ text: String) -> [String] {
        let marked = MarkedText(frame + text)
        return SheetReading(text: marked.text, stem: "甲", path: "甲.yaml").diagnostics.sorted().map { finding in
            let place = marked.places.first {
                $0.value == .init(line: finding.location.line, column: finding.location.column)
            }
            return "\(place.map { String($0.key) } ?? "\(finding.location)") \(finding.rule)"
        }
    }

    private func sheet(_ text: String) throws -> CardSheet {
        try #require(SheetReading(text: frame + text, stem: "甲", path: "甲.yaml").sheet)
    }

    @Test("Cards that do not fit the paper are found, where and by how much")
    func outside() throws {
        #expect(findings("列数: 2\n行数: 5") == [])
        #expect(findings("列数: 1️⃣3\n行数: 5") == ["1️⃣ sheet-outside-paper"])
        #expect(findings("列数: 2\n行数: 1️⃣6") == ["1️⃣ sheet-outside-paper"])
        #expect(findings("列数: 1️⃣2\n行数: 5\n左边: 40") == ["1️⃣ sheet-outside-paper"])
        let message = SheetReading(text: frame + "列数: 2\n行数: 6", stem: "甲", path: "甲.yaml").diagnostics.first?.message
        // 6 × 53.98 = 323.88 on 297, centred: 13.44 beyond each edge.
        #expect(message?.contains("323.9毫米") == true && message?.contains("（297毫米）13.5毫米") == true, "\(message ?? "")")
    }

    @Test("Bleed over a neighbour, keys and numbers that are none, and no room for the ruler")
    func others() throws {
        #expect(findings("列数: 2\n行数: 5\n列距: 2\n行距: 1\n出血: 1️⃣1") == ["1️⃣ sheet-bleed"])
        #expect(findings("列数: 1️⃣两\n行数: 5") == ["1️⃣ wrong-type"])
        #expect(findings("列数: 2\n行数: 5\n1️⃣列间: 3") == ["1️⃣ unknown-key"])
        #expect(findings("列数: 2\n行数: 5\n列距: 1️⃣宽") == ["1️⃣ design-number"])
        #expect(findings("列数: 1️⃣2\n行数: 5\n左边: 5\n上边: 5") == ["1️⃣ sheet-no-ruler"])
        #expect(findings("列数: 1") == ["甲.yaml:1:1 missing-key"])
    }

    @Test(
        "Each back lies behind its front when the paper is turned like a book's leaf",
        arguments: ["", "左边: 8\n", "列距: 7\n"])
    func mirrored(extra: String) throws {
        let sheet = try sheet("列数: 2\n行数: 5\n" + extra)
        #expect(sheet.count == 10)
        for slot in 0..<sheet.count {
            let front = sheet.place(slot), back = sheet.place(slot, isBack: true)
            // Seen through the paper, the back's left edge is as far from the paper's right as the front's from its left.
            #expect(abs(front.x - (sheet.paper.width - back.maxX)) < 1e-9)
            #expect(front.y == back.y)
        }
        #expect(sheet.place(1).x > sheet.place(0).x && sheet.place(2).y > sheet.place(1).y)
    }

    @Test("The shipped sheets are sound, none of their cards touches another, and every one is for a shipped design")
    func shipped() throws {
        let folder = SheetFolder(Repository.path("cards/sheets"))
        #expect(folder.diagnostics == [])
        #expect(folder.names.contains("a4-10"))
        let designs = DesignFolder(Repository.path("cards/designs"), saying: "https://yikatong.example/c/4K7MX").designs
        for sheet in folder.sheets {
            #expect(designs.contains { sheet.takes($0) }, "\(sheet.stem)")
            let places = (0..<sheet.count).map { sheet.place($0) }
            for (index, place) in places.enumerated() {
                #expect(sheet.paper.contains(place))
                #expect(!places[..<index].contains { $0.overlaps(place) })
            }
        }
        let card = try #require(designs.first { $0.stem == "口袋卡" })
        #expect(folder.sheets(for: card).map(\.stem) == ["a4-10"])
    }

    @Test("A new design and a new sheet are valid as they stand, and have comments")
    func templates() throws {
        let text = DesignTemplate.design("名片"), reading = DesignReading(text: text, stem: "名片", path: "名片.yaml")
        #expect(reading.diagnostics == [])
        let design = try #require(reading.design)
        #expect(DesignCheck.check(design, saying: "https://yikatong.example/c/4K7MX") == [])
        #expect(try CardRenderer().render(sampleCard(isTrial: true), design: design).margin >= .bar)
        // Every placeholder that there is stands in the comment.
        #expect(Placeholder.allCases.filter { !text.contains("{\($0.rawValue)}") } == [])
        let sheet = DesignTemplate.sheet("新")
        #expect(SheetReading(text: sheet, stem: "新", path: "新.yaml").diagnostics == [])
        #expect(text.contains("# ") && sheet.contains("# "))
    }
}
