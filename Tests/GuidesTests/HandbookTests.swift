import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

/// What the handbook and the README tell maintainers to write is right.
struct HandbookTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: Repository.path(path)), encoding: .utf8)
    }

    /// The fenced blocks of a language, without the indentation of a list around them.
    private func blocks(_ language: String, in markdown: String) -> [String] {
        var blocks: [String] = []
        var open: (indent: Int, lines: [Substring])?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            if var block = open {
                if line.dropFirst(indent) == "```" {
                    blocks.append(block.lines.joined(separator: "\n") + "\n")
                    open = nil
                } else {
                    block.lines.append(line.dropFirst(min(indent, block.indent)))
                    open = block
                }
            } else if line.dropFirst(indent) == "```" + language {
                open = (indent, [])
            }
        }
        return blocks
    }

    @Test func theWholeExampleIsValid() throws {
        let example = try #require(blocks("yaml", in: try text("docs/维护手册.md")).first { $0.hasPrefix("短码:") })
        let folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        let place = folder.path("guides/items/施工许可延期.yaml")
        try Data(example.utf8).write(to: URL(fileURLWithPath: place))
        let found = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards")).check(today: testDay)
        #expect(found.diagnostics.filter { $0.location.file == place }.map(\.message) == [])
        // The message that it shows is the one that appears.
        let slip = example.replacing("承诺办结时限:", with: "承诺时限:")
        try Data(slip.utf8).write(to: URL(fileURLWithPath: place))
        let slipped = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards")).check(today: testDay)
        let report = DiagnosticFormatter { _ in slip }.report(slipped.diagnostics.filter { $0.rule == UnknownKey.name })
        #expect(try text("docs/维护手册.md").contains(report.replacing(folder.path + "/", with: "")), "\(report)")
    }

    /// Pieces of files: each must be well-formed and have keys that some kind of file has.
    @Test func thePiecesAreValid() throws {
        for block in blocks("yaml", in: try text("docs/维护手册.md")) {
            let read = YAMLReading.read(block, file: "例.yaml")
            #expect(read.diagnostics.map(\.message) == [], "\(block)")
            let root = try #require(read.root)
            let best = FileKind.allCases.map { kind in
                ShapeCheck(root, is: kind.shape, kind: kind, file: "例.yaml").diagnostics
                    .filter { $0.rule != MissingKey.name || $0.location.line > 1 }
            }.min { $0.count < $1.count }
            #expect(best?.map(\.message) == [], "\(block)")
        }
    }

    @Test func theEditorsThreeLines() throws {
        let block = try #require(blocks("json", in: try text("README.zh-CN.md")).first { $0.contains("yaml.schemas") })
        #expect(block.split(separator: "\n").count == 3)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: [String: String]])
        let expected = FileKind.allCases.map { kind in
            let place = kind.fileName.map { "guides/\($0)" } ?? kind.folder.map { "guides/\($0)/*.yaml" }
            return (".vscode/schemas/" + JSONSchema.fileName(for: kind), place ?? "cards/*.yaml")
        }
        #expect(object["yaml.schemas"] == Dictionary(uniqueKeysWithValues: expected))
    }
}
