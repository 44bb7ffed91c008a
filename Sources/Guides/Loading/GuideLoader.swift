package import Diagnostics
internal import Foundation

/// Reads the folders guides/ and cards/ from disk.
package struct GuideLoader: Sendable {
    package let guides: String
    package let cards: String

    package init(guides: String, cards: String) {
        self.guides = guides
        self.cards = cards
    }

    /// What became of a tree: the guidebook where nothing is wrong with it, and every finding.
    package struct Outcome: Sendable {
        /// Nil where there are errors: a wrong page must never go out.
        package let guidebook: Guidebook?
        /// Sorted by place.
        package let diagnostics: [Diagnostic]
        /// The texts of the files that have errors, by path, for quoting lines.
        package let texts: [String: String]
    }

    /// What a check found, without the guidebook.
    package struct Findings: Sendable {
        /// Sorted by place.
        package let diagnostics: [Diagnostic]
        /// The number of files that were read.
        package let fileCount: Int
        /// The codes that open something, a guide or a retirement notice; nil where errors make that uncertain.
        package let codes: Set<ShortCode>?
        /// Nil where site.yaml cannot be read.
        package let site: Site?
    }

    /// Reads and checks the whole tree.
    ///
    /// - Parameter today: The day on which reviews are due and policies expire; audits look ahead of time.
    package func load(today: CalendarDate = .today) -> Outcome {
        let tree = read()
        let diagnostics = Checker.check(tree, today: today)
        let wrong = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
        let texts = wrong.compactMap { path in GuideLoader.text(of: path).map { (path, $0) } }
        return Outcome(
            guidebook: diagnostics.hasErrors ? nil : Guidebook(tree), diagnostics: diagnostics,
            texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }

    /// Checks the whole tree without making a guidebook of it: each file's contents are let go as soon as the rules about
    /// single files have seen them.
    package func check(today: CalendarDate = .today) -> Findings {
        let tree = read(keepsModels: false)
        let diagnostics = Checker.check(tree, today: today)
        return Findings(
            diagnostics: diagnostics, fileCount: tree.files.count, codes: diagnostics.hasErrors ? nil : tree.codes,
            site: tree.site)
    }

    /// A file's text as it was read, for quoting its lines; nil where it cannot be read any more.
    package static func text(of path: String) -> String? {
        guard let bytes = try? FileReading.bytes(of: path, limit: TextDecoding.sizeLimit) else { return nil }
        let decoded = TextDecoding.decode(bytes, file: path)
        return decoded.diagnostics.isEmpty ? decoded.text : nil
    }

    /// Reads the whole tree without holding its files against one another.
    ///
    /// - Parameter keepsModels: Whether a guidebook will be made of it.
    package func read(keepsModels: Bool = true) -> GuideTree {
        var reading = TreeReading()
        guard FileReading.isFolder(guides) else {
            return GuideTree(files: [], diagnostics: [MissingFile.folder(guides)])
        }
        for kind in FileKind.allCases {
            if let folder = kind.folder {
                reading.readFolder(kind, TreeReading.path(guides, folder), named: folder)
            } else if let name = kind.fileName {
                reading.readFile(kind, TreeReading.path(guides, name), isRequired: kind == .site)
            }
        }
        let known = FileKind.allCases.flatMap { [$0.folder, $0.fileName].compactMap(\.self) }
        for name in reading.names(in: guides) where !known.contains(name) {
            let place = TreeReading.path(guides, name)
            if FileReading.isFolder(place) {
                reading.diagnostics.append(MisplacedFile.unknownFolder(place))
            } else if TreeReading.looksLikeGuide(name) {
                reading.diagnostics.append(MisplacedFile.looseFile(place))
            }
        }
        reading.readFolder(.card, cards, named: "cards", others: ["designs", "sheets"])
        return reading.tree(keepsModels: keepsModels)
    }
}

/// The files found so far; they are read when all are known, on all cores.
private struct TreeReading {
    private struct FoundFile: Sendable {
        let kind: FileKind
        let path: String
        let isRequired: Bool
    }

    var diagnostics: [Diagnostic] = []
    private var found: [FoundFile] = []

    mutating func readFolder(_ kind: FileKind, _ folder: String, named name: String, others: [String] = []) {
        guard !FileReading.exists(folder) || FileReading.isFolder(folder) || isUnreadable(folder) else {
            diagnostics.append(MisplacedFile.notAFolder(folder))
            return
        }
        for entry in names(in: folder) where !others.contains(entry) {
            let place = TreeReading.path(folder, entry)
            if entry.hasSuffix(".yaml") {
                readFile(kind, place, isRequired: true)
            } else if FileReading.isFolder(place) {
                diagnostics.append(MisplacedFile.nestedFolder(place, in: name))
            } else if TreeReading.looksLikeGuide(entry) {
                diagnostics.append(MisplacedFile.wrongEnding(place))
            }
        }
    }

    mutating func readFile(_ kind: FileKind, _ path: String, isRequired: Bool) {
        found.append(FoundFile(kind: kind, path: path, isRequired: isRequired))
    }

    /// Reads what was found.
    func tree(keepsModels: Bool) -> GuideTree {
        let read = ParallelMap.map(found) { TreeReading.read($0, keepsModel: keepsModels) }
        return GuideTree(files: read.compactMap(\.file), diagnostics: diagnostics + read.compactMap(\.diagnostic))
    }

    /// The file's name without its ending, composed: file systems and archives may take characters apart.
    private static func stem(of path: String) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        let end = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let stem = String(name[..<end])
        // Chinese characters have nothing to compose; combining marks and their like begin with these bytes.
        let isComposed = !stem.utf8.contains { (0xCC...0xE3).contains($0) || $0 >= 0xEF }
        return isComposed ? stem : stem.precomposedStringWithCanonicalMapping
    }

    /// One file, or why it could not be opened.
    private static func read(_ found: FoundFile, keepsModel: Bool) -> (file: GuideFile?, diagnostic: Diagnostic?) {
        let stem = stem(of: found.path)
        do {
            // One byte more than allowed, so that a huge file is noticed without being read.
            let bytes = try FileReading.bytes(of: found.path, limit: TextDecoding.sizeLimit + 1)
            let file = GuideFile(kind: found.kind, stem: stem, path: found.path, bytes: bytes)
            return (file.condensed(keepsModel: keepsModel), nil)
        } catch .missing where found.kind == .site {
            return (nil, MissingFile.site(found.path))
        } catch .missing where !found.isRequired {
            // Most trees have no such file.
            return (nil, nil)
        } catch {
            // Its name is still one that others may refer to.
            let finding = UnreadableFile.notOpened(error, found.path)
            return (GuideFile(kind: found.kind, stem: stem, path: found.path, unreadable: finding), nil)
        }
    }

    /// The visible names in a folder, sorted; editors' temporary files are hidden or end in `~`.
    mutating func names(in folder: String) -> [String] {
        do {
            let names = try FileReading.names(in: folder) ?? []
            return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") && !$0.hasPrefix("#") }
        } catch {
            diagnostics.append(UnreadableFile.folderNotOpened(error, folder))
            return []
        }
    }

    /// Whether a link leads nowhere or in a circle, which `names(in:)` reports.
    private func isUnreadable(_ folder: String) -> Bool {
        do {
            _ = try FileReading.names(in: folder)
            return false
        } catch {
            return error == .danglingLink || error == .linkCycle || error == .forbidden
        }
    }

    /// Whether somebody may have meant the file to be read.
    static func looksLikeGuide(_ name: String) -> Bool {
        [".yaml", ".yml", ".txt", ".json", ".doc", ".docx"].contains { name.lowercased().hasSuffix($0) }
    }

    static func path(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
