internal import Dispatch
internal import Synchronization

/// Maps on all cores, for the work of loading.
enum ParallelMap {
    /// The results in the order of the elements.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        // Pieces small enough that a few big pages do not leave a core idle, large enough that the lock costs nothing.
        let size = max(1, min(64, elements.count / 16))
        let pieces = stride(from: 0, to: elements.count, by: size).map { $0..<min($0 + size, elements.count) }
        let results = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
            let mapped = elements[pieces[index]].map(transform)
            results.withLock { $0[index] = mapped }
        }
        return results.withLock { results in pieces.indices.flatMap { results[$0] ?? [] } }
    }
}
