internal import Foundation
internal import Synchronization

/// Something that is made on a thread of its own while this thread goes on.
///
/// For a single card, which leaves a core idle; many cards keep all of them busy by themselves.
package final class Aside<Value>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    package init(_ make: @escaping @Sendable () -> sending Value) {
        // Not one of the pool's threads: there is one for each core, and who waits for this one may be among them.
        Thread.detachNewThread { [self] in
            made.withLock { $0 = make() }
            isDone.signal()
        }
    }

    /// Waits for it and hands it over; nil where it was handed over before.
    package func finish() -> sending Value? {
        isDone.wait()
        defer { isDone.signal() }
        return made.withLock { $0.take() }
    }
}
