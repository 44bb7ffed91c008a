internal import Foundation
internal import Glibc
internal import TestSupport

/// The socket on which a service manager hears its services (sd_notify(3)).
final class NotifySocket {
    private let folder: TemporaryFolder
    private let descriptor: Int32
    var path: String { folder.path("notify") }

    init() throws {
        folder = try TemporaryFolder()
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(folder.path("notify").utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Client.Failure(words: "bind: \(errno)") }
    }

    deinit { close(descriptor) }

    /// The next message; nil where none comes within the time.
    func message(within milliseconds: Int32 = 60_000) -> String? {
        var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waited, 1, milliseconds) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }

    /// Reads messages until one is the wanted one.
    func hear(_ what: String, _ isWanted: (String) -> Bool) throws -> String {
        for _ in 0..<2000 {
            guard let message = message() else { break }
            if isWanted(message) { return message }
        }
        throw Client.Failure(words: "it was never said: \(what)")
    }

    /// Takes all that was said up to now.
    func drain() { while message(within: 0) != nil {} }
}
