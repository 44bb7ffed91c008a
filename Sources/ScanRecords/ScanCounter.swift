internal import Synchronization

/// One code's scans that wait to be taken into a tally, and the hour they were made in.
///
/// Counting exchanges one number: no lock, no hashing, whoever else counts the same code.
package final class ScanCounter: Sendable {
    /// What else one scan brings about.
    enum Effect {
        case none
        /// The first one since the last drain: somebody must come for it.
        case began
        /// An hour is over; these are its scans.
        case ended(ChinaTime, Int)
    }

    package let code: String
    /// The hour in the upper half, how many scans in the lower; 0 while none waits.
    private let state = Atomic<UInt64>(0)

    package init(_ code: String) { self.code = code }

    func add(_ time: ChinaTime) -> Effect {
        let hour = UInt64(UInt32(truncatingIfNeeded: time.hours)) << 32
        var old = state.load(ordering: .relaxed)
        while true {
            let new = old >> 32 == hour >> 32 ? old + 1 : hour + 1
            let result = state.weakCompareExchange(
                expected: old, desired: old == 0 ? hour + 1 : new, ordering: .relaxed)
            if result.exchanged { break }
            old = result.original
        }
        guard old != 0 else { return .began }
        return old >> 32 == hour >> 32 ? .none : .ended(ScanCounter.hour(of: old), ScanCounter.count(of: old))
    }

    /// How many wait.
    var waiting: Int { ScanCounter.count(of: state.load(ordering: .relaxed)) }

    /// Takes what waits.
    func drain() -> (time: ChinaTime, count: Int) {
        let old = state.exchange(0, ordering: .relaxed)
        return (ScanCounter.hour(of: old), ScanCounter.count(of: old))
    }

    private static func hour(of state: UInt64) -> ChinaTime {
        ChinaTime(hours: Int(Int32(truncatingIfNeeded: state >> 32)))
    }

    private static func count(of state: UInt64) -> Int { Int(state & 0xFFFF_FFFF) }
}
