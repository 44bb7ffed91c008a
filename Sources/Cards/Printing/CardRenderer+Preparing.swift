internal import Foundation
internal import Synchronization

extension CardRenderer {
    /// A renderer that is being made on a thread of its own, and loads what the first text needs, while the caller does
    /// something else that the print needs: a single card is finished a quarter sooner.
    package final class Preparation: Sendable {
        private let made = Mutex<CardRenderer?>(nil)
        private let isReady = DispatchSemaphore(value: 0)

        package init() {
            // Not one of the pool's threads, which has one for each core and needs them all for the guides.
            Thread.detachNewThread { [self] in
                made.withLock { made in
                    made = try? CardRenderer()
                    made?.loadTypeface()
                }
                isReady.signal()
            }
        }

        /// The renderer, once; nil where none could be made, which whoever makes the next one will say.
        package func finish() -> CardRenderer? {
            isReady.wait()
            defer { isReady.signal() }
            return made.withLock { $0.take() }
        }
    }
}
