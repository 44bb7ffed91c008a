internal import Synchronization

/// Triggers that wait to be taken: each kind once, however often it came, and none is lost while a reload takes long.
///
/// For one reader.
package struct PendingTriggers: AsyncSequence, Sendable {
    /// Where triggers are put in.
    package final class Inlet: Sendable {
        private let waiting = Mutex<Set<ReloadTrigger>>([])
        private let wake: AsyncStream<Void>.Continuation

        fileprivate init(waking wake: AsyncStream<Void>.Continuation) { self.wake = wake }

        package func add(_ trigger: ReloadTrigger) {
            waiting.withLock { _ = $0.insert(trigger) }
            wake.yield()
        }

        /// Whether nothing waits.
        package var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

        /// What was asked for first of all, then what is nearest to being known.
        fileprivate func next() -> ReloadTrigger? {
            waiting.withLock { waiting in
                [ReloadTrigger.hangup, .midnight, .changed, .noticed].first { waiting.remove($0) != nil }
            }
        }
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let inlet: Inlet
        fileprivate var wakes: AsyncStream<Void>.AsyncIterator

        package mutating func next() async -> ReloadTrigger? { await next(isolation: #isolation) }

        package mutating func next(isolation actor: isolated (any Actor)?) async -> ReloadTrigger? {
            while true {
                if let trigger = inlet.next() { return trigger }
                guard await wakes.next(isolation: actor) != nil else { return nil }
            }
        }
    }

    private let inlet: Inlet
    private let wakes: AsyncStream<Void>

    /// - Parameter start: Begins to put triggers in; returns what ends that.
    package init(_ start: (Inlet) -> @Sendable () -> Void) {
        // One wake is enough for all that wait.
        let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        inlet = Inlet(waking: wake)
        self.wakes = wakes
        let stop = start(inlet)
        wake.onTermination = { _ in stop() }
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(inlet: inlet, wakes: wakes.makeAsyncIterator())
    }
}
