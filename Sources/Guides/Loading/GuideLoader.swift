package import Diagnostics
internal import Synchronization

/// Reads the folders guides/ and cards/ from disk.
package struct GuideLoader: Sendable {
    package let guides: String
    package let cards: String
    private let memory: LoadMemory?
    /// A check of so many files keeps what they say: the memory holds them easily, and nothing is read twice.
    private static let fewFiles = 1000

    /// - Parameter memory: What is remembered from one load to the next.
    package init(guides: String, cards: String, memory: LoadMemory? = nil) {
        self.guides = guides
        self.cards = cards
        self.memory = memory
    }

    /// What became of a tree: the guidebook where nothing is wrong with it, and every finding.
    package struct Outcome: Sendable {
        /// As of the day for which it was loaded; nil where there are errors: a wrong page must never go out.
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
        /// Where the site has pages, those of guides with errors among them.
        package let addresses: SiteAddresses
        /// Nil where site.yaml cannot be read.
        package let site: Site?
        /// The files of guides that could not be read, site.yaml also where it is not there, by their paths under guides/.
        package var illegible: Set<String> {
            var found: Set<String> = tree.site == nil ? Set([FileKind.site.fileName].compactMap(\.self)) : []
            for file in tree.everyFile where file.kind.opensAtCode && !file.isLegible {
                if let folder = file.kind.folder { found.insert("\(folder)/\(file.stem).yaml") }
            }
            return found
        }

        /// All files; of many, the models of items, policies and notices were let go.
        let tree: GuideTree

        /// The items without errors of their own: their stems, and the paths of their files.
        package var items: [(stem: String, path: String)] {
            tree.files(of: .item).filter { !$0.diagnostics.hasErrors }.map { (stem: $0.stem, path: $0.path) }
        }
    }

    /// The cards of a tree with the guides that they open, without those of which either has errors; nil where site.yaml
    /// has, or where there are no cards.
    package func cardBook(_ findings: Findings) -> Guidebook? {
        let tree = findings.tree
        let wrong = Set(findings.diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
        let cards = tree.files(of: .card).filter { !wrong.contains($0.path) }
        guard !cards.isEmpty, let site = tree.files(of: .site).first, !wrong.contains(site.path) else { return nil }
        let openings = Set(cards.compactMap { tree.cards[$0.stem]?.opens })
        let roadmaps = openings.compactMap { tree.guides[.roadmap]?[$0]?.roadmap }
        let items = openings.union(roadmaps.flatMap { $0.entries.map(\.item) })
        let files = tree.everyFile.compactMap { file -> GuideFile? in
            guard !wrong.contains(file.path) else { return nil }
            let isLetGo =
                file.kind.opensAtCode && tree.guides[file.kind]?[file.stem] == nil
                && (file.kind == .item ? items : openings).contains(file.stem)
            return isLetGo ? self.file(.init(kind: file.kind, stem: file.stem)) : file
        }
        return Guidebook(GuideTree(files: files))
    }

    /// Reads and checks the whole tree.
    ///
    /// - Parameter today: The day as of which the guidebook is; audits and previews look ahead of time.
    package func load(today: CalendarDate = .today) -> Outcome {
        let tree = read()
        let diagnostics = Checker.check(tree, today: today)
        return Outcome(
            guidebook: diagnostics.hasErrors ? nil : Guidebook(tree)?.on(today), diagnostics: diagnostics)
    }

    /// The newest state of the tree that can be served or worked with.
    package struct Settled: Sendable {
        /// All guides but those that are held back in their older versions or altogether; nil where not even a site.yaml
        /// can be read.
        ///
        /// As of the day for which it was loaded.
        package private(set) var guidebook: Guidebook?
        /// The files whose newest version is not in it, by path.
        package let held: [HeldFile]
        /// Every error in the newest files, sorted by place, each once.
        package let errors: [Diagnostic]
        /// The errors of site.yaml, where what could be read of it, or nothing, stands in for it; else none.
        package let siteErrors: [Diagnostic]

        /// - Parameter siteFile: The path of site.yaml, where something stands in for it.
        init(guidebook: Guidebook?, held: [HeldFile], tolerated: [Diagnostic], siteFile: String? = nil) {
            self.guidebook = guidebook
            self.held = held
            let errors = Set(held.flatMap(\.reasons) + tolerated).sorted()
            self.errors = errors
            siteErrors = siteFile.map { path in errors.filter { $0.location.file == path } } ?? []
        }

        /// The same as of a day.
        fileprivate func on(_ day: CalendarDate) -> Settled {
            var settled = self
            settled.guidebook = guidebook?.on(day)
            return settled
        }
    }

    /// Reads the tree and leaves out what is wrong: files with errors stay in their last good versions, those without one
    /// are left out, with whatever depends on them.
    ///
    /// A loader with a memory only reads, models and checks what changed since the last time.
    ///
    /// - Parameters:
    ///   - changed: Paths that may have changed since the last load, as they are spelled here; nil where any may.
    ///   - printed: The codes on paper, each of which must go on opening what it opened.
    ///   - today: The day as of which the guidebook is.
    ///   - doesWithoutSite: Whether there is a guidebook also where site.yaml has errors and no older version, with what
    ///     can be read of it.
    package func settle(
        changed: Set<String>? = nil, printed: Set<ShortCode> = [], today: CalendarDate = .today,
        doesWithoutSite: Bool = false
    ) -> Settled {
        (memory ?? LoadMemory()).load(
            .init(
                changed: changed, printed: printed, today: today, doesWithoutSite: doesWithoutSite, list: list,
                guides: guides, path: path)
        ).on(today)
    }

    /// The versions of files that are served and not yet kept for the next start; nil where all are.
    package func unsavedVersions() -> VersionChanges? { memory?.unsavedVersions() }

    /// They are kept now.
    package func noteSaved(_ changes: VersionChanges) { memory?.noteSaved(changes) }

    /// Checks the whole tree without making a guidebook of it: each file's contents are let go as soon as the rules about
    /// single files have seen them.
    ///
    /// - Parameter inspect: Finds in a whole file what rules cannot know, on any thread.
    package func check(
        today: CalendarDate = .today, inspecting inspect: @Sendable (GuideFile) -> [Diagnostic] = { _ in [] }
    ) -> Findings {
        let inspected = Mutex<[Diagnostic]>([])
        let tree = read(keepsModels: false, upTo: GuideLoader.fewFiles) { file in
            let found = inspect(file)
            if !found.isEmpty { inspected.withLock { $0 += found } }
        }
        let diagnostics = Checker.check(tree, today: today) + inspected.withLock { $0 }
        return Findings(
            diagnostics: diagnostics.sorted(), fileCount: tree.fileCount,
            addresses: SiteAddresses(tree), site: tree.site, tree: tree)
    }

    /// The file of a guide or card as it is on disk, whole; nil where it cannot be read.
    package func file(_ source: GuidebookSources.Source) -> GuideFile? {
        let path = path(source.kind, source.stem + ".yaml")
        guard let bytes = try? FileReading.bytes(of: path, limit: TextDecoding.sizeLimit) else { return nil }
        return GuideFile(kind: source.kind, stem: source.stem, path: path, bytes: bytes)
    }

    /// Where a file of a kind stands.
    private func path(_ kind: FileKind, _ name: String) -> String {
        let folder = kind == .card ? cards : kind.folder.map { TreeListing.path(guides, $0) } ?? guides
        return TreeListing.path(folder, name)
    }

    /// A file's text as it was read, for quoting its lines; nil where it cannot be read any more.
    package static func text(of path: String) -> String? {
        guard let bytes = try? FileReading.bytes(of: path, limit: TextDecoding.sizeLimit) else { return nil }
        let decoded = TextDecoding.decode(bytes, file: path)
        return decoded.diagnostics.isEmpty ? decoded.text : nil
    }

    /// Reads the whole tree without holding its files against one another.
    ///
    /// - Parameters:
    ///   - keepsModels: Whether a guidebook will be made of it.
    ///   - few: So many files are kept whole anyway.
    ///   - see: Called with each whole file, on any thread, before most of it is let go.
    package func read(
        keepsModels: Bool = true, upTo few: Int = 0, seeing see: @Sendable (GuideFile) -> Void = { _ in }
    ) -> GuideTree {
        guard let listing = list() else { return GuideTree(files: [], diagnostics: [MissingFile.folder(guides)]) }
        let keepsModels = keepsModels || listing.found.count <= few
        let read = ParallelMap.map(listing.found) { found in
            found.result(unreadable: found.unreadable) { () throws(FileReading.Failure) in
                let file = found.file(from: try found.bytes(), isForShowing: keepsModels)
                see(file)
                return file.condensed(keepsModel: keepsModels)
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
