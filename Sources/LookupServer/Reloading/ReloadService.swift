internal import Diagnostics
internal import Drawing
internal import Foundation
package import Logging
internal import Publication
internal import ServiceLifecycle
internal import Synchronization

/// Keeps a site at the newest good state of its files.
///
/// A new state is loaded whole beside the old and takes its place in one step. Files with errors stay in it as they
/// were; a state that changed while it was read never takes the place.
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
        if !site.problems.isEmpty { say(site.problems) }
        keep()
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
            work.announce(false)
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
        case good(SiteSnapshot, [LiveSite.Problem])
        /// What is served stays as it is.
        case same([LiveSite.Problem])
        case bad([LiveSite.Problem])
    }

    private func prepare(_ changed: Set<String>?) -> Next {
        let outcome = work.load(changed)
        let problems = outcome.problems
        guard let guidebook = outcome.guidebook else { return .bad(problems) }
        let current = site.snapshot
        if current.isSame(as: guidebook, outcome.cards) {
            return .same(problems + work.chartProblems(current.publication))
        }
        do {
            let next = try Publication(guidebook, cards: outcome.cards, replacing: current.publication)
            return .good(SiteSnapshot(next, replacing: current), problems + work.chartProblems(next))
        } catch {
            return .bad(problems + [LiveSite.Problem(file: "", line: nil, rule: "drawing", message: error.description)])
        }
    }

    private func publish(_ next: Next) {
        let before = site.problems
        switch next {
        case .good(let snapshot, let problems):
            site.replace(with: snapshot, problems: problems)
            fill()
            logger.notice("已换上新内容", metadata: ["pages": "\(snapshot.pageCount)", "generation": "\(site.generation)"])
        case .same(let problems):
            logger.info("内容没有变")
            site.refuse(problems)
        case .bad(let problems): site.refuse(problems)
        }
        // What was said already need not be said at every save of another file.
        if site.problems != before { say(site.problems) }
        keep()
    }

    private func say(_ problems: [LiveSite.Problem]) {
        let files = Set(problems.filter(\.isError).map(\.file)).count
        if files > 0 { logger.error("\(files)个文件有错误，改好以前继续提供它们以前的内容；其余的已经换上") }
        for problem in LiveSite.Problem.leading(problems, upTo: 50) {
            logger.log(level: problem.isError ? .error : .warning, problem)
        }
    }

    /// Keeps for the next start what is served now, on a thread of its own: whoever edits need not wait for a disk.
    private func keep() {
        Thread { [work] in
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
            work.keep()
        }.start()
    }
}

extension Logger {
    fileprivate func log(level: Logger.Level, _ problem: LiveSite.Problem) {
        log(
            level: level, "\(problem.message)",
            metadata: [
                "file": "\(problem.file)", "line": "\(problem.line.map(String.init) ?? "")", "rule": "\(problem.rule)",
            ])
    }
}

/// Set while files are read.
private final class ReadingFlag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set(_ isReading: Bool) { value.store(isReading, ordering: .relaxed) }
}
