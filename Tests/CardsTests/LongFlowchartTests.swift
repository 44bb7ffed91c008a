import Cards
import Diagnostics
import Foundation
import Guides
import TestSupport
import Testing

@Suite("Flowcharts too long for one page")
struct LongFlowchartTests {
    private static let stages = ["甲阶段", "乙阶段", "丙阶段", "丁阶段"]
    private static let itemsPerStage = 14

    /// The shipped tree with a roadmap of 56 items, all of them copies of one.
    private func guidebook(in folder: TemporaryFolder) throws -> Guidebook {
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        let model = try String(contentsOfFile: Repository.path("guides/items/取水许可.yaml"), encoding: .utf8)
        var ordinal = 5000
        func code() throws -> ShortCode {
            ordinal += 1
            return try #require(ShortCode(ordinal: ordinal))
        }
        var text = """
            短码: \(try code())
            名称: 很长的审批全流程
            简介: 事项很多。
            领域: 房地产开发
            项目类型: 示例
            适用对象: 企业
            阶段:

            """
        for stage in Self.stages {
            text += "  - {名称: \(stage), 牵头: 水行政主管部门, 事项: ["
            for number in 1...Self.itemsPerStage {
                let name = "\(stage)第\(number)项"
                let lines = try model.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
                    if line.hasPrefix("短码:") { return "短码: \(try code())" }
                    if line.hasPrefix("名称:") { return "名称: \(name)许可" }
                    return line.hasPrefix("别名:") ? nil : String(line)
                }
                try folder.write(lines.joined(separator: "\n"), to: "guides/items/\(name).yaml")
                text += "{事项: \(name)}, "
            }
            text = text.dropLast(2) + "]}\n"
        }
        text += "核对: {日期: 2026-11-01, 状态: 示例}\n下次核对: 2099-05-01\n"
        try folder.write(text, to: "guides/roadmaps/很长.yaml")
        let outcome = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards")).load()
        return try #require(outcome.guidebook, "\(outcome.diagnostics.filter { $0.severity == .error })")
    }

    @Test(
        "They are split between stages, and each stage's items stand on its page",
        arguments: [FlowchartFile.Paper.a4, .a3])
    func split(paper: FlowchartFile.Paper) throws {
        let folder = try TemporaryFolder(), file = FlowchartFile(try guidebook(in: folder))
        let files = try #require(try file.pages(of: "很长", as: .pdf, paper: paper, dotsPerInch: 150))
        let pdf = try ReadPDF(try #require(files.first)), count = try pdf.boxes("MediaBox").count
        #expect(files.count == 1 && count > 1)
        let texts = try (1...count).map { try pdf.text(page: $0) }
        for stage in Self.stages {
            let page = try #require(texts.firstIndex { $0.contains(stage) })
            for number in 1...Self.itemsPerStage {
                let pages = texts.indices.filter { texts[$0].contains("\(stage)第\(number)项") }
                #expect(pages == [page])
            }
        }
        for (number, text) in texts.enumerated() { #expect(text.contains("第\(number + 1)页，共\(count)页")) }
        let pictures = try #require(try file.pages(of: "很长", as: .png, paper: paper, dotsPerInch: 150))
        #expect(pictures.count == count && Set(pictures).count == count)
    }
}
