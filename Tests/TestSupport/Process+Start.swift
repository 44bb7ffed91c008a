package import Foundation

extension Process {
    private static let starting = NSLock()

    /// Starts it while no other process of the tests starts.
    ///
    /// Foundation learns that a process has ended from a socket that closes. Another one that starts in the same moment
    /// would inherit the socket's end, and whoever waits for the first would wait for both: for ever, where that is a
    /// daemon for all tests.
    package func start() throws {
        try Process.starting.withLock { try run() }
    }
}
