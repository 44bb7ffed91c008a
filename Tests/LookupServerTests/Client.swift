internal import Foundation
internal import Glibc

/// A plain TCP client: sends exactly the bytes of a test, and reads what comes.
final class Client {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    struct Failure: Error {
        let words: String
    }

    /// One answer, taken apart by the rules of RFC 9112 alone.
    struct Answer {
        let status: Int
        let fields: [(name: String, value: String)]
        let body: [UInt8]

        /// A field's value; all of them joined where it stands more than once.
        subscript(_ name: String) -> String? {
            let values = fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(words: "connect: \(errno)") }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw Failure(words: "send: \(errno)") }
            rest = rest.dropFirst(sent)
        }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads one answer.
    ///
    /// - Parameter hasBody: False for the answer to a HEAD.
    func answer(hasBody: Bool = true) throws -> Answer {
        while firstIndex(of: Array("\r\n\r\n".utf8)) == nil { try receive() }
        guard let end = firstIndex(of: Array("\r\n\r\n".utf8)) else { throw Failure(words: "no header") }
        let lines = String(decoding: pending[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        pending.removeFirst(end + 4)
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure(words: lines[0])
        }
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        let length = fields.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        let bodyLength = hasBody && status != 304 && status != 204 ? length : 0
        while pending.count < bodyLength { try receive() }
        let body = Array(pending.prefix(bodyLength))
        pending.removeFirst(bodyLength)
        return Answer(status: status, fields: fields, body: body)
    }

    /// Whether the server says goodbye, with nothing left unread.
    func isClosed() throws -> Bool {
        guard pending.isEmpty else { return false }
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        if count == 1 { pending.append(byte) }
        return count == 0 || (count < 0 && errno == ECONNRESET)
    }

    /// Everything that still comes, until the server has said goodbye.
    func rest() throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count == 0 { return pending }
            guard count > 0 else { throw Failure(words: "reset after \(pending.count) bytes (\(errno))") }
            pending += buffer.prefix(count)
        }
    }

    private func firstIndex(of pattern: [UInt8]) -> Int? {
        guard pending.count >= pattern.count else { return nil }
        return (0...(pending.count - pattern.count)).first { pending[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }

    private func receive() throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else {
            throw Failure(words: "closed after \(String(decoding: pending, as: UTF8.self).prefix(200)) (\(errno))")
        }
        pending += buffer.prefix(count)
    }
}
