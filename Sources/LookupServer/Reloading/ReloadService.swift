internal import Diagnostics
internal import Drawing
internal import Foundation
package import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Keeps a site at the newest good state of its files.
///
/// A new state is loaded whole beside the old and takes its place in one step; a state with errors, or one that
/// changed while it was read, never does.
package struct ReloadService<Triggers: AsyncSequence & Sendable>: Service
where Triggers.Element == ReloadTrigger, Triggers.Failure == Never {
    private let site: LiveSite
    private let work: ReloadWork
    private let triggers: Triggers
    private let logger: Logger
    /// How long the files must be still before they are read, and how often that is looked at.
    private let quiet: Duration
    private let isOver = StopFlag()
    /// While files are read, making pages ahead waits: both want the same cores, and somebody looks at the screen.
    private let isReading = ReadingFlag()

    package init(
        _ site: LiveSite, _ work: ReloadWork, triggers: Triggers, quiet: Duration = .milliseconds(50), logger: Logger
    ) {
        self.site = site
        self.work = work
        self.triggers = triggers
        self.quiet = quiet
        self.logger = logger
    }

    package func run() async throws {
        defer { isOver.set() }
        fill()
        for await trigger in triggers.cancelOnGracefulShutdown() {
            switch trigger {
            case .hangup:
                work.announce(true)
                work.onHangup()
                work.journal.distrust()
            case .noticed:
                _ = work.journal.look()
                guard work.journal.hasNews else { continue }
            case .changed:
                // Mostly what was noticed and loaded already; else something that nobody noticed.
                _ = work.journal.look()
                if !work.journal.hasNews { work.journal.distrust() }
            case .midnight: break
            }
            await reload()
            if trigger == .hangup { work.announce(false) }
        }
    }

    /// Waits until the files are still, reads them, and again if they moved meanwhile.
    private func reload() async {
        var attempts = 0
        while !Task.isCancelled {
            attempts += 1
            repeat { await pause() } while work.journal.look() && !Task.isCancelled
            let changed = work.journal.changed
            // Loading keeps a core busy for a while: on a thread of its own, not on those that answer.
            isReading.set(true)
            let next = await withCheckedContinuation { continuation in
                Thread { continuation.resume(returning: prepare(changed)) }.start()
            }
            isReading.set(false)
            // What was read is one state only where nothing changed from before the first file to after the last.
            guard !work.journal.look() else {
                if attempts % 20 == 0 { logger.warning("指南文件一直在变，继续提供旧内容") }
                continue
            }
            work.journal.settle()
            return publish(next)
        }
    }

    /// Lets the quiet time pass: on a thread of its own, since tasks' timers hang on a clock that machines may set.
    private func pause() async {
        await withCheckedContinuation { continuation in
            Thread {
                usleep(useconds_t(quiet / .microseconds(1)))
                continuation.resume()
            }.start()
        }
    }

    /// Makes pages ahead on a thread of its own, the least urgent of all, until another state takes this one's place.
    private func fill() {
        let generation = site.generation
        Thread { [site, isOver, isReading] in
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
            site.snapshot.fill {
                while isReading.isSet, !isOver.isSet { usleep(5000) }
                return site.generation == generation && !isOver.isSet
            }
        }.start()
    }

    private enum Next: Sendable {
        case good(SiteSnapshot)
        case same
        case bad([LiveSite.Problem])
    }

    private func prepare(_ changed: Set<String>?) -> Next {
        let outcome = work.load(changed)
        guard let guidebook = outcome.guidebook else {
            return .bad(outcome.diagnostics.filter { $0.severity == .error }.map { LiveSite.Problem($0) })
        }
        let current = site.snapshot
        if !site.hasProblems, current.isSame(as: guidebook, outcome.cards) { return .same }
        do {
            return .good(try SiteSnapshot(guidebook, cards: outcome.cards, replacing: current))
        } catch {
            return .bad([LiveSite.Problem(file: "", line: nil, rule: "drawing", message: error.description)])
        }
    }

    private func publish(_ next: Next) {
        switch next {
        case .good(let snapshot):
            site.replace(with: snapshot)
            fill()
            logger.notice("已换上新内容", metadata: ["pages": "\(snapshot.pageCount)", "generation": "\(site.generation)"])
        case .same: logger.info("内容没有变")
        case .bad(let problems):
            site.refuse(problems)
            logger.error("指南文件有\(problems.count)个错误，继续提供旧内容；改正后自动换上")
            for problem in problems.prefix(20) {
                logger.error(
                    "\(problem.message)",
                    metadata: [
                        "file": "\(problem.file)", "line": "\(problem.line.map(String.init) ?? "")",
                        "rule": "\(problem.rule)",
                    ])
            }
        }
    }
}

/// Set while files are read.
private final class ReadingFlag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set(_ isReading: Bool) { value.store(isReading, ordering: .relaxed) }
}
