internal import Foundation

extension String {
    /// Whether both are the same bytes: what `==` asks after normalizing both, which no key and no reference needs.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return other.utf8.withContiguousStorageIfAvailable { hasBytes($0) } ?? utf8.elementsEqual(other.utf8)
    }

    /// Whether it is these bytes.
    func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        utf8.withContiguousStorageIfAvailable { own in
            guard own.count == bytes.count else { return false }
            guard let left = UnsafeRawPointer(own.baseAddress), let right = UnsafeRawPointer(bytes.baseAddress) else {
                return true
            }
            guard own.count >= 8 else { return memcmp(left, right, own.count) == 0 }
            // Keys are mostly four characters, twelve bytes: the first eight and the last eight are all there is.
            let last = own.count - 8
            guard
                left.loadUnaligned(as: UInt64.self) == right.loadUnaligned(as: UInt64.self),
                left.loadUnaligned(fromByteOffset: last, as: UInt64.self)
                    == right.loadUnaligned(fromByteOffset: last, as: UInt64.self)
            else { return false }
            return own.count <= 16 || left == right || memcmp(left, right, own.count) == 0
        } ?? utf8.elementsEqual(bytes)
    }

    /// Whether a byte stands somewhere in these.
    func hasByte(_ byte: Unicode.Scalar) -> Bool {
        utf8.withContiguousStorageIfAvailable { own in
            guard let start = own.baseAddress else { return false }
            return memchr(start, Int32(byte.value), own.count) != nil
        } ?? unicodeScalars.contains(byte)
    }

    /// Whether the bytes of `word` stand somewhere in these.
    func hasBytes(of word: String) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { own in
            word.utf8.withContiguousStorageIfAvailable { wanted -> Bool in
                guard let sought = wanted.baseAddress, let first = wanted.first else { return true }
                guard var place = own.baseAddress else { return false }
                let end = place + own.count
                while let hit = memchr(place, Int32(first), end - place) {
                    let start = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self))
                    guard end - start >= wanted.count else { return false }
                    if memcmp(start, sought, wanted.count) == 0 { return true }
                    place = start + 1
                }
                return false
            }
        }
        return (found ?? nil) ?? contains(word)
    }
}

/// A word that is found again by its bytes: Swift hashes a Chinese string by its normal form, which takes ten times as
/// long, and a tree has millions of references.
struct ByteKey: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteKey, right: ByteKey) -> Bool { left.text.hasSameBytes(as: right.text) }

    func hash(into hasher: inout Hasher) {
        text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
