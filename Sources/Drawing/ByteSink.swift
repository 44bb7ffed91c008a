internal import CPangoCairo

/// Collects the bytes that Cairo hands out.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    static let append: cairo_write_func_t = { context, bytes, count in
        guard let context, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}
