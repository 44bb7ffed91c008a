package import Guides

/// The five characters of a code as one number.
package struct CodeKey: Hashable, Sendable {
    fileprivate let number: UInt64

    package init(_ code: ShortCode) {
        number = CodeKey.number(code.text.utf8)
    }

    /// Nil where a request's target is not exactly as cards are printed with it: `/c/4K7MX`.
    package init?(target: String) {
        guard target.utf8.count == 8 else { return nil }
        self.init(target: CodeKey.number(target.utf8))
    }

    /// The same for a target of eight bytes as one number.
    init?(target: UInt64) {
        // The address begins with `PageAddress.codePrefix`, `/c/` in ASCII; the rest is the code.
        guard target >> 40 == 0x2F_632F else { return nil }
        number = target & 0xFF_FFFF_FFFF
    }

    /// Numbers that lie close together become places that do not.
    func place(in count: Int) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) % count
    }

    private static func number(_ bytes: String.UTF8View) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// What stands behind each code, found in the same time however many there are.
package struct CodeTable<Value: Sendable>: Sendable {
    private var values: [UInt64: Value]

    package init(_ codes: some Collection<ShortCode>, _ value: (ShortCode) -> Value) {
        values = Dictionary(minimumCapacity: codes.count)
        for code in codes { values[CodeKey(code).number] = value(code) }
    }

    package subscript(code: ShortCode) -> Value? { values[CodeKey(code).number] }

    package subscript(key: CodeKey) -> Value? { values[key.number] }

    /// By a request's target exactly as cards are printed with it.
    package func value(at target: String) -> Value? { CodeKey(target: target).flatMap { self[$0] } }

    package var count: Int { values.count }

    /// The addresses of all codes, in no order.
    package var paths: [String] {
        values.keys.map { key in
            PageAddress.codePrefix
                + String(
                    decoding: stride(from: 32, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> UInt64($0)) },
                    as: UTF8.self)
        }
    }
}
