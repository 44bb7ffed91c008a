package import Diagnostics

/// Reads the folders guides/ and cards/ from disk.
package struct GuideLoader: Sendable {
    package let guides: String
    package let cards: String
    private let memory: LoadMemory?

    /// - Parameter memory: What is remembered from one load to the next.
    package init(guides: String, cards: String, memory: LoadMemory? = nil) {
        self.guides = guides
        self.cards = cards
        self.memory = memory
    }

    /// What became of a tree: the guidebook where nothing is wrong with it, and every finding.
    package struct Outcome: Sendable {
        /// Nil where there are errors: a wrong page must never go out.
        package let guidebook: Guidebook?
        /// Sorted by place.
        package let diagnostics: [Diagnostic]
        /// The texts of the files that have errors, by path, for quoting lines.
        package let texts: [String: String]

        init(guidebook: Guidebook?, diagnostics: [Diagnostic]) {
            self.guidebook = guidebook
            self.diagnostics = diagnostics
            let wrong = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
            let texts = wrong.compactMap { path in GuideLoader.text(of: path).map { (path, $0) } }
            self.texts = Dictionary(texts, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What a check found, without the guidebook.
    package struct Findings: Sendable {
        /// Sorted by place.
        package let diagnostics: [Diagnostic]
        /// The number of files that were read.
        package let fileCount: Int
        /// The codes that open something: a guide, or why there is none; nil where errors make that uncertain.
        package let codes: Set<ShortCode>?
        /// Nil where site.yaml cannot be read.
        package let site: Site?
    }

    /// Reads and checks the whole tree.
    ///
    /// - Parameter today: The day on which reviews are due and policies expire; audits look ahead of time.
    package func load(today: CalendarDate = .today) -> Outcome {
        if memory != nil { return load(changed: nil, today: today) }
        let tree = read()
        let diagnostics = Checker.check(tree, today: today)
        return Outcome(guidebook: diagnostics.hasErrors ? nil : Guidebook(tree), diagnostics: diagnostics)
    }

    /// Checks the whole tree without making a guidebook of it: each file's contents are let go as soon as the rules about
    /// single files have seen them.
    package func check(today: CalendarDate = .today) -> Findings {
        let tree = read(keepsModels: false)
        let diagnostics = Checker.check(tree, today: today)
        return Findings(
            diagnostics: diagnostics, fileCount: tree.fileCount, codes: diagnostics.hasErrors ? nil : tree.codes,
            site: tree.site)
    }

    /// The same where a loader remembers the last load, which then only reads, models and checks what changed.
    ///
    /// - Parameter changed: Paths that may have changed since the last load, as they are spelled here; nil where any may.
    package func load(changed: Set<String>?, today: CalendarDate = .today) -> Outcome {
        guard let memory, let outcome = memory.load(changed: changed, today: today, list: list) else {
            return GuideLoader(guides: guides, cards: cards).load(today: today)
        }
        // Sorting what a large tree has of warnings takes longer than all the rest; good trees go out without it.
        return Outcome(
            guidebook: outcome.guidebook, diagnostics: outcome.guidebook == nil ? outcome.checked.diagnostics : [])
    }

    /// What can be read of the tree, errors or not, for looking up names and codes; nil where there is no site.yaml.
    package func sketch() -> Guidebook? { Guidebook(read()) }

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
        guard let listing = list() else { return GuideTree(files: [], diagnostics: [MissingFile.folder(guides)]) }
        let read = ParallelMap.map(listing.found) { found in
            found.result(unreadable: found.unreadable) { () throws(FileReading.Failure) in
                try found.file(keepsModel: keepsModels)
            }
        }
        return GuideTree(
            files: read.compactMap(\.read), diagnostics: listing.diagnostics + read.compactMap(\.diagnostic))
    }

    /// Lists the folders; nil where there is no tree.
    private func list() -> TreeListing? {
        guard FileReading.isFolder(guides) else { return nil }
        var reading = TreeListing()
        reading.note(guides)
        reading.note(cards)
        for kind in FileKind.allCases {
            if let folder = kind.folder {
                reading.readFolder(kind, TreeListing.path(guides, folder), named: folder)
            } else if let name = kind.fileName {
                reading.readFile(kind, TreeListing.path(guides, name), isRequired: kind == .site)
            }
        }
        let known = FileKind.allCases.flatMap { [$0.folder, $0.fileName].compactMap(\.self) }
        for name in reading.names(in: guides) where !known.contains(name) {
            let place = TreeListing.path(guides, name)
            if FileReading.isFolder(place) {
                reading.diagnostics.append(MisplacedFile.unknownFolder(place))
            } else if TreeListing.looksLikeGuide(name) {
                reading.diagnostics.append(MisplacedFile.looseFile(place))
            }
        }
        reading.readFolder(.card, cards, named: "cards", others: ["designs", "sheets"])
        return reading
    }
}
