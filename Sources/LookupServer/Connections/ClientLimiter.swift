// The compiler files the C structures of time under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import Synchronization

/// Counts what each client asks, in memory that a flood of addresses cannot fill.
final class ClientLimiter: Sendable {
    /// One client's allowance: a bucket of tokens that refills over time.
    final class Allowance: Sendable {
        private struct State {
            var tokens: Double
            var refilled: Int
        }

        private let rate: Double
        private let burst: Double
        private let state: Mutex<State>
        private let connections = Atomic<Int>(0)

        fileprivate init(rate: Double, burst: Int) {
            self.rate = rate
            self.burst = Double(burst)
            state = Mutex(State(tokens: Double(burst), refilled: ClientLimiter.milliseconds))
        }

        /// One connection more; returns how many there are now.
        func enter() -> Int { connections.add(1, ordering: .relaxed).newValue }

        func leave() { connections.subtract(1, ordering: .relaxed) }

        /// Takes a token for one request; false where none is left.
        func take() -> Bool {
            guard rate > 0 else { return true }
            let now = ClientLimiter.milliseconds
            return state.withLock { state in
                refill(&state, at: now)
                guard state.tokens >= 1 else { return false }
                state.tokens -= 1
                return true
            }
        }

        /// Whether nothing about this client need be remembered.
        fileprivate var isIdle: Bool {
            let now = ClientLimiter.milliseconds
            let isFull = state.withLock { state in
                refill(&state, at: now)
                return state.tokens >= burst
            }
            return isFull && connections.load(ordering: .relaxed) == 0
        }

        private func refill(_ state: inout State, at now: Int) {
            state.tokens = min(burst, state.tokens + Double(max(0, now - state.refilled)) * rate / 1000)
            state.refilled = now
        }
    }

    /// Addresses remembered at once.
    private static let capacity = 65_536

    private let limits: ServerLimits
    private let clients = Mutex<[ClientAddress: Allowance]>([:])

    init(_ limits: ServerLimits) { self.limits = limits }

    func allowance(of client: ClientAddress) -> Allowance {
        clients.withLock { clients in
            if let known = clients[client] { return known }
            if clients.count >= ClientLimiter.capacity {
                clients = clients.filter { !$0.value.isIdle }
                // So many active addresses are a flood; forgetting all of them costs less than remembering.
                if clients.count >= ClientLimiter.capacity { clients.removeAll() }
            }
            let new = Allowance(rate: limits.requestsPerSecond, burst: limits.burst)
            clients[client] = new
            return new
        }
    }

    /// Of a clock that nobody sets; the coarse one, which costs no system call and is right to some milliseconds.
    fileprivate static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
