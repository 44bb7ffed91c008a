internal import Diagnostics
internal import Synchronization

/// What a loader remembers of a tree, so that the next load reads, models and checks only what changed.
///
/// What is loaded with it is the same as what is loaded without: by a file's stamp or its bytes, by the kind of each
/// rule, and by the revisions of files, it is known what an edit cannot have touched.
package final class LoadMemory: Sendable {
    private struct State {
        var listing: TreeListing?
        /// What was read, in the order of the listing; nil where a file could not be read.
        var read: [ReadFile?] = []
        var places: [String: Int] = [:]
        var checked: CheckedTree?
        /// The newest good one, and what changed in the tree since.
        var guidebook: Guidebook?
        var changedSince: [GuideFile]? = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Loads the tree.
    ///
    /// - Parameters:
    ///   - changed: Paths that may have changed since the last load; nil where any may.
    ///   - list: Lists the folders.
    func load(changed: Set<String>?, today: CalendarDate, list: () -> TreeListing?) -> CheckedOutcome? {
        state.withLock { state in
            if let changed, let patched = LoadMemory.patch(&state, changed) {
                return LoadMemory.outcome(&state, replaced: patched, today: today)
            }
            guard let listing = list() else { return nil }
            return LoadMemory.outcome(&state, listing, changed, today: today)
        }
    }

    /// Reads again what changed, where all of it is files that were there before; nil where the folders must be listed.
    private static func patch(_ state: inout State, _ changed: Set<String>) -> [GuideFile]? {
        guard let listing = state.listing, let checked = state.checked, checked.tree.hasDistinctFiles else {
            return nil
        }
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

    private static func outcome(_ state: inout State, replaced: [GuideFile], today: CalendarDate) -> CheckedOutcome? {
        guard let before = state.checked else { return nil }
        if replaced.isEmpty, before.isUpToDate(on: today) { return finish(&state, before, replaced) }
        guard let tree = before.tree.replacing(replaced) else { return nil }
        let checked = before.replaced(by: tree, changed: replaced, today: today) ?? CheckedTree(tree, today: today)
        return finish(&state, checked, replaced)
    }

    private static func outcome(
        _ state: inout State, _ listing: TreeListing, _ changed: Set<String>?, today: CalendarDate
    ) -> CheckedOutcome? {
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
        let read = results.map(\.read)
        let diagnostics = listing.diagnostics + results.compactMap(\.diagnostic)
        let before = state.checked
        let isWhole =
            isSame && diagnostics == before?.tree.diagnostics
            && !zip(read, older).contains { ($0 == nil) != ($1 == nil) }
        state.listing = listing
        state.read = read
        if !isSame {
            state.places = Dictionary(
                listing.found.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        }
        if isWhole, let before, before.tree.hasDistinctFiles {
            let replaced = zip(read, older).compactMap { new, old in
                new?.file.revision == old?.file.revision ? nil : new?.file
            }
            return outcome(&state, replaced: replaced, today: today)
        }
        let tree = GuideTree(files: read.compactMap { $0?.file }, diagnostics: diagnostics)
        state.changedSince = nil
        var checked: CheckedTree?
        if let before, before.tree.hasDistinctFiles, tree.hasDistinctFiles {
            let (changed, gone) = tree.changes(since: before.tree)
            checked = before.replaced(by: tree, changed: changed, gone: gone, today: today)
        }
        return finish(&state, checked ?? CheckedTree(tree, today: today), [])
    }

    private static func finish(_ state: inout State, _ checked: CheckedTree, _ replaced: [GuideFile]) -> CheckedOutcome
    {
        state.checked = checked
        state.changedSince = state.changedSince.map { $0 + replaced }
        guard !checked.hasErrors else { return CheckedOutcome(checked: checked, guidebook: nil) }
        let guidebook =
            if let older = state.guidebook, let changed = state.changedSince {
                changed.isEmpty ? older : Guidebook(checked.tree, replacing: older, changed: changed)
            } else {
                Guidebook(checked.tree)
            }
        state.guidebook = guidebook
        state.changedSince = guidebook == nil ? nil : []
        return CheckedOutcome(checked: checked, guidebook: guidebook)
    }
}

/// A checked tree and the guidebook that it gives; nil where there are errors.
struct CheckedOutcome {
    let checked: CheckedTree
    let guidebook: Guidebook?
}
