package import Diagnostics
internal import Foundation

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
        private let tree: GuideTree

        init(guidebook: Guidebook?, diagnostics: [Diagnostic], tree: GuideTree) {
            self.guidebook = guidebook
            self.diagnostics = diagnostics
            self.tree = tree
        }

        /// Texts by path, for quoting lines.
        package var texts: [String: String] {
            Dictionary(tree.everyFile.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Reads and checks the whole tree.
    ///
    /// - Parameter today: The day on which reviews are due and policies expire; audits look ahead of time.
    package func load(today: CalendarDate = .today) -> Outcome {
        if memory != nil { return load(changed: nil, today: today) }
        let tree = read()
        let diagnostics = Checker.check(tree, today: today)
        return Outcome(guidebook: diagnostics.hasErrors ? nil : Guidebook(tree), diagnostics: diagnostics, tree: tree)
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
            guidebook: outcome.guidebook, diagnostics: outcome.guidebook == nil ? outcome.checked.diagnostics : [],
            tree: outcome.checked.tree)
    }

    /// Reads the whole tree without holding its files against one another.
    package func read() -> GuideTree {
        guard let listing = list() else { return GuideTree(files: [], diagnostics: [MissingFile.folder(guides)]) }
        let read = ParallelMap.map(listing.found) { $0.result(older: nil) }
        return GuideTree(files: read.compactMap { $0.read?.file }, diagnostics: listing.diagnostics + read.compactMap(\.diagnostic))
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
