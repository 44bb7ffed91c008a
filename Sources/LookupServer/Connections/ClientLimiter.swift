// The compiler files the C structures of time under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import Synchronization

/// Counts what each client asks, in memory that a flood of addresses cannot fill.
final class ClientLimiter: Sendable {
    /// One client's allowance: a bucket of tokens that refills over time.
    ///
    /// It is held as the one moment at which it will be full again, so that nobody waits for a lock (a generic cell rate
    /// algorithm).
    final class Allowance: Sendable {
        /// Nanoseconds for one token; 0 for no limit.
        private let interval: Int
        /// Nanoseconds from empty to full.
        private let span: Int
        private let full = Atomic<Int>(0)
        private let connections = Atomic<Int>(0)

        fileprivate init(rate: Double, burst: Int) {
            // A token a day is as good as none; it keeps the numbers small.
            interval = rate > 0 ? Int(min(1_000_000_000 / rate, 86_400_000_000_000)) : 0
            span = interval * min(burst, 10_000)
        }

        /// One connection more; returns how many there are now.
        func enter() -> Int { connections.add(1, ordering: .relaxed).newValue }

        func leave() { connections.subtract(1, ordering: .relaxed) }

        /// Takes a token for one request; false where none is left.
        func take() -> Bool {
            guard interval > 0 else { return true }
            let now = ClientLimiter.nanoseconds
            var old = full.load(ordering: .relaxed)
            while true {
                let new = max(old, now) + interval
                guard new - now <= span else { return false }
                let result = full.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
                if result.exchanged { return true }
                old = result.original
            }
        }

        /// Whether nothing about this client need be remembered.
        fileprivate var isIdle: Bool {
            full.load(ordering: .relaxed) <= ClientLimiter.nanoseconds && connections.load(ordering: .relaxed) == 0
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
    fileprivate static var nanoseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
