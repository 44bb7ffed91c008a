internal import Hummingbird
internal import Synchronization

/// The making of one answer on a thread that works, and who waits for it.
final class WorkJob: Sendable {
    typealias Outcome = Result<Response, Deferral>

    private struct State {
        var outcome: Outcome?
        var waiting: CheckedContinuation<Outcome, Never>?
    }

    let client: ClientAddress
    /// Whether somebody who scanned a card waits.
    let isScan: Bool
    private let work: @Sendable (WorkJob) -> Outcome
    private let state = Mutex(State())
    private let isAbandoned = StopFlag()

    init(for client: ClientAddress, isScan: Bool, _ work: @escaping @Sendable (WorkJob) -> Outcome) {
        self.client = client
        self.isScan = isScan
        self.work = work
    }

    /// Whether somebody still waits; work that takes long looks now and then.
    var isWanted: Bool { !isAbandoned.isSet }

    /// Does it, if somebody still waits.
    func run() {
        guard isWanted else { return }
        end(work(self))
    }

    /// Nobody waits any more, or may any longer: what waits goes on at once, and what runs stops when it next looks.
    func abandon() {
        isAbandoned.set()
        end(.failure(.abandoned))
    }

    /// Only the first outcome counts.
    func end(_ outcome: Outcome) {
        let waiting = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            guard state.outcome == nil else { return nil }
            state.outcome = outcome
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: outcome)
    }

    /// Waits for the outcome; called once.
    func outcome() async -> Outcome {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Outcome? in
                if state.outcome == nil { state.waiting = continuation }
                return state.outcome
            }
            if let known { continuation.resume(returning: known) }
        }
    }
}

/// Goes down a connection's pipeline, or a stream's, when work for one of its answers begins: whoever sees it end tells
/// the job.
struct WorkBegun: Sendable {
    let job: WorkJob
}

/// The job that a connection or a stream waits for, if it does.
struct AwaitedWork {
    private var job: WorkJob?
    private var isInputClosed = false

    /// Takes note of an outbound event; false where it is not about work.
    mutating func note(_ event: Any) -> Bool {
        guard let begun = event as? WorkBegun else { return false }
        job = begun.job
        if isInputClosed { inputClosed() }
        return true
    }

    /// The answer is out.
    mutating func ended() { job = nil }

    /// The client will say nothing more.
    ///
    /// It may still listen, but most often it has hung up: until something is sent nobody can tell, and dear work is not
    /// done on that chance.
    mutating func inputClosed() {
        isInputClosed = true
        if job?.isScan == false { job?.abandon() }
    }

    /// The connection or the stream is no more.
    mutating func closed() {
        job?.abandon()
        job = nil
    }
}
