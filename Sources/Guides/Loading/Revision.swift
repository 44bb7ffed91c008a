internal import Synchronization

/// Numbers of readings: each reading of a file gets one that no other has while the program runs.
package enum Revision {
    private static let last = Atomic<Int>(0)

    static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
