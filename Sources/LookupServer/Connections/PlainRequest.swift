/// A request of the plainest kind, read straight from a connection's bytes: GET or HEAD of an address as cards are
/// printed with it, in HTTP/1.1, with nothing but fields that everybody reads alike.
///
/// This is no second judge of what is malformed: whatever is not known here for certain (a head that is not whole yet, a
/// rare field, any character out of the ordinary) is none of ours, and goes to NIO's decoder as it came.
struct PlainRequest {
    /// More fields than any browser sends.
    private static let fieldLimit = 64

    /// How many bytes the head has, with the empty line.
    private(set) var length = 0
    let isHead: Bool
    let key: CodeKey
    /// Where these fields' values stand.
    private(set) var acceptEncoding: Range<Int>?
    private(set) var ifNoneMatch: Range<Int>?
    /// Whether it says that somebody forwarded it.
    private(set) var isForwarded = false
    private var hosts = 0

    /// Nil where the bytes do not begin with such a request.
    init?(_ bytes: Span<UInt8>) {
        // The shortest one has an empty line behind its first.
        guard bytes.count >= 26 else { return nil }
        isHead = bytes[0] == UInt8(ascii: "H")
        let target = isHead ? 5 : 4
        guard bytes.holds(isHead ? "HEAD " : "GET ", at: 0), bytes.holds(" HTTP/1.1\r\n", at: target + 8) else {
            return nil
        }
        var number: UInt64 = 0
        for index in target..<(target + 8) { number = number << 8 | UInt64(bytes[index]) }
        guard let key = CodeKey(target: number) else { return nil }
        self.key = key
        guard readFields(bytes, from: target + 19), hosts == 1 else { return nil }
    }

    /// Reads up to the empty line; false where something is out of the ordinary.
    private mutating func readFields(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        for _ in 0...PlainRequest.fieldLimit {
            if bytes.holds("\r\n", at: index) {
                length = index + 2
                return true
            }
            let name = index
            while index < bytes.count, bytes[index].isNameByte { index += 1 }
            let nameEnd = index
            guard nameEnd > name, index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            let value = index
            index = bytes.endOfText(from: index)
            guard index > value, bytes[value] != UInt8(ascii: " "), bytes[index - 1] != UInt8(ascii: " "),
                bytes.holds("\r\n", at: index), take(bytes, name..<nameEnd, value..<index)
            else { return false }
            index += 2
        }
        return false
    }

    /// Takes note of one field, as `RequestReading` does; false where it asks for more than a page.
    private mutating func take(_ bytes: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) -> Bool {
        func isNamed(_ lowerCase: StaticString) -> Bool { bytes.holds(lowerCase, at: name.lowerBound, ignoring: 0x20) }
        func isExactly(_ text: StaticString) -> Bool {
            value.count == text.utf8CodeUnitCount && bytes.holds(text, at: value.lowerBound)
        }
        switch name.count {
        case 4 where isNamed("host"):
            hosts += 1
            for index in value where !bytes[index].isHostByte { return false }
        case 6 where isNamed("accept"):
            return isExactly("*/*") || (value.count > 9 && bytes.holds("text/html,", at: value.lowerBound))
        case 6 where isNamed("expect"), 7 where isNamed("upgrade"), 8 where isNamed("if-match"),
            11 where isNamed("sec-purpose"), 14 where isNamed("content-length"), 16 where isNamed("proxy-connection"),
            17 where isNamed("transfer-encoding"):
            return false
        case 10 where isNamed("connection"): return isExactly("keep-alive") || isExactly("Keep-Alive")
        case 13 where isNamed("if-none-match"):
            guard ifNoneMatch == nil else { return false }
            ifNoneMatch = value
        case 15 where isNamed("accept-encoding"):
            guard acceptEncoding == nil else { return false }
            acceptEncoding = value
        case 15 where isNamed("x-forwarded-for"): isForwarded = true
        default: break
        }
        return true
    }
}

extension UInt8 {
    /// What names of fields are made of; RFC 9110 §5.6.2 allows more, which nobody uses.
    fileprivate var isNameByte: Bool {
        let lower = self | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
    }
}

extension Span<UInt8> {
    /// Where the first byte stands that is no printable ASCII.
    fileprivate func endOfText(from start: Int) -> Int {
        var index = start
        // Eight bytes at a time: a value may be long. Subtracting borrows from, and adding carries into a byte's high bit
        // where the byte is below a space or above a tilde; what that does to later bytes is looked at one by one.
        while index + 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let odd = (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101) | word
            guard odd & 0x8080_8080_8080_8080 == 0 else { break }
            index += 8
        }
        while index < count, (0x20...0x7E).contains(self[index]) { index += 1 }
        return index
    }

    /// Whether a text stands at a place.
    ///
    /// - Parameter bits: What may differ; for names in any case that of lower case.
    fileprivate func holds(_ text: StaticString, at place: Int, ignoring bits: UInt8 = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= count else { return false }
        guard length >= 8 else {
            for index in 0..<length where self[place + index] | bits != text.utf8Start[index] | bits { return false }
            return true
        }
        // Eight bytes at a time; the last ones may have been looked at before.
        let mask = UInt64(bits) &* 0x0101_0101_0101_0101
        let wanted = UnsafeRawPointer(text.utf8Start)
        var index = 0
        while true {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: place + index, as: UInt64.self)
            guard word | mask == wanted.loadUnaligned(fromByteOffset: index, as: UInt64.self) | mask else {
                return false
            }
            guard index < length - 8 else { return true }
            index = Swift.min(index + 8, length - 8)
        }
    }
}
