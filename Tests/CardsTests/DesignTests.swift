import Cards
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Designs")
struct DesignTests {
    private let address = "https://yikatong.example/c/4K7MX"

    /// The findings in a design of one side with these elements, each as place and rule.
    private func findings(_ elements: String, saying address: String? = nil) -> [String] {
        let marked = MarkedText(
            """
            说明: 试一试
            宽: 80
            高: 50
            出血: 3
            安全边: 3
            分面:
              - 名称: 正面
                元素:
                  - 文字: {内容: 试印, 左: 4, 宽: 20, 基线: 8, 字号: 8, 仅试印: 是}
            \(elements)
            """)
        let reading = DesignReading(text: marked.text, stem: "甲", path: "甲.yaml")
        var found = reading.diagnostics
        if let design = reading.design { found += DesignCheck.check(design, saying: address ?? self.address) }
        return found.sorted().map { finding in
            let place = marked.places.first {
                $0.value == .init(line: finding.location.line, column: finding.location.column)
            }
            return "\(place.map { String($0.key) } ?? "\(finding.location)") \(finding.rule)"
        }
    }

    private let symbol = "      - 二维码: {左: 45, 上: 10, 边长: 27}"

    @Test("A sound design has no findings")
    func sound() {
        #expect(findings(symbol) == [])
        #expect(findings("      - 色块: {左: -3, 上: -3, 宽: 86, 高: 56, 颜色: 主题色}\n" + symbol) == [])
    }

