internal import Foundation
internal import ScanRecords
internal import UnixSignals

/// Why the files are looked at again.
package enum ReloadTrigger: Sendable, Hashable, CaseIterable {
    /// The system says that something under the folders happened.
    case noticed
    /// The folders do not look as they did, whether the system said so or not.
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
    package static func all(watching folders: [String], since state: TreeFingerprint) -> PendingTriggers {
        PendingTriggers { triggers in
            let signals = Task {
                for await _ in await UnixSignalsSequence(trapping: .sighup) { triggers.add(.hangup) }
            }
            let watcher = FolderWatcher(
                folders: folders, since: state, onNotice: { triggers.add(.noticed) },
                onChange: { triggers.add(.changed) }, onNewDay: { triggers.add(.midnight) })
            watcher.start()
            return {
                signals.cancel()
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
    private let onNotice: @Sendable () -> Void
    private let onChange: @Sendable () -> Void
    private let onNewDay: @Sendable () -> Void
    private let isStopped = StopFlag()
    /// Off in tests of the polling.
    private let usesInotify: Bool

    /// - Parameters:
    ///   - onNotice: Called at once for what the system reports.
    ///   - onChange: Called when the folders look different from the last time.
    ///   - onNewDay: Called within a second of midnight in China, and when the clock was set to another day.
    init(
        folders: [String], since state: TreeFingerprint, usesInotify: Bool = true,
        onNotice: @escaping @Sendable () -> Void = {},
        onChange: @escaping @Sendable () -> Void, onNewDay: @escaping @Sendable () -> Void = {}
    ) {
        self.onNewDay = onNewDay
        self.onNotice = onNotice
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
        var sinceNotice = Int.max / 2
        var day = ChinaTime.now.day
        while !isStopped.isSet {
            // Asked four times a second: no timer that a sleeping machine or a clock that is set could lead astray.
            let today = ChinaTime.now.day
            if today != day {
                day = today
                onNewDay()
            }
            let step: Int32 = 250
            if let watch { _ = watch.wait(milliseconds: step) } else { usleep(useconds_t(step) * 1000) }
            sinceLook += Int(step)
            sinceNotice += Int(step)
            let report = watch?.report() ?? FileWatch.Report()
            if report.isStructural {
                // Folders may be new, or others behind the same names.
                watch = FileWatch(of: folders)
                sinceLook = Int.max / 2
            }
            if !report.isEmpty {
                onNotice()
                sinceNotice = 0
                // A flood of changes is one change.
                usleep(20_000)
            }
            // A big tree is not walked four times a second: as rarely as costs one core a hundredth part.
            let rest = watch == nil ? max(250, seen.fileCount / 4) : max(5000, seen.fileCount / 2)
            // While somebody edits, what they do is noticed; looking then would find just that, and loading everything
            // for it would make the next edit wait.
            guard sinceLook >= rest, sinceNotice >= rest || sinceLook >= 10 * rest else { continue }
            sinceLook = 0
            let now = TreeFingerprint(of: folders)
            guard now != seen else { continue }
            seen = now
            onChange()
        }
    }
}
