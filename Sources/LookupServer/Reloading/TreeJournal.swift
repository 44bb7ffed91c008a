internal import Synchronization

/// What happened to some folders since they were loaded: which files must be looked at again, and whether all is still.
///
/// Where inotify works it is known file by file. Where it does not, or something happened that it did not see, the
/// fingerprint of the whole tree decides, and any file may have changed.
final class TreeJournal: Sendable {
    private struct State {
        var watch: FileWatch?
        /// Nil while the watch is trusted.
        var fingerprint: TreeFingerprint?
        var changed: Set<String> = []
        var isAny = false
    }

    private let folders: [String]
    private let state: Mutex<State>

    init(of folders: [String]) {
        self.folders = folders
        state = Mutex(State(watch: FileWatch(of: folders)))
    }

    /// Takes note of what happened; true where anything did since the last look.
    func look() -> Bool {
        state.withLock { state in
            let report = state.watch?.report()
            if let report {
                state.changed.formUnion(report.paths)
                if report.isStructural {
                    state.isAny = true
                    // Watched before anything is read, so that nothing is missed in between.
                    state.watch = FileWatch(of: folders)
                }
            }
            guard state.watch == nil || state.fingerprint != nil else { return report?.isEmpty == false }
            let now = TreeFingerprint(of: folders)
            let isOther = now != state.fingerprint
            state.fingerprint = now
            state.isAny = true
            return isOther || report?.isEmpty == false
        }
    }

    /// Something happened that was not seen here: until the next load is done, the fingerprint decides.
    func distrust() {
        let now = TreeFingerprint(of: folders)
        state.withLock { state in
            state.fingerprint = now
            state.isAny = true
        }
    }

    /// Whether anything happened that was not loaded yet, as far as was looked.
    var hasNews: Bool { state.withLock { $0.isAny || !$0.changed.isEmpty } }

    /// The paths of what may have changed; nil where anything may.
    var changed: Set<String>? { state.withLock { $0.isAny ? nil : $0.changed } }

    /// Everything up to the last look is loaded.
    func settle() {
        state.withLock { state in
            state.changed = []
            state.isAny = state.watch == nil
            if state.watch != nil { state.fingerprint = nil }
        }
    }
}
