internal import Foundation
internal import TestSupport
internal import Testing

/// Every word of the interface stands in one place.
@Suite struct WordsTests {
    @Test func noChineseLiteralStandsOutsideTheWordFiles() throws {
        var files = 0
        for folder in ["Sources/Pages", "Sources/Flowcharts"] {
            let root = URL(fileURLWithPath: Repository.path(folder)).resolvingSymlinksInPath()
            let all = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
            for case let file as URL in all
            where file.pathExtension == "swift" && !file.lastPathComponent.hasSuffix("Words.swift") {
                files += 1
                for (number, line) in try String(contentsOf: file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).enumerated() {
                    let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                    // Marks at which queries are split are no words.
                    let han = code.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                    #expect(!han, "\(file.lastPathComponent):\(number + 1): \(line)")
                }
            }
        }
        #expect(files > 20)
    }
}
