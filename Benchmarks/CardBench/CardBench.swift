import Cards
import Dispatch
import Drawing
import Foundation
import Guides

/// Cards per second: the front of the pocket card at 300 dpi, every card with another title and code. Prints one
/// JSON line for Benchmarks/cards.py, which holds it against peers in the same run.
@main
struct CardBench {
    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300
        let design = try front()
        let contents = (0..<count).map { content($0) }
        let renderer = try CardRenderer()
        var bytes = 0
        for content in contents.prefix(20) { bytes = try renderer.measure(content, design: design) }
        let drawn = try time(count) { for content in contents { bytes += try renderer.measure(content, design: design) } }
        let proved = try time(count) { for content in contents { _ = try renderer.render(content, design: design) } }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let parallel = time(count) {
            DispatchQueue.concurrentPerform(iterations: cores) { core in
                guard let own = try? CardRenderer() else { return }
                for index in stride(from: core, to: count, by: cores) {
                    _ = try? own.render(contents[index], design: design)
                }
            }
        }
        let png = try renderer.render(contents[0], design: design).sides[0].png
        let floor = try floor(png, count)
        print(
            """
            {"count": \(count), "draw_ms": \(drawn), "proved_ms": \(proved), "parallel_ms": \(parallel), \
            "cores": \(cores), "floor_ms": \(floor), "bytes": \(png.count)}
            """)
    }

    /// The bare cost of compressing the same pixels with libpng, at the same level.
    static func floor(_ png: [UInt8], _ count: Int) throws -> Double {
        let picture = try PNGDecoder.decode(png)
        let colours = Set(picture.pixels).sorted().map { Drawing.Colour(rgb: $0) }
        let palette = ShadePalette(ramps: [], flat: colours)
        let packed = try PackedPicture(ImageSurface(picture), in: palette)
        let encoder = PNGEncoder(compressionLevel: 1)
        return try time(count) {
            for _ in 0..<count { _ = try encoder.encode(packed, resolution: Resolution(dotsPerInch: 300)) }
        }
    }

    /// Milliseconds for one of so many.
    static func time(_ count: Int, _ body: () throws -> Void) rethrows -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        try body()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6 / Double(count)
    }

    /// The pocket card without its back, since the peers draw one side.
    static func front() throws -> CardDesign {
        let path = "cards/designs/口袋卡.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let end = text.range(of: "  - 名称: 背面")?.lowerBound ?? text.endIndex
        guard let design = DesignReading(text: String(text[..<end]), stem: "口袋卡", path: path).design else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return design
    }

    static func content(_ number: Int) -> CardContent {
        let code = ShortCode(ordinal: 977 * number + 13)?.text ?? ""
        let host = "zw.jining.gov.cn"
        return CardContent(
            values: [
                .site: "投资项目服务一卡通", .title: "房地产开发\(number)", .subtitle: "微信扫一扫，一页看全",
                .authority: "济宁市行政审批服务局", .hotline: "0537-3239633", .edition: "2026年11月版", .host: host,
                .code: CardContent.grouped(code), .entry1: "审批流程图", .note1: "四个阶段", .entry2: "服务指南",
                .note2: "二十三个事项", .entry3: "申请材料", .note3: "全程清单", .entry4: "实施依据", .note4: "法条原文",
            ], code: code, address: "https://\(host)/c/\(code)", accent: "#A3322B")
    }
}
