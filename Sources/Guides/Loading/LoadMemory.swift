internal import Diagnostics
internal import Synchronization

/// What a loader remembers of a tree: the last good state of it, and what was read of the files since.
///
/// So the next load reads, models and checks only what changed, and a file that is no longer good leaves its last good
/// version in place. What is loaded with it is the same as what is loaded without: by a file's stamp or its bytes, by
/// the kind of each rule, and by the revisions of files, it is known what an edit cannot have touched.
package final class LoadMemory: Sendable {
    private struct State {
        var listing: TreeListing?
        /// What was read, in the order of the listing; nil where a file could not be read.
        var read: [ReadFile?] = []
        var places: [String: Int] = [:]
        /// Errors of folders, and files that must be there and are not.
        var unreachable: [Diagnostic] = []
        /// The last good tree, and the guidebook that it gave.
        var good: CheckedTree?
        var guidebook: Guidebook?
        /// What differs between the last good tree and the newest files, by path.
        var pending: [String: PendingFile] = [:]
        /// What came into the last good tree, or left it, since its files were last kept on disk, by name.
        var unsaved: [String: PendingFile] = [:]
        /// Whether all of its files were kept once.
        var isKept = false
    }

    /// What a load needs to know of the world.
    struct Request: Sendable {
        /// Paths that may have changed since the last load; nil where any may.
        let changed: Set<String>?
        /// Codes on paper.
        let printed: Set<ShortCode>
        let today: CalendarDate
        /// Whether the work can do without a site.yaml that is free of errors.
        var doesWithoutSite = false
        /// Lists the folders; nil where there is no tree.
        let list: @Sendable () -> TreeListing?
        /// The folder of the guides, for the message that it is missing.
        let guides: String
        /// The path of a file of a kind.
        let path: @Sendable (FileKind, String) -> String
    }

    private let state = Mutex(State())
    private let restored: @Sendable () -> [PublishedVersion]

    /// - Parameter restored: The versions of files that were last served, from where they outlive the program; asked for
    ///   once at most, and only where the newest files have errors.
    package init(restored: @escaping @Sendable () -> [PublishedVersion] = { [] }) { self.restored = restored }

    func load(_ request: Request) -> GuideLoader.Settled {
        state.withLock { state in
            if let changed = request.changed, let replaced = LoadMemory.patch(&state, changed) {
                LoadMemory.note(replaced, in: &state)
                return finish(&state, request, isFirst: false)
            }
            guard let listing = request.list() else {
                state.unreachable = [MissingFile.folder(request.guides)]
                if state.good == nil { restore(&state, request) }
                return withoutFiles(state)
            }
            LoadMemory.read(listing, &state, request.changed)
            let isFirst = state.good == nil
            if !isFirst { LoadMemory.noteAll(&state) }
            return finish(&state, request, isFirst: isFirst)
        }
    }

    // MARK: Reading

    /// Reads again what changed, where all of it is files that were there before; nil where the folders must be listed.
    private static func patch(_ state: inout State, _ changed: Set<String>) -> [GuideFile]? {
        guard let listing = state.listing, state.good != nil else { return nil }
        var replaced: [GuideFile] = []
        var readings: [(Int, ReadFile)] = []
        for path in changed where listing.mayConcern(path) {
            guard let place = state.places[path], let older = state.read[place],
                let reading = try? ReadFile(listing.found[place], older: older)
            else { return nil }
            readings.append((place, reading))
            if reading.file.revision != older.file.revision { replaced.append(reading.file) }
        }
        for (place, reading) in readings { state.read[place] = reading }
        return replaced
    }

    private static func read(_ listing: TreeListing, _ state: inout State, _ changed: Set<String>?) {
        let isSame = state.listing?.found == listing.found
        let (places, older) = (state.places, state.read)
        let results = ParallelMap.map(Array(listing.found.enumerated())) { index, found in
            let known = isSame ? older[index] : places[found.path].flatMap { older[$0] }
            if let known, let changed, known.file.kind == found.kind, !changed.contains(found.path) {
                return ReadResult(read: known)
            }
            return found.result(unreadable: { ReadFile(unreadable: found.unreadable($0)) }) {
                () throws(FileReading.Failure) in
                try ReadFile(found, older: known.flatMap { $0.file.kind == found.kind ? $0 : nil })
            }
        }
        state.listing = listing
        state.read = results.map(\.read)
        state.unreachable = listing.diagnostics + results.compactMap(\.diagnostic)
        guard !isSame else { return }
        state.places = Dictionary(
            listing.found.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: What differs from the last good tree

    private static func note(_ replaced: [GuideFile], in state: inout State) {
        guard let tree = state.good?.tree else { return }
        for file in replaced {
            let isGood = tree.file(file.kind, file.stem).map { $0.revision == file.revision } ?? false
            state.pending[file.path] = isGood ? nil : .changed(file)
        }
    }

    private static func noteAll(_ state: inout State) {
        guard let tree = state.good?.tree else { return }
        let files = state.read.compactMap { $0?.file }
        state.pending = [:]
        for file in files {
            let good = tree.file(file.kind, file.stem)
            if good?.revision != file.revision { state.pending[file.path] = .changed(file) }
        }
        let paths = Set(files.map(\.path))
        for file in tree.everyFile where !paths.contains(file.path) { state.pending[file.path] = .gone(file) }
    }

    // MARK: The newest state that can be served

    private func finish(_ state: inout State, _ request: Request, isFirst: Bool) -> GuideLoader.Settled {
        var whole: CheckedTree?
        if isFirst {
            let tree = GuideTree(files: state.read.compactMap { $0?.file })
            let checked = CheckedTree(tree, today: request.today)
            if !state.unreachable.hasErrors, !checked.hasErrors, tree.hasDistinctFiles,
                let guidebook = Guidebook(tree), request.printed.allSatisfy({ guidebook.opens($0) })
            {
                (state.good, state.guidebook) = (checked, guidebook)
                return GuideLoader.Settled(guidebook: guidebook, held: [], tolerated: [])
            }
            whole = tree.hasDistinctFiles ? checked : nil
            restore(&state, request)
            LoadMemory.noteAll(&state)
        }
        guard var good = state.good else { return withoutFiles(state) }
        if !good.isUpToDate(on: request.today) { good = CheckedTree(good.tree, today: request.today) }
        // Without its site.yaml a tree is not one with fewer guides but one that is being moved.
        if state.unreachable.contains(where: { $0.rule == MissingFile.name }), good.tree.site != nil {
            state.good = good
            return withoutFiles(state)
        }
        let isNothingGood = good.tree.fileCount == 0
        var settling = TreeSettling(
            good, pending: state.pending, unreachable: state.unreachable, printed: request.printed,
            today: request.today)
        let settled = settling.settle(startingFrom: isNothingGood ? whole : nil)
        let isInPlace = settled.gone.isEmpty && settled.changed.allSatisfy { good.tree.file($0.kind, $0.stem) != nil }
        let tree = settled.checked.tree
        let standIn = request.doesWithoutSite && tree.site == nil ? LoadMemory.standIn(state) : nil
        let guidebook: Guidebook? =
            if let older = state.guidebook, isInPlace, standIn == nil {
                settled.changed.isEmpty ? older : Guidebook(tree, replacing: older, changed: settled.changed)
            } else {
                Guidebook(tree, standIn: standIn)
            }
        for file in settled.changed + settled.gone {
            if let entry = state.pending.removeValue(forKey: file.path) {
                state.unsaved[PublishedVersion.name(of: file.kind, file.path)] = entry
            }
        }
        state.good = settled.checked
        state.guidebook = guidebook?.revising(revised(guidebook, settled.held.values, request.printed))
        return GuideLoader.Settled(
            guidebook: state.guidebook, held: settled.held.values.sorted { $0.path < $1.path },
            tolerated: state.unreachable.filter { $0.severity == .error } + settled.checked.ruleErrors
                + settled.checked.fileErrors,
            siteFile: standIn.flatMap { _ in FileKind.site.fileName.map { request.path(.site, $0) } })
    }

    /// What can be read of a site.yaml that has errors.
    private static func standIn(_ state: State) -> Site {
        state.read.lazy.compactMap { $0?.file }.first { $0.kind == .site }?.model?.guide?.overview ?? .unread
    }

    /// The codes that somebody has or may have on paper and that open nothing.
    private func revised(
        _ guidebook: Guidebook?, _ held: some Sequence<HeldFile>, _ printed: Set<ShortCode>
    ) -> Set<ShortCode> {
        guard let guidebook else { return [] }
        return printed.union(held.flatMap(\.codes)).filter { !guidebook.opens($0) }
    }

    /// The last good state as it is, where the newest one is nowhere to be found.
    private func withoutFiles(_ state: State) -> GuideLoader.Settled {
        GuideLoader.Settled(
            guidebook: state.guidebook, held: [], tolerated: state.unreachable.filter { $0.severity == .error })
    }

    /// Takes the files that were last served for the last good tree: as they are on disk, or, where they have another
    /// content now, from what was kept of them.
    private func restore(_ state: inout State, _ request: Request) {
        let readings = Dictionary(
            state.read.compactMap { reading in reading.map { ($0.file.path, $0) } },
            uniquingKeysWith: { first, _ in first })
        let versions = restored()
        let files: [GuideFile] = ParallelMap.map(versions) { version -> GuideFile? in
            guard let (kind, name) = PublishedVersion.kind(of: version.name) else { return nil }
            let path = request.path(kind, name)
            if let reading = readings[path], reading.hasContent(version.bytes) { return reading.file }
            return TreeListing.FoundFile(kind: kind, path: path, isRequired: true).file(from: version.bytes)
                .condensed(keepsModel: true)
        }.compactMap(\.self)
        let tree = GuideTree(files: files)
        state.good = CheckedTree(tree.hasDistinctFiles ? tree : GuideTree(files: []), today: request.today)
        state.guidebook = state.good.flatMap { Guidebook($0.tree) }
    }
}

// MARK: What is kept for the next start

extension LoadMemory {
    /// The versions of files that are served and perhaps not yet kept; nil where all are.
    ///
    /// A file that has another content by now is left out: the load that sees it will come.
    func unsavedVersions() -> VersionChanges? {
        typealias Entry = (file: GuideFile, reading: ReadFile?)
        let (served, gone, isWhole) = state.withLock { state -> ([Entry], [GuideFile], Bool) in
            let entries =
                state.isKept ? Array(state.unsaved.values) : (state.good?.tree.everyFile ?? []).map { .changed($0) }
            let served = entries.compactMap { entry -> Entry? in
                guard case .changed(let file) = entry else { return nil }
                return (file, state.places[file.path].flatMap { state.read[$0] })
            }
            let gone = entries.compactMap { if case .gone(let file) = $0 { file } else { nil } }
            return (served, gone, !state.isKept)
        }
        guard isWhole || !served.isEmpty || !gone.isEmpty else { return nil }
        let changed = served.compactMap { file, reading -> PublishedVersion? in
            guard let reading, reading.file.revision == file.revision,
                let bytes = try? FileReading.bytes(of: file.path, limit: TextDecoding.sizeLimit),
                reading.hasContent(bytes)
            else { return nil }
            return PublishedVersion(name: PublishedVersion.name(of: file.kind, file.path), bytes: bytes)
        }
        return VersionChanges(
            changed: changed, gone: gone.map { PublishedVersion.name(of: $0.kind, $0.path) },
            served: isWhole ? Set(served.map { PublishedVersion.name(of: $0.file.kind, $0.file.path) }) : nil,
            revisions: Set(served.map(\.file.revision)))
    }

    /// They are kept now.
    func noteSaved(_ changes: VersionChanges) {
        state.withLock { state in
            state.isKept = true
            state.unsaved = state.unsaved.filter { name, entry in
                if case .changed(let file) = entry {
                    !changes.revisions.contains(file.revision)
                } else {
                    !changes.gone.contains(name)
                }
            }
        }
    }
}
