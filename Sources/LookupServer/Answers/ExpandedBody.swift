internal import NIOCore
internal import Synchronization

/// What a gzipped body was made from: expanded when somebody asks for it, and shared by all who ask while it is known.
///
/// Few ask for it, and it is four times as large: only the newest ones are kept. Without sharing, clients that read
/// nothing would each hold a copy.
final class ExpandedBody: Sendable {
    /// Bytes of all expanded bodies that are kept.
    static let capacity = 16 << 20

    private struct Recent {
        var bodies: [ExpandedBody] = []
        var bytes = 0
    }

    private static let recent = Mutex(Recent())

    /// How many bytes it has.
    let length: Int
    private let gzipped: ByteBuffer
    private let known = Mutex<ByteBuffer?>(nil)

    init(behind gzipped: ByteBuffer, length: Int) {
        self.gzipped = gzipped
        self.length = length
    }

    /// Nil where there is no memory to expand it: nobody must take an empty body for the page.
    var bytes: ByteBuffer? {
        let (bytes, isNew) = known.withLock { known -> (ByteBuffer?, Bool) in
            if let known { return (known, false) }
            known = gzipped.withUnsafeReadableBytes { Gzip.expand($0, length: length) }.map { ByteBuffer(bytes: $0) }
            return (known, known != nil)
        }
        if isNew { ExpandedBody.keep(self) }
        return bytes
    }

    /// Takes a place among those that are kept, of those that were expanded longest ago.
    private static func keep(_ body: ExpandedBody) {
        let old = recent.withLock { recent -> ArraySlice<ExpandedBody> in
            recent.bodies.append(body)
            recent.bytes += body.length
            var count = 0
            while recent.bytes > capacity, count < recent.bodies.count {
                recent.bytes -= recent.bodies[count].length
                count += 1
            }
            defer { recent.bodies.removeFirst(count) }
            return recent.bodies.prefix(count)
        }
        for body in old { body.known.withLock { $0 = nil } }
    }
}
