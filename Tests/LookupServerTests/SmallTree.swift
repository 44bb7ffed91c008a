internal import Foundation
internal import TestSupport

/// One item with the laws that it leans on, and no cards: guides that a daemon loads in a moment, for a test to change.
struct SmallTree: Sendable {
    let folder: TemporaryFolder
    var guides: String { folder.path("guides") }
    var cards: String { folder.path("cards") }
    var site: String { guides + "/site.yaml" }
    var item: String { guides + "/items/施工许可.yaml" }

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("guides/items")
        try folder.makeFolder("cards")
        for name in ["site.yaml", "laws", "calendar", "items/施工许可.yaml"] {
            try FileManager.default.copyItem(
                atPath: Repository.path("guides/" + name), toPath: folder.path("guides/" + name))
        }
    }

    /// A file's text with the lines of some keys replaced, `["简介": "新的。"]`; for a key that stands once, at the beginning
    /// of its line.
    static func text(of path: String, _ changes: [String: String]) throws -> String {
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            changes.first { line.hasPrefix($0.key + ":") }.map { "\($0.key): \($0.value)" } ?? String(line)
        }.joined(separator: "\n")
    }

    /// Writes over a file in place, as simple editors do.
    static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
