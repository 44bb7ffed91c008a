internal import Synchronization

/// Counts in memory until they are written: per code and hour, nothing about people.
///
/// Counting takes a lock for some ten nanoseconds and never waits for the disk.
package final class ScanTally: Sendable {
    /// What is counted at once, so that memory stays bounded while the disk is full.
    package struct Limits: Sendable {
        /// Pairs of a known code and an hour.
        package var scans = 500_000
        /// Different unknown codes; the rest is counted together.
        package var unknownCodes = 1000

        package init() {}
    }

    struct Slot: Hashable, Sendable {
        let code: String
        let time: ChinaTime
    }

    struct Counts: Sendable {
        var scans: [Slot: Int] = [:]
        var unknown: [Slot: Int] = [:]
        /// Counted, but given up because nothing more could be held.
        var dropped = 0

        var isEmpty: Bool { scans.isEmpty && unknown.isEmpty }
        var total: Int { scans.values.reduce(0, +) + unknown.values.reduce(0, +) }
    }

    /// Stands for all unknown codes beyond the limit.
    package static let otherCodes = "*"
    /// Stands for what is no code at all, or has a wrong check character.
    package static let unreadable = "?"

    private struct State {
        var counts = Counts()
        /// Counters in which something waits.
        var begun: [ScanCounter] = []
    }

    private let state = Mutex(State())
    private let limits: Limits
    private let now: @Sendable () -> ChinaTime

    package init(limits: Limits = Limits(), now: @escaping @Sendable () -> ChinaTime = { .now }) {
        self.limits = limits
        self.now = now
    }

    /// A code of ours was opened.
    package func record(_ code: String) {
        let slot = Slot(code: code, time: now())
        state.withLock { add(1, to: slot, in: &$0.counts) }
    }

    /// The same for somebody who counts often: with a counter of the code's own and the time at hand.
    package func record(_ counter: ScanCounter, at time: ChinaTime) {
        switch counter.add(time) {
        case .none: return
        case .began: state.withLock { $0.begun.append(counter) }
        case .ended(let time, let count):
            state.withLock { add(count, to: Slot(code: counter.code, time: time), in: &$0.counts) }
        }
    }

    /// A code that was never issued: forged, or damaged without its check character noticing.
    package func recordUnknown(_ code: String) {
        let time = now()
        state.withLock { addUnknown(1, Slot(code: code, time: time), in: &$0.counts) }
    }

    /// Something that is no code.
    package func recordUnreadable() {
        recordUnknown(ScanTally.unreadable)
    }

    /// How many counts wait to be written, and how many were given up.
    package var waiting: (count: Int, dropped: Int) {
        state.withLock { state in
            (state.counts.total + state.begun.reduce(0) { $0 + $1.waiting }, state.counts.dropped)
        }
    }

    /// Everything counted since the last time.
    func take() -> Counts {
        state.withLock { state in
            for counter in state.begun {
                let (time, count) = counter.drain()
                add(count, to: Slot(code: counter.code, time: time), in: &state.counts)
            }
            state.begun.removeAll(keepingCapacity: true)
            let taken = Counts(scans: state.counts.scans, unknown: state.counts.unknown)
            state.counts.scans.removeAll(keepingCapacity: true)
            state.counts.unknown.removeAll(keepingCapacity: true)
            return taken
        }
    }

    /// Takes back what could not be written.
    func putBack(_ taken: Counts) {
        state.withLock { state in
            for (slot, count) in taken.scans { add(count, to: slot, in: &state.counts) }
            for (slot, count) in taken.unknown { addUnknown(count, slot, in: &state.counts) }
        }
    }

    private func add(_ count: Int, to slot: Slot, in counts: inout Counts) {
        // Nearly always there is room, and one look into the table is enough.
        if counts.scans.count >= limits.scans, counts.scans[slot] == nil {
            counts.dropped += count
        } else {
            counts.scans[slot, default: 0] += count
        }
    }

    private func addUnknown(_ count: Int, _ slot: Slot, in counts: inout Counts) {
        if counts.unknown[slot] != nil || counts.unknown.count < limits.unknownCodes {
            counts.unknown[slot, default: 0] += count
            return
        }
        // One row an hour for the rest; after a year without a disk that is still bounded by the limit above.
        let other = Slot(code: ScanTally.otherCodes, time: slot.time)
        if counts.unknown[other] != nil || counts.unknown.count < limits.unknownCodes * 2 {
            counts.unknown[other, default: 0] += count
        } else {
            counts.dropped += count
        }
    }
}
