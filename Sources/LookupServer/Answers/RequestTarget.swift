/// A request target taken apart and percent-decoded (RFC 9112 §3.2, RFC 3986 §2.1).
struct RequestTarget {
    /// Why a target cannot be read.
    enum Malformed: Error {
        case malformed
    }

    /// The decoded path, beginning with `/`; `*` for the whole server, as OPTIONS asks.
    let path: String
    /// The decoded names and values behind `?`, in their order; `+` stands for a space, as forms send it.
    let query: [(name: String, value: String)]

    /// Reads a target in origin, absolute or asterisk form.
    ///
    /// Raw UTF-8, which browsers in China still send, is read like its percent-encoding.
    init(_ raw: String) throws(Malformed) {
        var rest = Substring(raw)
        if let scheme = rest.firstRange(of: "://"), rest.first != "/", !rest[..<scheme.lowerBound].contains("?") {
            guard ["http", "https"].contains(rest[..<scheme.lowerBound].lowercased()) else { throw .malformed }
            rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
            if rest.first != "/" { rest = "/" + rest }
        }
        guard rest.first == "/" || rest == "*" else { throw .malformed }
        let mark = rest.firstIndex(of: "?")
        path = try RequestTarget.decode(rest[..<(mark ?? rest.endIndex)], plusIsSpace: false)
        var query: [(name: String, value: String)] = []
        if let mark {
            for pair in rest[rest.index(after: mark)...].split(separator: "&") {
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let value = sides.count > 1 ? sides[1] : ""
                query.append(
                    (
                        name: try RequestTarget.decode(sides[0], plusIsSpace: true),
                        value: try RequestTarget.decode(value, plusIsSpace: true)
                    ))
            }
        }
        self.query = query
    }

    /// The first value of that name.
    func value(of name: String) -> String? { query.first { $0.name == name }?.value }

    /// 大字版.
    var asksForLargePrint: Bool { value(of: "size") == "large" }

    /// The path as the snapshot knows it: a final slash is not another address.
    var normalPath: String { path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

    private static func decode(_ text: Substring, plusIsSpace: Bool) throws(Malformed) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexDigit), let low = iterator.next().flatMap(hexDigit) else {
                    throw .malformed
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "#"): throw .malformed
            default: bytes.append(byte)
            }
        }
        // Controls, encoded or not, stand in no address of ours; overlong and broken UTF-8 is no text.
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
            let decoded = String(validating: bytes, as: UTF8.self)
        else { throw .malformed }
        return decoded
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
