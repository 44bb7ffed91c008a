package import Foundation

extension Process {
    private static let starting = NSLock()

    /// Starts it while no other process of the tests starts.
    ///
    /// Foundation learns that a process has ended from a socket that closes. Another one that starts in the same moment
    /// may inherit the socket's end, and whoever waits for the first would then wait for the other too, perhaps a daemon.
    package func start() throws {
        try Process.starting.withLock { try run() }
    }
}
