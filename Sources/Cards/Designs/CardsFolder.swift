internal import Foundation
internal import Guides

/// The YAML files of one folder under cards/: designs or sheets.
struct CardsFolder {
    struct File {
        /// The name without extension, as people type it.
        let stem: String
        let path: String

        /// Nil where the file cannot be opened or is not UTF-8.
        func text() -> String? {
            FileManager.default.contents(atPath: path).flatMap { String(validating: $0, as: UTF8.self) }
        }
    }

    /// By name.
    let files: [File]

    init(_ folder: String) {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        files = entries.sorted().filter { $0.hasSuffix(".yaml") && !FileNaming.isTemporary($0) }.map { entry in
            File(stem: String(entry.dropLast(5)).precomposedStringWithCanonicalMapping, path: folder + "/" + entry)
        }
    }
}
