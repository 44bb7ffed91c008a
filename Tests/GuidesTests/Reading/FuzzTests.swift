import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

/// Shipped files, damaged in every way that a fixed seed thinks of: each must be read to its end, and every finding must
/// point into its file and say something.
struct FuzzTests {
    /// SplitMix64: the same sequence on every machine.
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let insertions = [
        "：", "，", "\t", "  ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "*a ", "&a ", "# ", "|\n", "? ", "---\n",
        "\u{3000}", "\r\n", "!!x ",
        "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{0}", "%", "@", "名称: ", "名称：", "<<: *a\n", "【", "】", "“", "\u{F0000}",
        "-", ":", "0x1", "~",
    ]

    static func damaged(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<3, using: &random) {
            let place = boundary(Int.random(in: 0...bytes.count, using: &random), bytes)
            let end = boundary(min(bytes.count, place + Int.random(in: 0..<40, using: &random)), bytes)
            let other = boundary(Int.random(in: 0...bytes.count, using: &random), bytes)
            switch Int.random(in: 0..<12, using: &random) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: other)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 3: if place < bytes.count { bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random) }
            case 4: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: Array((insertions.randomElement(using: &random) ?? "").utf8), at: place)
            }
        }
        return bytes
    }

    /// The start of the character around `place`: most damage leaves valid UTF-8, so that it is not found at the door.
    private static func boundary(_ place: Int, _ bytes: [UInt8]) -> Int {
        var place = place
        while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private static let kinds: [FileKind] = [.item, .law, .roadmap, .policy, .site, .card, .calendar]

    @Test(.timeLimit(.minutes(2)), arguments: kinds)
    func damagedFilesAreReadToTheirEnd(kind: FileKind) throws {
        let folder = kind == .card ? "cards" : kind.folder.map { "guides/" + $0 } ?? "guides"
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder)).filter {
            $0.hasSuffix(".yaml")
        }.sorted()
        var random = Random(state: UInt64(kind.rawValue.utf8.reduce(7) { $0 * 31 + Int($1) }))
        for round in 0..<120 {
            let name = names[round % names.count]
            let whole = try String(
                contentsOf: URL(fileURLWithPath: Repository.path(folder + "/" + name)), encoding: .utf8)
            let bytes = Self.damaged(Array(whole.prefix(2500).utf8), &random)
            let file = GuideFile(kind: kind, stem: "甲", path: "甲.yaml", bytes: bytes)
            let findings = Checker.check(GuideTree(files: [file]), today: testDay)
            let lines = SourceLines(file.text)
            for finding in findings where finding.rule != UnreadableFile.name {
                let isInside =
                    finding.location.line <= max(1, lines.count)
                    && (finding.location.column <= lines[finding.location.line].count + 1)
                if !isInside { Issue.record("\(kind) \(round) \(finding.location) \(finding.rule) \(lines.count)") }
                #expect(!finding.message.isEmpty && !finding.message.hasSuffix("。"), "\(finding.message)")
            }
            _ = DiagnosticFormatter { _ in file.text }.report(findings)
        }
    }
}