    @Test("What would be cut off is found, and colour that ends between the safe area and the bleed")
    func outside() {
        #expect(
            findings(symbol + "\n      - 1️⃣文字: {内容: 甲, 左: 1, 宽: 9, 基线: 30, 字号: 9}") == ["1️⃣ design-outside-safe-area"])
        #expect(findings(symbol + "\n      - 1️⃣色块: {左: 0, 上: 20, 宽: 5, 高: 5, 颜色: 黑}") == ["1️⃣ design-half-bleed"])
        #expect(findings("      - 1️⃣二维码: {左: 52, 上: 10, 边长: 27}") == ["1️⃣ design-outside-safe-area"])
    }

    @Test("What lies in the quiet zone is found")
    func quietZone() {
        let under = "\n      - 1️⃣文字: {内容: 甲, 左: 45, 宽: 20, 基线: 42, 字号: 9}"
        #expect(findings(symbol + under) == ["1️⃣ design-quiet-zone"])
    }

    @Test("Placeholders that do not exist, colours and numbers that are none, with what was meant")
    func words() {
        #expect(
            findings(symbol + "\n      - 文字: {内容: 1️⃣\"{标题目}\", 左: 4, 宽: 9, 基线: 30, 字号: 9}") == [
                "1️⃣ design-unknown-placeholder"
            ])
        #expect(findings(symbol + "\n      - 文字: {内容: 甲, 左: 4, 宽: 9, 基线: 30, 字号: 9, 颜色: 1️⃣红}") == ["1️⃣ design-colour"])
        #expect(findings(symbol + "\n      - 文字: {内容: 甲, 左: 4, 宽: 1️⃣九, 基线: 30, 字号: 9}") == ["1️⃣ design-number"])
        #expect(findings(symbol + "\n      - 文字: {内容: 甲, 左: 4, 宽: 9, 基线: 30, 字号: 9, 1️⃣颜料: 红}") == ["1️⃣ unknown-key"])
        #expect(findings(symbol + "\n      - 图片: {文件: 1️⃣没有.png, 左: 4, 上: 30, 宽: 9, 高: 9}") == ["1️⃣ design-picture"])
    }

    @Test("Modules under half a millimetre, with how many characters fewer would do")
    func fineModules() throws {
        let small = "      - 1️⃣二维码: {左: 45, 上: 10, 边长: 13}"
        #expect(findings(small) == ["1️⃣ design-fine-modules"])
        let text =
            "说明: 甲\n宽: 80\n高: 50\n出血: 0\n安全边: 3\n分面:\n  - 名称: 正面\n    元素:\n      - 二维码: {左: 45, 上: 10, 边长: 13}\n      - 文字: {内容: 试印, 左: 4, 宽: 20, 基线: 8, 字号: 8, 仅试印: 是}"
        let design = try #require(DesignReading(text: text, stem: "甲", path: "甲.yaml").design)
        let message = try #require(DesignCheck.check(design, saying: address).first?.message)
        // 13 mm hold 26 modules, version 2 with 26 bytes at level M; the address has 32.
        #expect(message.contains("缩短6个字符"))
        #expect(DesignCheck.check(design, saying: String(address.dropLast(6))) == [])
    }

    @Test("No symbol, two symbols, no place for the trial mark")
    func symbols() {
        #expect(findings("").map { $0.split(separator: " ").last.map(String.init) } == ["design-symbol-count"])
        let two = "      - 二维码: {左: 4, 上: 15, 边长: 15}\n      - 1️⃣二维码: {左: 45, 上: 10, 边长: 27}"
        #expect(findings(two) == ["1️⃣ design-symbol-count"])
    }

    @Test(
        "The shipped designs are sound and print in every field's colour", arguments: ["口袋卡", "窗口标签", "桌牌", "海报", "折页"])
    func shipped(name: String) throws {
        let folder = DesignFolder(Repository.path("cards/designs"), saying: address)
        #expect(folder.diagnostics == [])
        #expect(folder.names.sorted() == ["口袋卡", "折页", "桌牌", "海报", "窗口标签"].sorted())
        let design = try shippedDesign(name)
        let renderer = try CardRenderer()
        for (field, colour) in FieldColours.all {
            for isTrial in [false, true] {
                let card = try renderer.render(
                    sampleCard(title: field, accent: colour, isTrial: isTrial), design: design, dotsPerInch: 150)
                #expect(card.moduleSize >= 0.5)
                #expect(card.sides.count == design.sides.count)
            }
        }
    }

    @Test("A trial card is marked")
    func trialMark() throws {
        for name in ["口袋卡", "窗口标签", "桌牌", "海报", "折页"] {
            let design = try shippedDesign(name), renderer = try CardRenderer()
            let plain = try renderer.render(sampleCard(), design: design, dotsPerInch: 150)
            let trial = try renderer.render(sampleCard(isTrial: true), design: design, dotsPerInch: 150)
            #expect(plain.sides[0].png != trial.sides[0].png, "\(name)")
        }
    }

    @Test func `What is not read is told, and of names that cannot be told apart neither is taken`() throws {
        let folder = try TemporaryFolder()
        for (place, shipped) in [("designs", "窗口标签"), ("sheets", "a4-18")] {
            let text = try String(contentsOfFile: Repository.path("cards/\(place)/\(shipped).yaml"), encoding: .utf8)
            for name in [
                "好.yaml", "ガス.yaml", "ガス.yaml".decomposedStringWithCanonicalMapping, "名片.yml", "旧的/甲.yaml", "#乙.yaml",
                "~$丙.yaml", "标志.png",
            ] { try folder.write(text, to: "\(place)/\(name)") }
        }
        let designs = DesignFolder(folder.path("designs"), saying: address)
        let sheets = SheetFolder(folder.path("sheets"))
        #expect(designs.designs.map(\.stem) == ["好"] && sheets.sheets.map(\.stem) == ["好"])
        for found in [designs.diagnostics, sheets.diagnostics] {
            #expect(found.filter { $0.rule == "duplicate-name" }.count == 1)
            let unread = found.filter { $0.rule == "misplaced-file" }.compactMap {
                $0.location.file.split(separator: "/").last
            }
            #expect(Set(unread) == ["名片.yml", "旧的", "#乙.yaml"])
            #expect(found.count == 4, "\(found.map(\.message))")
        }
        // Whoever prints with one design hears of no other.
        let good = DesignFolder(folder.path("designs"), saying: address, only: "好")
        #expect(good.designs.count == 1 && good.diagnostics == [])
        let twin = DesignFolder(folder.path("designs"), saying: address, only: "ガス")
        #expect(twin.designs.isEmpty && twin.diagnostics.map(\.rule) == ["duplicate-name"])
    }
}
