/// One pass over a file's bytes, eight at a time, by which nearly every file is known to hold none of the bytes that
/// somebody must look at: NUL, line breaks other than `\n`, control characters and what else libyaml's reader refuses.
enum ByteSurvey {
    /// Whether there is none of them; the bytes need not be UTF-8.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = UnsafeRawPointer(bytes.baseAddress) else { return true }
        var place = 0
        var found: UInt64 = 0
        // The two bytes behind each of the eight are looked at with it.
        while place + 10 <= bytes.count {
            found |= suspects(
                start.loadUnaligned(fromByteOffset: place, as: UInt64.self),
                start.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self),
                start.loadUnaligned(fromByteOffset: place + 2, as: UInt64.self))
            place += 8
        }
        return found == 0 && !holdsSuspect(bytes, from: place)
    }

    /// Each byte the same.
    private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Not zero where one of the eight bytes is zero: only there a borrow reaches a bit that was not set.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- eight(0x01)) & ~word & eight(0x80) }

    /// Not zero where a forbidden character begins at one of eight bytes.
    ///
    /// - Parameters:
    ///   - second: The byte behind each.
    ///   - third: The byte behind that.
    private static func suspects(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        // Line feeds become 0, other control characters 1 to 0x1F; then each one less, and line feeds 0xFF.
        let fromLineFeed = ((first ^ eight(0x0A)) | eight(0x80)) &- eight(0x01)
        let order = (fromLineFeed ^ eight(0x80)) | (first & eight(0x80))
        let controls = (order &- eight(0x1F)) & ~order & eight(0x80)
        let deletes = zeros(first ^ eight(0x7F))
        // C2 80 to C2 9F.
        let upperControls = zeros((first ^ eight(0xC2)) | (second & eight(0x20)))
        // U+2028 and U+2029: E2 80 A8 and A9.
        let separators = zeros((first ^ eight(0xE2)) | (second ^ eight(0x80)) | ((third | eight(0x01)) ^ eight(0xA9)))
        // EF BB and EF BF, where U+FEFF, U+FFFE and U+FFFF are; the rest of those is rare.
        let marks = zeros((first ^ eight(0xEF)) | ((second | eight(0x04)) ^ eight(0xBF)))
        return controls | deletes | upperControls | separators | marks
    }

    /// The same one by one, for the last few bytes.
    private static func holdsSuspect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        (start..<bytes.count).contains { index in
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            return switch bytes[index] {
            case 0x0A: false
            case 0..<0x20, 0x7F: true
            case 0xC2: second & 0x20 == 0
            case 0xE2: second == 0x80 && third | 0x01 == 0xA9
            case 0xEF: second | 0x04 == 0xBF
            default: false
            }
        }
    }
}
