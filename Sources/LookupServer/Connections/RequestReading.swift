internal import NIOCore
internal import NIOHTTP1

/// What one pass over a request's head finds: whether it may be answered at all, and by whom.
struct RequestReading {
    /// Why nobody may answer it.
    private(set) var refusal: Refusal?
    /// Whether the connection goes on after the answer.
    private(set) var keepsConnection: Bool
    /// Whether the hot path knows everything that the request asks for.
    private(set) var isPlain: Bool
    private(set) var acceptEncoding: String?
    private(set) var ifNoneMatch: String?
    /// `X-Forwarded-For`, in its order.
    private(set) var forwarded: [String] = []

    init(_ head: HTTPRequestHead, limits: ServerLimits) {
        keepsConnection = head.version == .http1_1
        isPlain = (head.method == .GET || head.method == .HEAD) && head.version.major == 1
        guard head.uri.utf8.count <= limits.targetLength else {
            refusal = .targetTooLong
            return
        }
        // RFC 9112 §3.2: a path, an absolute address of ours, or the server as a whole.
        if head.uri.utf8.first != UInt8(ascii: "/"), !RequestReading.isAbsolute(head.uri),
            !(head.uri == "*" && head.method == .OPTIONS)
        {
            refusal = .malformed
            return
        }
        var hosts = 0
        var length = 0
        for (name, value) in head.headers {
            length += name.utf8.count + value.utf8.count + 4
            // By length first: most names are compared with one candidate or none.
            switch name.utf8.count {
            case 4 where name.isHeader("host"):
                hosts += 1
                // RFC 9112 §3.2: nothing but a host, with a port where it has one.
                if !value.utf8.allSatisfy(\.isHostByte) { refusal = .malformed }
            // Only what a browser's address bar sends; anything to weigh is weighed elsewhere.
            case 6 where name.isHeader("accept"): isPlain = isPlain && (value.hasPrefix("text/html,") || value == "*/*")
            case 10 where name.isHeader("connection"): readConnection(value)
            case 13 where name.isHeader("if-none-match"):
                isPlain = isPlain && ifNoneMatch == nil
                ifNoneMatch = value
            case 15 where name.isHeader("accept-encoding"):
                isPlain = isPlain && acceptEncoding == nil
                acceptEncoding = value
            case 15 where name.isHeader("x-forwarded-for"): forwarded.append(value)
            case 14 where name.isHeader("content-length"):
                isPlain = false
                if (Int(value) ?? .max) > limits.bodyLength { refusal = .bodyTooLong }
            case 17 where name.isHeader("transfer-encoding"):
                isPlain = false
                // RFC 9112 §6.1: any other coding than the one that everybody knows.
                if value.lowercased() != "chunked" { refusal = .notImplemented }
            case 8 where name.isHeader("if-match"),
                11 where name.isHeader("sec-purpose"), 6 where name.isHeader("expect"):
                isPlain = false
            // An upgrade that nobody here takes ends what the decoder reads.
            case 7 where name.isHeader("upgrade"): (isPlain, keepsConnection) = (false, false)
            default: break
            }
        }
        if length > limits.headerLength { refusal = .headerTooLong }
        // RFC 9112 §3.2: exactly one, but for requests of HTTP/1.0.
        if hosts > 1 || (hosts == 0 && head.version == .http1_1) { refusal = .malformed }
        if head.method == .CONNECT { (isPlain, keepsConnection) = (false, false) }
    }

    private static func isAbsolute(_ target: String) -> Bool {
        let start = target.prefix(8).lowercased()
        return start.hasPrefix("http://") || start == "https://"
    }

    /// HTTP/1.0 connections always end: nothing that still speaks it gains from more.
    private mutating func readConnection(_ value: String) {
        if value == "keep-alive" || value == "Keep-Alive" { return }
        isPlain = false
        let options = value.lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        if options.contains("close") { keepsConnection = false }
    }
}

extension UInt8 {
    /// What a host and its port are made of (RFC 3986 §3.2.2): a name, an address of IPv4, or one of IPv6 in brackets.
    var isHostByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        // Names of other scripts are sent as they are by some; nothing here hangs on them.
        default: self >= 0x80 || UInt8.hostMarks.contains(self)
        }
    }

    private static let hostMarks = Array("-._~%!$&'()*+,;=:[]".utf8)
}

extension String {
    /// Whether a header's name is the given one in lower case, without making a lower-case copy.
    fileprivate func isHeader(_ name: StaticString) -> Bool {
        var index = 0
        for byte in utf8 {
            guard index < name.utf8CodeUnitCount, byte | 0x20 == name.utf8Start[index] | 0x20 else { return false }
            index += 1
        }
        return index == name.utf8CodeUnitCount
    }
}
