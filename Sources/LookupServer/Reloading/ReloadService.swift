internal import Diagnostics
internal import Drawing
internal import Foundation
package import Logging
internal import ServiceLifecycle

/// Keeps a site at the newest good state of its files.
///
/// A new state is loaded whole beside the old and takes its place in one step; a state with errors, or one that
/// changed while it was read, never does.
package struct ReloadService<Triggers: AsyncSequence & Sendable>: Service where Triggers.Element == ReloadTrigger, Triggers.Failure == Never {
    private let site: LiveSite
    private let work: ReloadWork
    private let triggers: Triggers
    private let logger: Logger
    /// How long the files must be still before they are read, and how often that is looked at.
    private let quiet: Duration

    package init(
        _ site: LiveSite, _ work: ReloadWork, triggers: Triggers, quiet: Duration = .milliseconds(80), logger: Logger
    ) {
        self.site = site
        self.work = work
        self.triggers = triggers
        self.quiet = quiet
        self.logger = logger
    }

    package func run() async throws {
        for await trigger in triggers.cancelOnGracefulShutdown() {
            if trigger == .hangup {
                work.announce(true)
                work.onHangup()
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
            var before = TreeFingerprint(of: work.folders)
            while !Task.isCancelled {
                try? await Task.sleep(for: quiet)
                let now = TreeFingerprint(of: work.folders)
                if now == before { break }
                before = now
            }
            // Loading keeps a core busy for a while: on a thread of its own, not on those that answer.
            let next = await withCheckedContinuation { continuation in
                Thread { continuation.resume(returning: prepare()) }.start()
            }
            // What was read is one state only where nothing changed from before the first file to after the last.
            guard TreeFingerprint(of: work.folders) == before else {
                if attempts % 20 == 0 { logger.warning("指南文件一直在变，继续提供旧内容") }
                continue
            }
            return publish(next)
        }
    }

    private enum Next: Sendable {
        case good(SiteSnapshot)
        case bad([LiveSite.Problem])
    }

    private func prepare() -> Next {
        let outcome = work.load()
        guard let guidebook = outcome.guidebook else {
            return .bad(outcome.diagnostics.filter { $0.severity == .error }.map { LiveSite.Problem($0) })
        }
        do {
            return .good(try SiteSnapshot(guidebook, cards: outcome.cards, replacing: site.snapshot))
        } catch {
            return .bad([LiveSite.Problem(file: "", line: nil, rule: "drawing", message: error.description)])
        }
    }

    private func publish(_ next: Next) {
        switch next {
        case .good(let snapshot):
            site.replace(with: snapshot)
            logger.notice("已换上新内容", metadata: ["pages": "\(snapshot.pageCount)", "generation": "\(site.generation)"])
        case .bad(let problems):
            site.refuse(problems)
            logger.error("指南文件有\(problems.count)个错误，继续提供旧内容；改正后自动换上")
            for problem in problems.prefix(20) {
                logger.error("\(problem.message)", metadata: [
                    "file": "\(problem.file)", "line": "\(problem.line.map(String.init) ?? "")", "rule": "\(problem.rule)",
                ])
            }
        }
    }
}
