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
        let requests: Int
        let overflow: Int
        let messages: [String]
        let links: Int
        let firstScreen: [String]
    }

    @Test("A printed card's code opens the page in a browser")
    func cardOpensPage() throws {
        let folder = try TemporaryFolder()
        let daemon = try Daemon()
        let printed = try BuiltCommand.run(
            ["print", "房地产开发", "--trial", "--out", folder.path, "--base-url", "http://127.0.0.1:\(daemon.port)"])
        #expect(printed.status == 0, "\(printed.errors)")

        let png = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("房地产开发-正面.png"))))
        let picture = try PNGDecoder.decode(png)
        let texts = try BarcodeReader().texts(
            in: GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness))
        let address = try #require(texts.first)
        #expect(texts.count == 1)
        #expect(address.hasPrefix("http://127.0.0.1:\(daemon.port)/c/"))

        let roadmap = try visit(address, screenshot: "roadmap-360")
        #expect(roadmap.title.contains("房地产开发"))
        #expect(roadmap.sections == ["审批流程图", "服务指南", "申请材料", "实施依据", "政策和通知", "联系"])
        #expect(roadmap.requests == 1)
        #expect(roadmap.overflow == 0)
        #expect(roadmap.messages.isEmpty)
        #expect(roadmap.links >= 12, "every item is one tap away")
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
