internal import Foundation
internal import ServiceLifecycle
internal import Synchronization

/// Threads on which answers are made that are not ready, with those that wait for one: so many at most, and each client
/// in turn.
///
/// What accepts connections and answers codes runs on other threads, and waits for none of these.
final class WorkPool: Sendable {
    private struct State {
        var queue: FairQueue<ClientAddress, WorkJob>
        /// How many threads run; each ends when nothing waits.
        var threads = 0
    }

    private enum Adding {
        case full, queued
        case needsThread
    }

    /// How long what has begun may go on when the daemon is told to stop.
    private static let grace = DispatchTimeInterval.seconds(3)

    private let threads: Int
    /// Added to the threads' nice value: 0 for work that is as urgent as answering.
    private let niceness: Int32
    private let metrics: Metrics
    private let state: Mutex<State>

    init(threads: Int, capacity: Int, clientCapacity: Int, niceness: Int32 = 0, metrics: Metrics) {
        self.threads = threads
        self.niceness = niceness
        self.metrics = metrics
        state = Mutex(State(queue: FairQueue(capacity: capacity, clientCapacity: clientCapacity)))
    }

    /// Makes an answer on one of the threads.
    ///
    /// - Returns: What became of it: refused where too much waits, abandoned where nobody waits or the daemon stops.
    func run(_ job: WorkJob) async -> WorkJob.Outcome {
        guard add(job) else {
            metrics.workRefused()
            return .failure(.refused(.busy))
        }
        let outcome = await withGracefulShutdownHandler {
            await job.outcome()
        } onGracefulShutdown: {
            // Scans are answered to the last; other work that has not begun never does.
            if !job.isScan, self.remove(job) { return job.abandon() }
            DispatchQueue.global().asyncAfter(deadline: .now() + WorkPool.grace) { job.abandon() }
        }
        // Who hangs up leaves no place taken.
        _ = remove(job)
        if !job.isWanted { metrics.workAbandoned() }
        return outcome
    }

    private func add(_ job: WorkJob) -> Bool {
        let adding = state.withLock { state -> Adding in
            guard state.queue.add(job, of: job.client) else { return .full }
            guard state.threads < threads else { return .queued }
            state.threads += 1
            return .needsThread
        }
        if adding == .full { return false }
        metrics.workQueued(1)
        if adding == .needsThread { Thread { [self] in work() }.start() }
        return true
    }

    private func remove(_ job: WorkJob) -> Bool {
        let wasThere = state.withLock { $0.queue.remove(job, of: job.client) }
        if wasThere { metrics.workQueued(-1) }
        return wasThere
    }

    private func work() {
        if niceness > 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness) }
        while let job = next() { job.run() }
    }

    private func next() -> WorkJob? {
        let job = state.withLock { state -> WorkJob? in
            let job = state.queue.next()
            if job == nil { state.threads -= 1 }
            return job
        }
        if job != nil { metrics.workQueued(-1) }
        return job
    }
}

/// The threads of answers that are not ready: some for scans, which wait for nothing else, and some for the rest.
struct WorkPools {
    private let scans: WorkPool
    private let others: WorkPool

    init(_ limits: ServerLimits, metrics: Metrics) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        scans = WorkPool(
            threads: max(2, min(cores, 8)), capacity: limits.waitingScans, clientCapacity: limits.waitingScans / 4,
            metrics: metrics)
        // Beside those that answer they get what is left of the cores.
        others = WorkPool(
            threads: max(2, min(cores - 1, 8)), capacity: limits.waitingWork,
            clientCapacity: max(1, limits.waitingWork / 4), niceness: 10, metrics: metrics)
    }

    func pool(for cost: AnswerCost) -> WorkPool { cost.isScan ? scans : others }
}
