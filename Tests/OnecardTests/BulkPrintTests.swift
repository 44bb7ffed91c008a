import Foundation
import TestSupport
import Testing

/// Many cards with one command.
@Suite struct BulkPrintTests {
    struct Manifest: Decodable {
        struct Card: Decodable {
            struct File: Decodable {
                let name: String
                let sha256: String
                let bytes: Int
            }

            let card: String
            let design: String
            let code: String
            let address: String
            let files: [File]
            let proved: String
            let version: Int
            let level: String
            let mask: Int
            let moduleMillimetres: Double
            let margin: Int
        }

        let dotsPerInch: Int
        let bleed: Bool
        let trial: Bool
        let bestMargin: Int
        let cards: [Card]
    }

    private func manifest(_ folder: String) throws -> Manifest {
        try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json")))
    }

    @Test(
        "All items as window labels, twice, on one core and on all: the same bytes, the manifest's too",
        arguments: [
            ["--items", "--design", "窗口标签", "--dpi", "203"], ["--bleed"],
            ["--field", "现代物流", "--items", "--design", "窗口标签"],
        ])
    func sameBytes(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        for (run, cores) in [("a", ["--jobs", "1"]), ("b", [])] {
            let result = try BuiltCommand.run(["print", "--trial", "--out", folder.path(run)] + arguments + cores)
            #expect(result.status == 0, "\(result.errors)")
            // No terminal: plain lines, nothing that redraws itself.
            #expect(!result.errors.contains("\r") && !result.errors.contains("\u{1B}"))
        }
        let names = PrintingTree.names(in: folder.path("a"), hidden: true)
        #expect(names == PrintingTree.names(in: folder.path("b"), hidden: true))
        #expect(names.contains("manifest.json"))
        for name in names {
            let files = try ["a", "b"].map { try Data(contentsOf: URL(fileURLWithPath: folder.path("\($0)/\(name)"))) }
            #expect(files[0] == files[1], "\(name)")
        }
        var listed: [String] = try manifest(folder.path("a")).cards.flatMap { $0.files.map(\.name) }
        listed.append("manifest.json")
        #expect(Set(listed) == Set(names))
    }

    @Test("The manifest says what each file is, and another program finds the same digests")
    func fields() throws {
        let folder = try TemporaryFolder()
        let result = try BuiltCommand.run(["print", "房地产开发", "施工许可", "--trial", "--out", folder.path])
        #expect(result.status == 0, "\(result.errors)")
        let manifest = try manifest(folder.path)
        #expect(manifest.dotsPerInch == 300 && !manifest.bleed && manifest.trial && manifest.bestMargin == 8)
        #expect(manifest.cards.map(\.card) == ["房地产开发", "施工许可"])
        for card in manifest.cards {
            #expect(card.design == "口袋卡")
            #expect(card.address.hasSuffix("/c/" + card.code))
            #expect(card.files.map(\.name) == ["\(card.card)-正面.png", "\(card.card)-背面.png"])
            #expect(card.proved == card.files[0].name)
            #expect(card.version >= 2 && ["M", "Q", "H"].contains(card.level) && (0...7).contains(card.mask))
            #expect(card.moduleMillimetres >= 0.5)
            #expect((3...8).contains(card.margin))
            for file in card.files {
                let size = try FileManager.default.attributesOfItem(atPath: folder.path(file.name))[.size] as? Int
                #expect(size == file.bytes)
            }
        }
        #expect(try PrintingTree.digests(of: folder.path) == Set(manifest.cards.flatMap { $0.files.map(\.sha256) }))
    }

    @Test("By field, and all cards; a field that there is not is told with what was meant")
    func selection() throws {
        let folder = try TemporaryFolder()
        let label = ["--trial", "--design", "窗口标签", "--dpi", "150"]
        #expect(try BuiltCommand.run(["print", "--out", folder.path("all")] + label).status == 0)
        #expect(
            try manifest(folder.path("all")).cards.map(\.card).sorted() == [
                "基础提升", "房地产开发", "投资项目服务一卡通", "民生发展", "现代物流", "重大产业", "高端化工",
            ])
        #expect(try BuiltCommand.run(["print", "--field", "高端化工", "--out", folder.path("one")] + label).status == 0)
        #expect(try manifest(folder.path("one")).cards.map(\.card) == ["高端化工"])
        // Items of a field are those of its roadmaps, also where other fields have them too; as labels without being told.
        let items = ["print", "--items", "--field", "民生发展", "--trial", "--dpi", "150", "--out", folder.path("items")]
        #expect(try BuiltCommand.run(items).status == 0)
        let labels = try manifest(folder.path("items")).cards
        #expect(labels.map(\.card).contains("施工许可") && labels.allSatisfy { $0.design == "窗口标签" })
        #expect(!labels.map(\.card).contains("道路货运许可"))
        let wrong = try BuiltCommand.run(["print", "--field", "高端化学", "--out", folder.path("none")] + label)
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("是否想写“高端化工”"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
    }
}
