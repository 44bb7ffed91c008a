import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

/// The quick reading must never differ from libyaml's: it may only decline.
struct PlainYAMLTests {
    /// A tree as one text, every mark included.
    private func dump(_ node: MarkedNode) -> String {
        let place = "\(node.mark.line):\(node.mark.column)"
        return switch node.content {
        case .scalar(let text): "\(place)\(node.isQuoted ? "q" : "")‹\(text)›"
        case .sequence(let elements): "\(place)[\(elements.map(dump).joined(separator: " "))]"
        case .mapping(let entries):
            "\(place){"
                + entries.map { "\($0.keyMark.line):\($0.keyMark.column)‹\($0.key)›=\(dump($0.value))" }
                .joined(separator: " ") + "}"
        }
    }

    /// Whether the quick reading took the text; it then says what libyaml says.
    @discardableResult
    private func agrees(_ text: String, _ what: String = "") -> Bool {
        guard let quick = PlainYAML.read(text) else { return false }
        let slow = YAMLReading.readWithYams(text, file: "甲.yaml")
        #expect(slow.diagnostics.map(\.message) == [], "\(what)\n\(text)")
        #expect(slow.root.map(dump) == dump(quick), "\(what)\n\(text)")
        return true
    }

    private static func shippedFiles() throws -> [(name: String, text: String)] {
        let root = URL(fileURLWithPath: Repository.path("guides")).resolvingSymlinksInPath()
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map { name in
            (name, try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
        }
    }

    @Test func shippedFilesAreReadAlike() throws {
        let files = try Self.shippedFiles()
        let taken = files.filter { agrees($0.text, $0.name) }
        let left = files.map(\.name).filter { name in !taken.contains { $0.name == name } }
        // Otherwise it would be of no use.
        #expect(taken.count * 10 >= files.count * 9, "left to libyaml: \(left)")
    }

    @Test(.timeLimit(.minutes(2)))
    func damagedFilesAreReadAlikeOrNotAtAll() throws {
        let files = try Self.shippedFiles().filter { !$0.name.hasPrefix("laws/") }
        var random = FuzzTests.Random(state: 2026)
        var taken = 0
        for round in 0..<1500 {
            let lines = files[round % files.count].text.split(separator: "\n", omittingEmptySubsequences: false)
            // A piece that begins at a key of the file itself is a file.
            let starts = lines.indices.filter { lines[$0].first.map { $0.isLetter } ?? false }
            guard let start = starts.randomElement(using: &random) else { continue }
            let piece = lines[start...].prefix(Int.random(in: 1...30, using: &random)).joined(separator: "\n") + "\n"
            let bytes = FuzzTests.damaged(Array(piece.utf8), &random)
            guard let text = String(validating: bytes, as: UTF8.self) else { continue }
            if agrees(text, "round \(round)") { taken += 1 }
        }
        #expect(taken > 150)
    }

    @Test(arguments: [
        "甲: 乙\n", "甲:\n  乙: 丙\n", "甲:\n- 乙\n- 丙\n丁: 戊\n", "甲:\n  - 乙\n  - 丙: 1\n    丁: 2\n  -\n    戊: 3\n",
        "甲: [乙, \"丙，丁\", '戊']\n", "甲: {乙: 丙, 丁: [戊, {己: 庚}]}\n", "甲: []\n乙: {}\n", "甲: |\n  一\n   二\n\n  三\n\n乙: 1\n",
        "- 不是映射\n", "# 注释\n甲: 乙 # 注释\n\n  # 注释\n丙: 丁#戊\n", "甲: ~\n乙: null\n丙: \"~\"\n", "甲: 9:00—12:00，http://a.b/c\n",
        "甲: [https://a.b/c, 9:00]\n", "甲: 一  二   \n", "甲: # 注释\n  乙: 1 # 注释\n丙:   # 注释\n  - 丁\n", "𠮷: 𠮷 𠮷 # 𠮷\n",
        "甲: |\n  一\n乙: |\n  # 二\n", "甲: a, b] c} [d\n",
        "甲: \"\"\n", "甲: |\n    一\n  # 注释\n乙: 2\n", "甲:\n  # 注释\n  乙: 丙\n", "甲: 乙\r\n丙: 丁\r\n", "a_1: (b)\n",
    ])
    func plainTexts(text: String) {
        if !text.hasPrefix("- "), !text.contains("\r"), !text.contains("  # 注释\n乙") { #expect(agrees(text), "\(text)") }
        agrees(text)
    }

    @Test(arguments: [
        "甲: 乙", "甲:\n", "甲: 乙\n甲: 丙\n", "甲: *乙\n", "甲: &乙 丙\n", "甲: 乙: 丙\n", "甲: 乙\n  丙\n", "甲: \"乙\n  丙\"\n",
        "甲: \"\\n\"\n",
        "甲: 'it''s'\n", "甲: [乙,\n  丙]\n", "甲: [乙, ]\n", "甲: [乙: 丙]\n", "甲: {乙}\n", "甲: {乙: }\n", "甲: >\n  一\n",
        "甲: |-\n  一\n",
        "甲: !!str 乙\n", "? 甲\n: 乙\n", "\"甲\": 乙\n", "甲:\t乙\n", "---\n甲: 乙\n", "%YAML 1.1\n", "甲: 乙\n...\n", "甲: @乙\n",
        "甲: [乙\n", "甲: 乙]\n 丙: 丁\n",
        "甲: {乙: 丙}}\n", "甲: \"乙\" 丙\n", "甲: 乙\n 丙: 丁\n", "甲:\n  - 乙\n 丙: 丁\n", "甲: |\n\n  一\n", "甲: |\n  一\n 二: 三\n",
        "甲: |\n  一\n     \n  二\n",
        "\u{FEFF}甲: 乙\n", "甲: \u{7}\n", "甲: 一\u{2028}二\n", "null: 乙\n", "- - 甲\n", "", "\n", "甲: - 乙\n",
        "甲: [乙 #丙\n]\n",
    ])
    func textsThatAreLeftToLibyaml(text: String) {
        #expect(PlainYAML.read(text) == nil, "\(text)")
    }
}
