import Cards
import Diagnostics
import Drawing
import QRSymbols
import TestSupport
import Testing

/// The shorter the address, the better: no design breaks when a host gets shorter or longer.
@Suite struct ShortAddressTests {
    private static let names = ["口袋卡", "窗口标签", "桌牌", "海报", "折页"]

    private static func host(_ length: Int) -> String {
        length < 4 ? String("a.cn".suffix(length)) : String(repeating: "a", count: length - 3) + ".cn"
    }

    @Test func `All shipped designs are sound for hosts of any length`() {
        for length in 3...40 {
            for scheme in ["http", "https"] {
                let address = "\(scheme)://\(Self.host(length))/c/4K7MX"
                let folder = DesignFolder(Repository.path("cards/designs"), saying: address)
                #expect(folder.diagnostics == [], "\(address)")
                #expect(folder.designs.count == Self.names.count)
            }
        }
    }

    @Test(arguments: names) func `Cards of short addresses are drawn, proved and have no smaller modules`(
        _ name: String
    ) throws {
        let design = try shippedDesign(name), renderer = try CardRenderer()
        var last = 100.0
        for length in [4, 8, 10, 11, 12, 16] {
            let card = try renderer.render(sampleCard(host: Self.host(length)), design: design, dotsPerInch: 200)
            #expect(card.moduleSize >= 0.5)
            // Longer addresses never have larger modules.
            #expect(card.moduleSize <= last + 0.001, "\(length)")
            last = card.moduleSize
        }
    }

    @Test func `A design that leaves too little room says so for every address`() throws {
        let text = """
            说明: 甲
            宽: 80
            高: 50
            出血: 0
            安全边: 3
            分面:
              - 名称: 正面
                元素:
                  - 二维码: {左: 45, 上: 10, 边长: 27}
                  - 文字: {内容: 甲, 左: 45, 宽: 20, 基线: 43.4, 字号: 9}
                  - 文字: {内容: 试印, 左: 4, 宽: 20, 基线: 8, 字号: 8, 仅试印: 是}
            """
        let design = try #require(DesignReading(text: text, stem: "甲", path: "甲.yaml").design)
        for length in [4, 12, 40, 60] {
            let found = DesignCheck.check(design, saying: "https://\(Self.host(length))/c/4K7MX")
            #expect(found.map(\.rule) == ["design-quiet-zone"], "\(length)")
        }
    }
}
