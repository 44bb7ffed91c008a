internal import DataFiles
internal import Foundation
package import Guides
internal import Synchronization

/// Keeps the last good versions of files in the folder of the daemon's data, in two files: where one is damaged or lost,
/// it is begun anew from the other.
///
/// That nothing can be kept stops nothing: pages are served all the same, and what is wrong is said once.
package final class VersionKeeper: Sendable {
    /// The file that is written first, and the one that follows it.
    private enum Place {
        case first, second
    }

    private struct State {
        /// Those that are open.
        var open: [Place: VersionDatabase] = [:]
        /// What was said last; nil while all is well.
        var complaint: String?
    }

    /// Where versions are kept.
    package let path: String
    private let folder: String
    private let secondPath: String
    private let report: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: Made where it is not there.
    ///   - report: Told what is wrong, in Chinese.
    package init(in folder: String, report: @escaping @Sendable (String) -> Void) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        path = self.folder + "/published.sqlite"
        secondPath = self.folder + "/published-copy.sqlite"
        self.report = report
    }

    /// Why nothing can be kept at present; nil while all is well.
    package var complaint: String? { state.withLock { $0.complaint } }

    /// The versions that were kept; none where they cannot be read.
    package var versions: [PublishedVersion] {
        read { database throws(VersionStorageError) in try database.all() } ?? []
    }

    /// The kept version of one file.
    package func version(named name: String) -> [UInt8]? {
        read { database throws(VersionStorageError) in try database.version(named: name) } ?? nil
    }

    /// Keeps what the loader serves now and did not before.
    package func keep(_ loader: GuideLoader) {
        guard let changes = loader.unsavedVersions() else { return }
        if write(changes) { loader.noteSaved(changes) }
    }

    /// Keeps a file that is no guide and no card.
    package func keep(_ name: String, _ bytes: [UInt8]) {
        _ = write(VersionChanges(changed: [PublishedVersion(name: name, bytes: bytes)]))
    }

    /// Brings the second file up to date with the first.
    package func copy() {
        state.withLock { state in
            _ = attempt(&state) { state throws(VersionStorageError) in
                try use(.first, &state) { first, state throws(VersionStorageError) in
                    try use(.second, &state) { second, _ throws(VersionStorageError) in try second.follow(first) }
                }
            }
        }
    }

    private func write(_ changes: VersionChanges) -> Bool {
        state.withLock { state in
            attempt(&state) { state throws(VersionStorageError) in
                try use(.first, &state) { first, _ throws(VersionStorageError) in try first.keep(changes) }
            } != nil
        }
    }

    private func read<Value: Sendable>(_ work: (VersionDatabase) throws(VersionStorageError) -> Value) -> Value? {
        state.withLock { state -> Value? in
            for place in [Place.first, .second] {
                // The second where the first is locked, or there are no rights to it.
                let value: Value? = attempt(&state) { state throws(VersionStorageError) in
                    try use(place, &state) { database, _ throws(VersionStorageError) in try work(database) }
                }
                if let value { return value }
            }
            return nil
        }
    }

    // MARK: The files

    /// Works with one of the files; where it proves damaged, with one that is begun anew in its place.
    private func use<Value>(
        _ place: Place, _ state: inout State,
        _ work: (VersionDatabase, inout State) throws(VersionStorageError) -> Value
    ) throws(VersionStorageError) -> Value {
        do throws(VersionStorageError) {
            return try work(opened(place, &state), &state)
        } catch {
            close(place, &state)
            // Of two files that are worked with at once, the one that is damaged.
            guard error.damaged == path(of: place) else { throw error }
            try setAside(path(of: place), error)
            return try work(opened(place, &state), &state)
        }
    }

    private func path(of place: Place) -> String { place == .first ? path : secondPath }

    /// The file, opened where it is not yet; the first one with what the second knows more.
    private func opened(_ place: Place, _ state: inout State) throws(VersionStorageError) -> VersionDatabase {
        if let known = state.open[place] { return known }
        // It may be gone, or its disk not have been there.
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try VersionDatabase(path: path(of: place))
        if place == .first, FileManager.default.fileExists(atPath: secondPath) {
            do throws(VersionStorageError) {
                try use(.second, &state) { second, _ throws(VersionStorageError) in try database.follow(second) }
            } catch {
                // Without the second the first is worth no less.
                if error.damaged == path { throw error }
            }
        }
        state.open[place] = database
        return database
    }

    private func close(_ place: Place, _ state: inout State) {
        state.open[place]?.close()
        state.open[place] = nil
    }

    private func setAside(_ path: String, _ error: VersionStorageError) throws(VersionStorageError) {
        do throws(DamagedFile.Stuck) {
            let name = try DamagedFile.setAside(path)
            report("存上一版指南的文件“\(path)”坏了，已改名为\(name)保存，新建了一个；扫码不受影响")
        } catch let stuck {
            report("存上一版指南的文件“\(path)”坏了，又改不了名：\(stuck)")
            throw error
        }
    }

    private func attempt<Value>(
        _ state: inout State, _ work: (inout State) throws(VersionStorageError) -> Value
    ) -> Value? {
        do throws(VersionStorageError) {
            let value = try work(&state)
            state.complaint = nil
            return value
        } catch {
            if state.complaint != error.description {
                report("上一版的指南存不下来（\(path)）：\(error)")
                state.complaint = error.description
            }
            return nil
        }
    }
}
