package import Guides

/// What stands behind each code, found in the same time however many there are.
package struct CodeTable<Value: Sendable>: Sendable {
    /// By the five characters of the code as one number.
    private var values: [UInt64: Value]

    package init(_ codes: some Collection<ShortCode>, _ value: (ShortCode) -> Value) {
        values = Dictionary(minimumCapacity: codes.count)
        for code in codes { values[CodeTable.key(code.text.utf8)] = value(code) }
    }

    package subscript(code: ShortCode) -> Value? { values[CodeTable.key(code.text.utf8)] }

    /// By a request's target exactly as cards are printed with it: `/c/4K7MX`.
    package func value(at target: String) -> Value? {
        let bytes = target.utf8
        guard bytes.count == 8 else { return nil }
        let key = CodeTable.key(bytes)
        // The address begins with `/c/`; the rest is the code.
        guard key >> 40 == 0x2F_632F else { return nil }
        return values[key & 0xFF_FFFF_FFFF]
    }

    package var count: Int { values.count }

    /// The addresses of all codes, in no order.
    package var paths: [String] {
        values.keys.map { key in
            "/c/"
                + String(
                    decoding: stride(from: 32, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> UInt64($0)) },
                    as: UTF8.self)
        }
    }

    private static func key(_ bytes: String.UTF8View) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
