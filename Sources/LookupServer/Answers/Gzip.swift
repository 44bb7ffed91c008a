internal import CZlib

/// Compresses bodies once, when pages are made (RFC 1952).
enum Gzip {
    /// The gzip of some bytes at the best compression; nil where zlib has no memory.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window and 16 for a gzip header, which holds no time: the same bytes always give the same bytes.
        let status = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let bound = Int(deflateBound(&stream, UInt(input.count)))
        return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            var isDone = false
            let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = bound - Int(stream.avail_out)
            }
            return isDone ? output : nil
        }
    }

    /// What some gzip was made from; nil where it is damaged.
    ///
    /// - Parameter length: How many bytes that were.
    static func expand(_ bytes: UnsafeRawBufferPointer, length: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = Array(bytes)
        return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            var isDone = false
            let output = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(length)
                isDone = inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = length - Int(stream.avail_out)
            }
            return isDone && output.count == length ? output : nil
        }
    }
}
