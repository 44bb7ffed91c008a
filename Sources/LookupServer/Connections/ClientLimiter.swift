// The compiler files the C structures of time under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import NIOCore
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
        /// As `full`, for new connections.
        private let connectionsFull = Atomic<Int>(0)
        /// Nanoseconds that pass until one of work is made up for; 0 for no limit.
        private let workCost: Int
        /// Nanoseconds from an empty allowance of work to a full one.
        private let workSpan: Int
        private let workFull = Atomic<Int>(0)

        fileprivate init(_ limits: ServerLimits) {
            let rate = limits.requestsPerSecond
            // A token a day is as good as none; it keeps the numbers small.
            interval = rate > 0 ? Int(min(1_000_000_000 / rate, 86_400_000_000_000)) : 0
            span = interval * min(limits.burst, 10_000)
            workCost = rate > 0 && limits.workShare > 0 ? Int(max(1, min(1 / limits.workShare, 1_000_000))) : 0
            workSpan = Int(limits.workSeconds * 1_000_000_000) * workCost
        }

        /// Takes a token for a new connection; they have as many as requests, and those of requests are not touched.
        func mayConnect() -> Bool { take(nanoseconds: interval, from: connectionsFull) }

        /// One connection more; returns how many there are now.
        func enter() -> Int { connections.add(1, ordering: .relaxed).newValue }

        func leave() { connections.subtract(1, ordering: .relaxed) }

        /// Takes a token for one request; false where none is left.
        func take() -> Bool { take(nanoseconds: interval, from: full) }

        /// Takes what an answer costs beyond the token of its request; false where there is not so much left.
        ///
        /// What costs more than a whole allowance costs a whole one.
        func takeRest(of cost: AnswerCost) -> Bool {
            take(nanoseconds: min(interval * (cost.scans - 1), span - interval), from: full)
        }

        /// Whether more work may begin for this client.
        func mayWork() -> Bool {
            workCost == 0 || workFull.load(ordering: .relaxed) - ClientLimiter.nanoseconds <= workSpan
        }

        /// Does work and counts the time that it keeps a core busy; it is known only afterwards, so that the last work
        /// may take more than there was.
        func spending<Value>(_ work: () -> Value) -> Value {
            let start = ClientLimiter.threadNanoseconds
            defer { spend(ClientLimiter.threadNanoseconds - start) }
            return work()
        }

        private func spend(_ nanoseconds: Int) {
            // More than an hour is as good as one.
            let cost = min(nanoseconds * workCost, 3_600_000_000_000)
            var old = workFull.load(ordering: .relaxed)
            while cost > 0 {
                let new = max(old, ClientLimiter.nanoseconds) + cost
                let result = workFull.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
                if result.exchanged { return }
                old = result.original
            }
        }

        private func take(nanoseconds cost: Int, from full: borrowing Atomic<Int>) -> Bool {
            guard interval > 0 else { return true }
            let now = ClientLimiter.nanoseconds
            var old = full.load(ordering: .relaxed)
            while true {
                let new = max(old, now) + cost
                guard new - now <= span else { return false }
                let result = full.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
                if result.exchanged { return true }
                old = result.original
            }
        }

        /// Whether less is lost by forgetting this client than another.
        fileprivate func isNearerIdle(than other: Allowance) -> Bool {
            // Whoever still owes for work is remembered: a flood of addresses must not wipe that out.
            let (owed, owes) = (workFull.load(ordering: .relaxed), other.workFull.load(ordering: .relaxed))
            let now = ClientLimiter.nanoseconds
            if (owed > now) != (owes > now) { return owes > now }
            let (mine, theirs) = (connections.load(ordering: .relaxed), other.connections.load(ordering: .relaxed))
            return (min(mine, 1), full.load(ordering: .relaxed)) < (min(theirs, 1), other.full.load(ordering: .relaxed))
        }

        /// Whether nothing about this client need be remembered.
        fileprivate var isIdle: Bool {
            let now = ClientLimiter.nanoseconds
            return full.load(ordering: .relaxed) <= now && workFull.load(ordering: .relaxed) <= now
                && connections.load(ordering: .relaxed) == 0
        }
    }

    /// Addresses remembered at once.
    static let capacity = 65_536
    /// How many are looked at for one that can be forgotten.
    private static let looks = 8

    /// The clients in a ring, with a hand that goes round it: to find room for a newcomer takes the same time however many
    /// there are.
    private struct Clients {
        var places: [ClientAddress: Int] = [:]
        var ring: [(client: ClientAddress, allowance: Allowance)] = []
        var hand = 0

        /// A place to write over: the first at the hand of whom nothing need be remembered, or else of those looked at
        /// the one who has the most of the allowance left.
        mutating func placeToReuse() -> Int {
            var best = hand
            for _ in 0..<ClientLimiter.looks {
                let place = hand
                hand = (hand + 1) % ring.count
                if ring[place].allowance.isIdle { return place }
                if ring[place].allowance.isNearerIdle(than: ring[best].allowance) { best = place }
            }
            return best
        }
    }

    private let limits: ServerLimits
    private let clients = Mutex(Clients())
    /// Tells the operator of proxies, where there is a log.
    let proxies: ProxyWarnings?

    init(_ limits: ServerLimits, proxies: ProxyWarnings? = nil) {
        self.limits = limits
        self.proxies = proxies
    }

    func allowance(of client: ClientAddress) -> Allowance {
        clients.withLock { clients in
            if let place = clients.places[client] { return clients.ring[place].allowance }
            let new = Allowance(limits)
            if clients.ring.count < ClientLimiter.capacity {
                clients.places[client] = clients.ring.count
                clients.ring.append((client, new))
            } else {
                let place = clients.placeToReuse()
                clients.places[clients.ring[place].client] = nil
                clients.places[client] = place
                clients.ring[place] = (client, new)
            }
            return new
        }
    }

    /// The client of a request, by who is connected and what trusted proxies say.
    ///
    /// - Parameter forwarded: The values of `X-Forwarded-For` in their order.
    func client(_ peer: SocketAddress?, forwarded: [String]) -> ClientAddress {
        if !forwarded.isEmpty, limits.trustedProxies.isEmpty { proxies?.untrusted(peer) }
        let found = ClientAddress.behindProxies(peer, forwarded: forwarded, trusting: limits.trustedProxies)
        if let unreadable = found.unreadable { proxies?.unreadable(unreadable) }
        return found.client
    }

    /// Of a clock that nobody sets; the coarse one, which costs no system call and is right to some milliseconds.
    fileprivate static var nanoseconds: Int { nanoseconds(CLOCK_MONOTONIC_COARSE) }

    /// Of the time that this thread has kept a core busy.
    fileprivate static var threadNanoseconds: Int { nanoseconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func nanoseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
