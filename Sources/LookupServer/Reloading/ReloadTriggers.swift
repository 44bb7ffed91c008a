internal import Foundation
internal import ScanRecords
internal import UnixSignals

/// Why the files are looked at again.
package enum ReloadTrigger: Sendable, Hashable {
    /// Something under the folders may have changed.
    case changed
    /// SIGHUP: somebody asks for it, whatever the files look like.
    case hangup
    /// A new day in China: policies expire, reviews fall due.
    case midnight
}

/// Where triggers come from: the file system, a signal and the clock.
package enum ReloadTriggers {
    /// All of them as one sequence, which ends with its task.
    ///
    /// - Parameter state: What the folders looked like before they were loaded; a change since then is one already.
    package static func all(watching folders: [String], since state: TreeFingerprint) -> AsyncStream<ReloadTrigger> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            let signals = Task {
                for await _ in await UnixSignalsSequence(trapping: .sighup) { continuation.yield(.hangup) }
            }
            let days = Task {
                while !Task.isCancelled {
                    let seconds = ChinaTime.secondsToMidnight(after: ChinaTime.unixSeconds)
                    // In steps, for a machine that sleeps or whose clock is set; the second after midnight is the new day.
                    if seconds > 60 {
                        try? await Task.sleep(for: .seconds(min(seconds - 30, 600)))
                    } else {
                        try? await Task.sleep(for: .seconds(seconds + 1))
                        continuation.yield(.midnight)
                    }
                }
            }
            let watcher = FolderWatcher(folders: folders, since: state) { continuation.yield(.changed) }
            watcher.start()
            continuation.onTermination = { _ in
                signals.cancel()
                days.cancel()
                watcher.stop()
            }
        }
    }
}

/// Looks after folders on a thread of its own: by inotify, by asking now and then where that cannot be had, and by
/// asking from time to time in any case, for file systems whose changes inotify does not see.
final class FolderWatcher: Sendable {
    private let folders: [String]
    private let state: TreeFingerprint
    private let onChange: @Sendable () -> Void
    private let isStopped = StopFlag()
    /// Off in tests of the polling.
    private let usesInotify: Bool

    init(folders: [String], since state: TreeFingerprint, usesInotify: Bool = true, onChange: @escaping @Sendable () -> Void) {
        self.folders = folders
        self.state = state
        self.usesInotify = usesInotify
        self.onChange = onChange
    }

    func start() {
        let thread = Thread { [self] in watch() }
        thread.name = "file watch"
        thread.start()
    }

    func stop() { isStopped.set() }

    private func watch() {
        var seen = state
        var watch = usesInotify ? FileWatch(of: folders) : nil
        // Between the loading and the first watch something may have happened.
        var sinceLook = Int.max / 2
        while !isStopped.isSet {
            let step: Int32 = 250
            var isHinted = false
            if let watch { isHinted = watch.wait(milliseconds: step) } else { usleep(useconds_t(step) * 1000) }
            sinceLook += Int(step)
            // A big tree is not walked four times a second: as rarely as costs one core a hundredth part.
            let rest = watch == nil ? max(250, seen.fileCount / 4) : 5000
            guard isHinted || sinceLook >= rest else { continue }
            // A flood of changes is one change.
            if isHinted { usleep(20_000) }
            sinceLook = 0
            let now = TreeFingerprint(of: folders)
            guard now != seen else { continue }
            seen = now
            // Folders may be new, or others behind the same names; what happened in them before the new watch, the
            // next look finds.
            if usesInotify {
                watch = FileWatch(of: folders)
                sinceLook = Int.max / 2
            }
            onChange()
        }
    }
}
