internal import Diagnostics
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

    /// In the order of their names, without those that cannot be told apart: nobody knows which of them was meant.
    private(set) var files: [File] = []
    /// The names of all files, whatever is wrong with them.
    private(set) var names: [String] = []
    /// What is wrong with the names, and what stands there and is not read.
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter only: Looks at the file of this name and at no other.
    init(_ folder: String, only: String? = nil) {
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var twins: Set<String> = []
        for entry in entries.sorted() where !FileNaming.isTemporary(entry) {
            let path = folder + "/" + entry
            if let unread = MisplacedFile.unread(entry, at: path, in: name) {
                if only == nil { diagnostics.append(unread) }
                continue
            }
            guard entry.hasSuffix(".yaml") else { continue }
            let stem = String(entry.dropLast(5)).precomposedStringWithCanonicalMapping
            if !names.contains(stem) { names.append(stem) }
            guard only == nil || only == stem else { continue }
            diagnostics += FileName.findings(path)
            if let other = files.first(where: { $0.stem == stem }) {
                diagnostics.append(DuplicateName.sameFileName(path, as: other.path))
                twins.insert(stem)
            } else {
                files.append(File(stem: stem, path: path))
            }
        }
        files.removeAll { twins.contains($0.stem) }
    }
}
