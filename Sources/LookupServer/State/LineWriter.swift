internal import Foundation
internal import Glibc
internal import Synchronization

/// Writes lines to an open file on a thread of its own: whoever says something never waits for who reads it.
///
/// Where the reader is too slow or gone, what there is no room for is left out, and counted.
package final class LineWriter: Sendable {
    private struct State {
        var waiting: [String] = []
        var bytes = 0
        var dropped = 0
        var isWriting = false
        /// Everything that was left out since the start.
        var allDropped = 0
    }

    private let descriptor: Int32
    private let capacity: Int
    private let lossNote: @Sendable (_ lines: Int) -> String?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - descriptor: Where to write; it stays open.
    ///   - capacity: Bytes of lines that may wait.
    ///   - lossNote: The line that says how many were left out before it.
    package init(
        _ descriptor: Int32, capacity: Int = 1 << 20,
        lossNote: @escaping @Sendable (_ lines: Int) -> String? = { _ in nil }
    ) {
        self.descriptor = descriptor
        self.capacity = capacity
        self.lossNote = lossNote
    }

    /// How many lines were left out since the start.
    package var dropped: Int { state.withLock { $0.allDropped } }

    /// Takes a line, with its end; at once, whatever becomes of it.
    package func write(_ line: String) {
        let needsThread = state.withLock { state -> Bool in
            guard state.bytes + line.utf8.count <= capacity else {
                state.dropped += 1
                state.allDropped += 1
                return false
            }
            if state.dropped > 0, let note = lossNote(state.dropped) {
                state.dropped = 0
                state.waiting.append(note)
                state.bytes += note.utf8.count
            }
            state.waiting.append(line)
            state.bytes += line.utf8.count
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if needsThread { Thread { [self] in work() }.start() }
    }

    /// Waits until everything is written, but no longer than that many milliseconds.
    package func drain(milliseconds: Int = 1000) {
        for _ in 0..<max(1, milliseconds / 5) {
            if state.withLock({ !$0.isWriting }) { return }
            usleep(5000)
        }
    }

    private func work() {
        while let lines = next() {
            for line in lines {
                put(Array(line.utf8))
                state.withLock { $0.bytes -= line.utf8.count }
            }
        }
    }

    private func next() -> [String]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            defer { state.waiting.removeAll() }
            return state.waiting
        }
    }

    /// Writes all, waiting as long as it takes; gives up where nobody can ever read it.
    private func put(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                state.withLock { $0.allDropped += 1 }
                return
            }
        }
    }
}

/// What a reader's end does to the process.
package enum Pipes {
    /// A reader that goes is an error of the write, and not the end of the process.
    package static func surviveReaders() { signal(SIGPIPE, SIG_IGN) }
}
