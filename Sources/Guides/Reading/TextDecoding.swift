internal import Diagnostics

/// Turns a file's bytes into text.
enum TextDecoding {
    /// The largest file that is read, in bytes; a long guide has about 20,000, a whole code of law some 500,000.
    static let sizeLimit = 2 << 20

    /// The text without a byte-order mark and with plain line breaks, and what was wrong with the bytes.
    static func decode(_ bytes: [UInt8], file: String) -> (text: String, diagnostics: [Diagnostic]) {
        let decoded = surveyed(bytes, file: file)
        return (decoded.text, decoded.diagnostics)
    }

    /// The same, and whether it is known of the text that `ByteSurvey` finds nothing in it.
    static func surveyed(_ bytes: [UInt8], file: String) -> (text: String, diagnostics: [Diagnostic], isPlain: Bool) {
        // Of a plain text, all that there is to know is whether it is UTF-8.
        if bytes.count <= sizeLimit, bytes.withUnsafeBufferPointer(ByteSurvey.isPlain),
            let text = String(validating: bytes, as: UTF8.self)
        {
            return (text, [], true)
        }
        let decoded = decodeClosely(bytes, file: file)
        return (decoded.text, decoded.diagnostics, false)
    }

    private static func decodeClosely(_ bytes: [UInt8], file: String) -> (text: String, diagnostics: [Diagnostic]) {
        guard bytes.count <= sizeLimit else { return ("", [UnreadableFile.tooLarge(file)]) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(bytes) {
            return ("", [UnreadableFile.wrongEncoding("UTF-16", line: 1, file)])
        }
        if let zero = bytes.firstIndex(of: 0) {
            return ("", [UnreadableFile.binary(line: line(of: zero, in: bytes), file)])
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            let line = lineOfInvalidBytes(content)
            return (
                "",
                [
                    isGBK(content)
                        ? UnreadableFile.wrongEncoding("GBK", line: line, file)
                        : UnreadableFile.damaged(line: line, file)
                ]
            )
        }
        return (hasOddLineBreaks(content) ? withPlainLineBreaks(text) : text, [])
    }

    /// Everything that YAML 1.1 takes for a line break as `\n`, so that lines are counted alike everywhere.
    private static func withPlainLineBreaks(_ text: String) -> String {
        let breaks: Set<Unicode.Scalar> = ["\r", "\u{85}", "\u{2028}", "\u{2029}"]
        var plain = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !(scalar == "\n" && previous == "\r") { plain.append(breaks.contains(scalar) ? "\n" : scalar) }
            previous = scalar
        }
        return String(plain)
    }

    /// Whether any byte begins a carriage return, or completes U+0085, U+2028 or U+2029.
    private static func hasOddLineBreaks(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (first, second): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            if byte == 0x0D || (byte == 0x85 && second == 0xC2) { return true }
            if byte == 0xA8 || byte == 0xA9, second == 0x80, first == 0xE2 { return true }
            (first, second) = (second, byte)
        }
        return false
    }

    /// Without a byte-order mark: the colon or the line break of a guide file stands there in two bytes.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count % 2 == 0, bytes.contains(0) else { return false }
        let units = stride(from: 0, to: bytes.count, by: 2).map { (bytes[$0], bytes[$0 + 1]) }
        guard !units.contains(where: { $0 == (0, 0) }) else { return false }
        return units.contains { $0 == (0x3A, 0) || $0 == (0x0A, 0) }
            != units.contains { $0 == (0, 0x3A) || $0 == (0, 0x0A) }
    }

    /// Whether every byte above ASCII starts or ends a pair of GBK.
    private static func isGBK(_ bytes: ArraySlice<UInt8>) -> Bool {
        var lead = false
        for byte in bytes {
            if lead {
                guard (0x40...0xFE).contains(byte), byte != 0x7F else { return false }
                lead = false
            } else if byte >= 0x80 {
                guard (0x81...0xFE).contains(byte) else { return false }
                lead = true
            }
        }
        return !lead
    }

    private static func line(of index: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<index].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    /// The first line that is not UTF-8, from 1.
    private static func lineOfInvalidBytes(_ bytes: ArraySlice<UInt8>) -> Int {
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}
