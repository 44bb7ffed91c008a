// The compiler files the C structures of time and files under the first module that shows them.
internal import CDispatch
internal import Diagnostics
internal import Foundation

/// Tells systemd how the daemon is doing (sd_notify(3)); where nobody listens it does nothing.
package struct ServiceManager: Sendable {
    private let address: String?
    /// How often it wants to hear that the daemon is alive; nil where it does not.
    let watchdog: Duration?

    /// Takes the address that systemd put into the environment.
    package init() {
        address = getenv("NOTIFY_SOCKET").map { String(cString: $0) }
        let span = getenv("WATCHDOG_USEC").flatMap { Int(String(cString: $0)) }
        let process = getenv("WATCHDOG_PID").flatMap { Int32(String(cString: $0)) }
        watchdog = process == nil || process == getpid() ? span.map { .microseconds($0) } : nil
    }

    /// The daemon is alive.
    func alive() { send("WATCHDOG=1") }

    /// Whether anybody hears what is said here.
    var isListening: Bool { address != nil }

    /// - Parameter words: How it goes, for `systemctl status`.
    package func ready(_ words: String) { send("READY=1\nSTATUS=\(words.visible)") }

    /// How it goes, for `systemctl status`.
    func status(_ words: String) { send("STATUS=\(words.visible)") }

    package func reloading() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }

    package func stopping() { send("STOPPING=1") }

    private func send(_ words: String) {
        guard let address else { return }
        var socketAddress = sockaddr_un()
        socketAddress.sun_family = sa_family_t(AF_UNIX)
        var path = Array(address.utf8)
        // An abstract address begins with a zero byte, which systemd writes as @.
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        let capacity = MemoryLayout.size(ofValue: socketAddress.sun_path)
        guard !path.isEmpty, path.count < capacity else { return }
        withUnsafeMutableBytes(of: &socketAddress.sun_path) { $0.copyBytes(from: path) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let message = Array(words.utf8)
        _ = withUnsafePointer(to: &socketAddress) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
