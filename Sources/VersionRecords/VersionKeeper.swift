internal import Foundation
package import Guides
internal import Synchronization

/// Keeps the last good versions of files in the folder of the daemon's data.
///
/// That nothing can be kept stops nothing: pages are served all the same, and what is wrong is said once.
package final class VersionKeeper: Sendable {
    private struct State {
        var database: VersionDatabase?
        /// What was said last.
        var complaint: String?
    }

    private let path: String
    private let report: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: Must exist.
    ///   - report: Told what is wrong, in Chinese.
    package init(in folder: String, report: @escaping @Sendable (String) -> Void) {
        path = (folder.hasSuffix("/") ? folder : folder + "/") + "published.sqlite"
        self.report = report
    }

    /// The versions that were kept; none where they cannot be read.
    package var versions: [PublishedVersion] {
        attempt { database throws(VersionStorageError) in try database.all() } ?? []
    }

    /// The kept version of one file.
    package func version(named name: String) -> [UInt8]? {
        attempt { database throws(VersionStorageError) in try database.version(named: name) } ?? nil
    }

    /// Keeps what the loader serves now and did not before.
    package func keep(_ loader: GuideLoader) {
        guard let changes = loader.unsavedVersions() else { return }
        let isKept: Bool? = attempt { database throws(VersionStorageError) in
            try database.keep(changes)
            return true
        }
        if isKept != nil { loader.noteSaved(changes) }
    }

    /// Keeps a file that is no guide and no card.
    package func keep(_ name: String, _ bytes: [UInt8]) {
        let changes = VersionChanges(changed: [PublishedVersion(name: name, bytes: bytes)])
        let _: Bool? = attempt { database throws(VersionStorageError) in
            try database.keep(changes)
            return true
        }
    }

    private func attempt<Value: Sendable>(
        _ work: (VersionDatabase) throws(VersionStorageError) -> Value
    ) -> Value? {
        state.withLock { state -> Value? in
            do throws(VersionStorageError) {
                let database: VersionDatabase
                if let known = state.database { database = known } else { database = try VersionDatabase(path: path) }
                state.database = database
                let value = try work(database)
                state.complaint = nil
                return value
            } catch {
                // Opened anew the next time: somebody may have moved the file away.
                state.database = nil
                if state.complaint != error.description {
                    report("上一版的指南存不下来（\(path)）：\(error)")
                    state.complaint = error.description
                }
                return nil
            }
        }
    }
}
