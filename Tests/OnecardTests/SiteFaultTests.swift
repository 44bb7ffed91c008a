import Foundation
import TestSupport
import Testing

/// Commands with a site.yaml or a calendar that has errors: they say what is wrong and do what they can without it.
@Suite struct SiteFaultTests {
    private let tree: PrintingTree
    private var out: String { tree.folder.path("out") }

    init() throws {
        tree = try PrintingTree.small()
        try tree.folder.makeFolder("out")
    }

    private func run(_ arguments: [String]) throws -> BuiltCommand.Result {
        try BuiltCommand.run(arguments + tree.options)
    }

    private func site() throws -> String {
        try String(contentsOfFile: tree.folder.path("guides/site.yaml"), encoding: .utf8)
    }

    private var label: [String] { ["--design", "窗口标签", "--dpi", "150", "--out", out] }

    @Test func `What needs no address goes on, whatever is wrong with site yaml`() throws {
        let good = try site()
        let faults: [(text: String?, words: String)] = [
            ("坏: [\n", "没有合上"), (nil, "site.yaml"), (good + "乱写: 甲\n", "乱写"),
            (good.replacing("名称: ", with: "名你: ", maxReplacements: 1), "名你"),
        ]
        for (index, fault) in faults.enumerated() {
            if let text = fault.text {
                try tree.folder.write(text, to: "guides/site.yaml")
            } else {
                try FileManager.default.removeItem(atPath: tree.folder.path("guides/site.yaml"))
            }
            for arguments in [
                ["new", "law", "第\(index)部新法"], ["new", "item", "第\(index)个事项"], ["new", "code", "以后的卡"],
                ["impact", "建筑法"],
                ["audit"], ["flowchart", "施工许可", "--out", out + "/\(index).svg"],
                ["qr", "CY7MN", "--base-url", "https://card.jining.gov.cn", "--out", out + "/q\(index).svg"],
                ["print", "施工许可", "--trial", "--base-url", "https://card.jining.gov.cn"] + label,
            ] {
                let result = try run(arguments)
                #expect(result.status == 0, "\(arguments): \(result.errors)")
                #expect(result.errors.contains(fault.words), "\(arguments): \(result.errors)")
            }
            let print = try run(["print", "施工许可", "--unsafe-address"] + label)
            #expect(print.status == 1 && print.errors.contains("改好它以后再印"), "\(print.errors)")
        }
        #expect(tree.rows().isEmpty)
        // Codes that were minted meanwhile are listed, each once.
        let reserved = try String(contentsOfFile: tree.folder.path("guides/reserved.yaml"), encoding: .utf8)
        #expect(Set(reserved.matches(of: /短码: "?([0-9A-Z]{5})/).map(\.output.1)).count == faults.count)
    }

    @Test func `An address that can be read is used for a trial; without any, no code is made`() throws {
        let good = try site()
        try tree.folder.write(good + "乱写: 甲\n", to: "guides/site.yaml")
        #expect(try run(["qr", "CY7MN", "--out", out + "/a.svg"]).status == 0)
        #expect(try run(["print", "施工许可", "--trial"] + label).status == 0)
        try tree.folder.write(good.replacing(/网址: .*/, with: "网址: 一卡通"), to: "guides/site.yaml")
        for arguments in [["qr", "CY7MN", "--out", out + "/b.svg"], ["print", "施工许可", "--trial"] + label] {
            let result = try run(arguments)
            #expect(result.status == 1 && result.errors.contains("没有能用的“网址”"), "\(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: out + "/b.svg"))
        // Nothing is served to the public under a name and an address that nobody knows.
        let serve = try run(["serve", "--port", "0"])
        #expect(serve.status == 1 && serve.errors.contains("serve --preview"), "\(serve.errors)")
    }

    @Test func `A preview starts, shows all else, and is whole when the file is mended`() throws {
        let good = try site()
        try tree.folder.write("坏: [\n", to: "guides/site.yaml")
        let daemon = try Daemon(["--preview"] + tree.options)
        let page = try RawHTTP.send("/c/CY7MN", port: daemon.port)
        #expect(page.status == 200)
        #expect(String(decoding: page.body, as: UTF8.self).contains("施工许可"))
        let state = String(decoding: try RawHTTP.send("/preview/state", port: daemon.port).body, as: UTF8.self)
        #expect(state.contains("site.yaml") && state.contains("没有合上"))
        try tree.folder.write(good, to: "guides/site.yaml")
        var isMended = false
        for _ in 0..<300 where !isMended {
            let state = String(decoding: try RawHTTP.send("/preview/state", port: daemon.port).body, as: UTF8.self)
            isMended = state.contains("\"problems\":[]")
            if !isMended { Thread.sleep(forTimeInterval: 0.05) }
        }
        #expect(isMended)
        let whole = String(decoding: try RawHTTP.send("/c/CY7MN", port: daemon.port).body, as: UTF8.self)
        #expect(!whole.contains("site.yaml有错误"))
    }

    @Test(arguments: ["坏: [\n", "年份: 二〇二六\n", "\u{0}"])
    func `A calendar with errors stops nothing that counts no working days for good`(text: String) throws {
        let folder = tree.folder.path("guides/calendar")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).sorted().first)
        try tree.folder.write(text, to: "guides/calendar/" + name)
        for arguments in [
            ["new", "law", "新法"], ["impact", "建筑法"], ["audit"], ["flowchart", "施工许可", "--out", out + "/a.svg"],
            ["qr", "CY7MN", "--out", out + "/b.svg"], ["print", "施工许可", "--unsafe-address"] + label,
        ] {
            let result = try run(arguments)
            #expect(result.status == 0, "\(arguments): \(result.errors)")
        }
    }
}
