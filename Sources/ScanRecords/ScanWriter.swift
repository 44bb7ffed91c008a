// The compiler files the C structures of files under the first module that shows them.
internal import Glibc

/// Writes a tally to its file now and then; what cannot be written waits in memory and is tried again.
package actor ScanWriter {
    /// How writing goes.
    package enum State: Sendable, Hashable {
        case fine
        case failing(ScanStorageError)
    }

    private let path: String
    private let tally: ScanTally
    private var database: ScanDatabase?
    /// Which file that is.
    private var file: FileIdentity?
    /// How the last attempt went.
    package private(set) var state = State.fine

    package init(path: String, tally: ScanTally) {
        self.path = path
        self.tally = tally
    }

    /// Writes what was counted since the last time.
    @discardableResult
    package func flush() async -> State {
        let counts = tally.take()
        do {
            let database = try opened()
            if !counts.isEmpty { try await database.add(counts) }
            state = .fine
        } catch {
            tally.putBack(counts)
            state = .failing(error)
            // The file may have been moved away or its disk mounted anew: begin again with the path.
            if error != .locked { close() }
        }
        return state
    }

    package func close() {
        database?.close()
        (database, file) = (nil, nil)
    }

    private func opened() throws(ScanStorageError) -> ScanDatabase {
        // A file that was deleted or replaced can still be written to, and nobody would ever read it.
        if let database, file == FileIdentity(path) { return database }
        close()
        let opened = try ScanDatabase(path: path)
        (database, file) = (opened, FileIdentity(path))
        return opened
    }
}

/// Which file stands at a path, whatever its name.
private struct FileIdentity: Equatable {
    private let device: UInt
    private let inode: UInt

    /// Nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
    }
}
