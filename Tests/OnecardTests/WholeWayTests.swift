import BarcodeReading
import Drawing
import Foundation
import TestSupport
import Testing

/// The whole way with real parts: guide files, a printed card, its decoded symbol, the built daemon, a real browser.
@Suite struct WholeWayTests {
    /// What the browser found on a page.
    struct Finding: Decodable {
        let title: String
        let sections: [String]
        let fields: [String]
        let requests: Int
        let overflow: Int
        let messages: [String]
        let links: Int
        let firstScreen: [String]
    }

    @Test("A printed card's code opens the page in a browser")
    func cardOpensPage() throws {
        let daemon = try Daemon()
        let address = try printedAddress("房地产开发", daemon)
        let roadmap = try visit(address, screenshot: "roadmap-360")
        #expect(roadmap.title.contains("房地产开发"))
        #expect(roadmap.sections == ["审批流程图", "服务指南", "申请材料", "实施依据", "政策和通知", "联系"])
        #expect(roadmap.requests == 1)
        #expect(roadmap.overflow == 0)
        #expect(roadmap.messages.isEmpty)
        #expect(roadmap.links >= 12, "every item is one tap away")
        #expect(daemon.stop() == 0)
    }

    @Test("The general card's code opens the overview of all fields")
    func generalCardOpensOverview() throws {
        let daemon = try Daemon()
        let overview = try visit(try printedAddress("投资项目服务一卡通", daemon), screenshot: "overview-360")
        #expect(overview.title == "投资项目服务一卡通")
        #expect(overview.fields == ["重大产业", "民生发展", "基础提升", "高端化工", "现代物流", "房地产开发"])
        #expect(overview.requests == 1)
        #expect(overview.overflow == 0)
        #expect(overview.messages.isEmpty)
        #expect(daemon.stop() == 0)
    }

    @Test("An item's page answers the four questions before the first scroll")
    func itemAnswersFirst() throws {
        let daemon = try Daemon()
        let item = try visit("http://127.0.0.1:\(daemon.port)/c/CY7MN", screenshot: "item-360")
        #expect(item.title.contains("施工许可"))
        #expect(item.sections == ["审批流程图", "服务指南", "申请材料", "实施依据", "政策和通知", "联系"])
        #expect(item.firstScreen.prefix(4) == ["带什么", "多少钱", "去哪办", "多久"])
        #expect(item.requests == 1)
        #expect(item.overflow == 0)
        #expect(item.messages.isEmpty)
        #expect(daemon.stop() == 0)
    }

    /// Prints a card for the daemon and reads back the address that its picture holds.
    private func printedAddress(_ card: String, _ daemon: Daemon) throws -> String {
        let folder = try TemporaryFolder()
        let printed = try BuiltCommand.run(
            ["print", card, "--trial", "--out", folder.path, "--base-url", "http://127.0.0.1:\(daemon.port)"])
        #expect(printed.status == 0, "\(printed.errors)")
        let png = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("\(card)-正面.png"))))
        let picture = try PNGDecoder.decode(png)
        let texts = try BarcodeReader().texts(
            in: GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness))
        #expect(texts.count == 1)
        let address = try #require(texts.first)
        #expect(address.hasPrefix("http://127.0.0.1:\(daemon.port)/c/"))
        return address
    }

    /// Opens an address in headless Chromium at 360×800 and keeps a screenshot in the build folder.
    private func visit(_ address: String, screenshot: String) throws -> Finding {
        let screenshots = Repository.path(".build/screenshots")
        try FileManager.default.createDirectory(atPath: screenshots, withIntermediateDirectories: true)
        let result = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [Repository.path("Tests/OnecardTests/Browser/visit.py"), address, "\(screenshots)/\(screenshot).png"])
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Finding.self, from: Data(result.output.utf8))
    }
}
