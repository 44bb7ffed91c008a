internal import ArgumentParser
internal import Cards
internal import Dispatch
internal import Drawing
internal import Foundation
internal import Glibc
internal import Guides
internal import Ledger

/// Cards per second: the front of the shipped pocket card at 300 dpi, every card with another title and code.
///
/// Prints one JSON line for Benchmarks/cards.py, which holds it against peers in the same run.
struct BenchCardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-cards", abstract: "Measure cards per second, for `make bench`.", shouldDisplay: false)

    @Argument(help: "How many cards.")
    var count = 300

    @Flag(help: "Print what stands where on each card, for the peers, and measure nothing.")
    var outline = false

    @Flag(help: "Print many cards into a folder, and say how much memory that took after a fifth and at the end.")
    var memory = false

    enum Part: String, ExpressibleByArgument {
        case drawn, proved
    }

    @Option(help: "Only draw the cards, or draw and prove them, and measure nothing: for a profiler.")
    var only: Part?

    private struct Speed: Encodable {
        var drawMs: Double
        var provedMs: Double
        var bulkMs: Double
        var parallelMs: Double
        var cores: Int
        var floorMs: Double
        var bytes: Int
    }

    private struct Memory: Encodable {
        var earlyKb: Int
        var lateKb: Int
    }

    func run() throws {
        let design = try Self.front(), contents = (0..<count).map { Self.content($0) }
        if outline {
            try say(contents.map { try CardOutline($0, design: design, dotsPerInch: 300) })
        } else if let only {
            let renderer = try CardRenderer()
            for content in contents {
                switch only {
                case .drawn: _ = try renderer.measure(content, design: design)
                case .proved: _ = try renderer.render(content, design: design)
                }
            }
        } else if memory {
            try say(measureMemory(design))
        } else {
            try say(measureSpeed(design, contents))
        }
    }

    private func measureSpeed(_ design: CardDesign, _ contents: [CardContent]) throws -> Speed {
        let renderer = try CardRenderer()
        for content in contents.prefix(20) { _ = try renderer.render(content, design: design) }
        let drawn = try cpuTime { for content in contents { _ = try renderer.measure(content, design: design) } }
        let proved = try cpuTime { for content in contents { _ = try renderer.render(content, design: design) } }
        let png = try renderer.render(contents[0], design: design).sides[0].png
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return try Speed(
            drawMs: drawn, provedMs: proved, bulkMs: bulk(design, workers: 1), parallelMs: bulk(design, workers: cores),
            cores: cores, floorMs: floor(png), bytes: png.count)
    }

    /// The whole way, by the clock: drawn, proved and written.
    private func bulk(_ design: CardDesign, workers: Int) throws -> Double {
        let staging = try Staging(for: NSTemporaryDirectory() + "onecard-bench")
        let jobs = Self.jobs(0..<count, design)
        let start = DispatchTime.now().uptimeNanoseconds
        _ = try BulkPrinter(dotsPerInch: 300, bleed: false, workers: workers).print(jobs, into: staging)
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6 / Double(count)
    }

    private func measureMemory(_ design: CardDesign) throws -> Memory {
        let staging = try Staging(for: NSTemporaryDirectory() + "onecard-bench")
        let printer = BulkPrinter(dotsPerInch: 300, bleed: false)
        let records = try printer.print(Self.jobs(0..<count / 5, design), into: staging)
        let early = Self.peak()
        let rest = try printer.print(Self.jobs(count / 5..<count, design), into: staging)
        return withExtendedLifetime((records, rest)) { Memory(earlyKb: early, lateKb: Self.peak()) }
    }

    /// The bare cost of compressing the same pixels with libpng, at the same level.
    private func floor(_ png: [UInt8]) throws -> Double {
        let picture = try PNGDecoder.decode(png)
        let colours = Set(picture.pixels).sorted().map { Drawing.Colour(rgb: $0) }
        let packed = try PackedPicture(ImageSurface(picture), in: ShadePalette(ramps: [], flat: colours))
        let encoder = PNGEncoder(compressionLevel: CardRenderer.compressionLevel)
        return try cpuTime {
            for _ in 0..<count { _ = try encoder.encode(packed, resolution: Resolution(dotsPerInch: 300)) }
        }
    }

    /// Milliseconds of this thread for one card: what others do on the machine is left out.
    private func cpuTime(_ body: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
        }
        let start = now()
        try body()
        return (now() - start) / Double(count)
    }

    private func say(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        Report.say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// The most memory that the process ever had, in kB.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.firstMatch(of: /VmHWM:\s+([0-9]+) kB/).flatMap { Int($0.1) } ?? 0
    }

    /// The pocket card without its back, since the peers draw one side.
    private static func front() throws -> CardDesign {
        let path = "cards/designs/\(PrintJob.usualDesign).yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let end = text.range(of: "  - 名称: 背面")?.lowerBound ?? text.endIndex
        let reading = DesignReading(text: String(text[..<end]), stem: PrintJob.usualDesign, path: path)
        guard let design = reading.design, design.sides.count == 1 else {
            throw ValidationError("\(path) has no front by itself")
        }
        return design
    }

    private static func jobs(_ numbers: Range<Int>, _ design: CardDesign) -> [PrintJob] {
        numbers.compactMap { number in
            ShortCode(ordinal: ordinal(number)).map {
                PrintJob(
                    content: content(number), design: design, code: $0, stem: "卡\(number)", edition: nil,
                    opens: GuideIdentity(kind: "事项", stem: "卡\(number)", name: "卡\(number)"))
            }
        }
    }

    private static func ordinal(_ number: Int) -> Int { 977 * number + 13 }

    private static func content(_ number: Int) -> CardContent {
        let code = ShortCode(ordinal: ordinal(number))?.text ?? ""
        let host = "yikatong.example"
        return CardContent(
            values: [
                .site: "投资项目服务一卡通", .title: "房地产开发\(number)", .subtitle: "微信扫一扫，一页看全",
                .authority: "济宁市行政审批服务局", .hotline: "0537-3239633", .edition: "2026年11月版", .host: host,
                .code: CardContent.grouped(code), .entry1: "审批流程图", .note1: "四个阶段", .entry2: "服务指南",
                .note2: "二十三个事项", .entry3: "申请材料", .note3: "全程清单", .entry4: "实施依据", .note4: "法条原文",
            ], code: code, address: "https://\(host)/c/\(code)", accent: "#A3322B")
    }
}
