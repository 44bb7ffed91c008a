internal import Foundation

/// A part of a request target with its percent-encoding undone (RFC 3986 §2.1).
struct PercentDecoding {
    private let bytes: [UInt8]
    /// Whether every `%` was followed by two digits, and there are no characters that stand in no address.
    private let isClean: Bool

    init(_ text: Substring, plusIsSpace: Bool = false) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isClean = true
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2).compactMap(PercentDecoding.hexDigit)
                if digits.count == 2 {
                    bytes.append(digits[0] << 4 | digits[1])
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                    isClean = false
                }
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "#"):
                bytes.append(byte)
                isClean = false
            default: bytes.append(byte)
            }
        }
        self.bytes = bytes
        // Controls, encoded or not, stand in no address of ours.
        self.isClean = isClean && !bytes.contains { $0 < 0x20 || $0 == 0x7F }
    }

    /// The text; nil where it is none of UTF-8 (overlong and broken UTF-8 is no text), or not clean.
    var text: String? { isClean ? String(validating: bytes, as: UTF8.self) : nil }

    /// The text with U+FFFD for what cannot be read.
    var lenientText: String { String(decoding: bytes, as: UTF8.self) }

    /// The text where the bytes are Chinese in GBK (GB 18030 holds it); nil where they are not.
    var gbkText: String? { isClean ? String(bytes: bytes, encoding: PercentDecoding.gb18030) : nil }

    /// NSString's number for GB 18030: the bit of encodings that have no name of their own, and Core Foundation's number.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
