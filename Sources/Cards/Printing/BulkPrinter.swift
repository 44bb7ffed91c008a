internal import Foundation
package import Ledger
internal import QRSymbols
internal import Synchronization

/// Draws, proves and writes many cards into a folder aside, on all cores, in constant memory.
package struct BulkPrinter: Sendable {
    package var dotsPerInch: Int
    package var bleed: Bool
    package var flowcharts: (any FlowchartSource)?
    /// Threads; each has its own fonts, reader and pictures.
    package var workers: Int

    package init(
        dotsPerInch: Int, bleed: Bool, flowcharts: (any FlowchartSource)? = nil,
        workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.dotsPerInch = dotsPerInch
        self.bleed = bleed
        self.flowcharts = flowcharts
        self.workers = workers
    }

    private struct Progress {
        var next = 0
        var done = 0
        var records: [Int: PrintRecord] = [:]
        /// Cards that cannot be printed, by the index of their jobs: all are found in one run.
        var refused: [Int: CardError] = [:]
        /// What no card is to blame for, of the first job; nothing more is tried then.
        var failure: (index: Int, error: any Error)?
    }

    /// - Parameters:
    ///   - ready: Renderers that a print of one card takes.
    ///   - progress: Called with the number of finished cards, from any thread, one call at a time.
    /// - Returns: The records in the order of the jobs.
    /// - Throws: `RefusedCards` with every card that cannot be printed, or another error of the first job that failed;
    ///   nothing has then left the folder aside.
    package func print(
        _ jobs: [PrintJob], into staging: Staging, by ready: CompanionRenderer.Pair? = nil,
        progress report: @Sendable (Int) -> Void = { _ in }
    ) throws -> [PrintRecord] {
        let state = Mutex(Progress())
        @Sendable func work(with ready: CompanionRenderer.Pair?) {
            do {
                let renderer = try ready?.first ?? CardRenderer()
                renderer.flowcharts = flowcharts
                while let index = state.withLock({ Self.take(&$0, of: jobs.count) }) {
                    do {
                        let record = try print(
                            jobs[index], with: renderer, ready?.companion, into: staging)
                        state.withLock { state in
                            state.records[index] = record
                            state.done += 1
                            report(state.done)
                        }
                    } catch let error as CardError where error.card != nil {
                        state.withLock { $0.refused[index] = error }
                    } catch {
                        state.withLock { Self.fail(&$0, index, error) }
                    }
                }
            } catch {
                state.withLock { Self.fail(&$0, -1, error) }
            }
        }
        let threads = max(1, min(workers, jobs.count))
        if threads == 1 {
            work(with: workers > 1 ? ready : nil)
        } else {
            DispatchQueue.concurrentPerform(iterations: threads) { _ in work(with: nil) }
        }
        let result = state.withLock { (failure: $0.failure?.error, records: $0.records, refused: $0.refused) }
        if let failure = result.failure { throw failure }
        guard result.refused.isEmpty else {
            throw RefusedCards(result.refused.sorted { $0.key < $1.key }.map { (jobs[$0.key], $0.value) })
        }
        return jobs.indices.compactMap { result.records[$0] }
    }

    /// The next job that nobody has taken; nil when there is none or one has failed.
    private static func take(_ state: inout Progress, of count: Int) -> Int? {
        guard state.failure == nil, state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
    }

    private static func fail(_ state: inout Progress, _ index: Int, _ error: any Error) {
        if let failure = state.failure, failure.index <= index { return }
        state.failure = (index, error)
    }

    private func print(
        _ job: PrintJob, with renderer: CardRenderer, _ companion: CompanionRenderer?, into staging: Staging
    ) throws -> PrintRecord {
        let card = try renderer.render(
            job.content, design: job.design, dotsPerInch: dotsPerInch, bleed: bleed, companion: companion)
        var files: [PrintRecord.File] = []
        for side in card.sides {
            let name = job.fileName(side: side.name)
            try staging.write(side.png, named: name)
            files.append(.init(name: name, sha256: SHA256Digest(of: side.png).hex, bytes: side.png.count))
        }
        return PrintRecord(
            job: job, files: files, proved: card.sides.firstIndex { $0.png == card.proof.png } ?? 0,
            version: card.symbol.version, level: card.symbol.errorCorrection.letter, mask: card.symbol.mask,
            moduleMillimetres: (card.moduleSize * 1000).rounded() / 1000, margin: card.margin)
    }
}
