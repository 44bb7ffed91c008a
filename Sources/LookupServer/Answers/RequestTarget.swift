/// A request target taken apart and percent-decoded (RFC 9112 §3.2, RFC 3986 §2.1).
struct RequestTarget {
    /// Why a target cannot be read.
    enum Malformed: Error {
        case malformed
    }

    /// The decoded path, beginning with `/`; `*` for the whole server, as OPTIONS asks.
    ///
    /// What cannot be decoded stands in it as it came, or as U+FFFD.
    let path: String
    /// Whether all of the path could be decoded, and holds no control characters.
    let isReadable: Bool
    /// The decoded names and values behind `?`, in their order; `+` stands for a space, as forms send it.
    ///
    /// Names and values that cannot be decoded are left out: what others hang on a printed address never costs the page.
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
        let path = PercentDecoding(rest[..<(mark ?? rest.endIndex)])
        (self.path, isReadable) = (path.lenientText, path.text != nil)
        guard let mark else {
            query = []
            return
        }
        query = rest[rest.index(after: mark)...].split(separator: "&").compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentDecoding(sides[0], plusIsSpace: true).text else { return nil }
            let value = PercentDecoding(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
            let isTyped = RequestTarget.typedFields.contains(name)
            return (isTyped ? value.text ?? value.gbkText ?? value.lenientText : value.text).map {
                (name: name, value: $0)
            }
        }
    }

    /// The fields that hold what somebody typed: it is understood in GBK too, which older programs send, and else
    /// answered as far as it can be read.
    private static let typedFields: Set<String> = ["q", "code"]

    /// The first value of that name.
    func value(of name: String) -> String? { query.first { $0.name == name }?.value }

    /// 大字版.
    var asksForLargePrint: Bool { value(of: "size") == "large" }

    /// The path as the snapshot knows it: a slash too many makes no other address.
    var normalPath: String {
        let normal = "/" + path.split(separator: "/").joined(separator: "/")
        return path == "*" ? path : normal
    }
}
