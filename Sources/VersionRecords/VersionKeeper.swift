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
    package var versions: [PublishedVersion] { attempt { try $0.all() } ?? [] }

    /// The kept version of one file.
    package func version(named name: String) -> [UInt8]? { attempt { try $0.version(named: name) } ?? nil }

    /// Keeps what the loader serves now and did not before.
    package func keep(_ loader: GuideLoader) {
        guard let changes = loader.unsavedVersions() else { return }
        if attempt({ try $0.keep(changes) }) != nil { loader.noteSaved(changes) }
    }

    /// Keeps a file that is no guide and no card.
    package func keep(_ name: String, _ bytes: [UInt8]) {
        _ = attempt { try $0.keep(VersionChanges(changed: [PublishedVersion(name: name, bytes: bytes)])) }
    }

    private func attempt<Value>(_ work: (VersionDatabase) throws(VersionStorageError) -> Value) -> Value? {
        state.withLock { state in
            do throws(VersionStorageError) {
                let database = try state.database ?? VersionDatabase(path: path)
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
