package import GRDB
internal import Glibc

/// A SQLite file of the daemon's folder, open in WAL mode, so that others read while it is written.
package struct DataFile: Sendable {
    package let queue: DatabaseQueue
    private let path: String
    private let identity: Identity?

    private struct Identity: Sendable, Equatable {
        let device: UInt
        let inode: UInt

        /// Nil where no file is at the path.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
        }
    }

    /// Opens the file, making or migrating it.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package init(_ path: String, _ migrator: DatabaseMigrator) throws {
        var configuration = Configuration()
        // Another process that reads or copies the file holds its lock for moments.
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            // A killed process loses nothing that was committed; only a power cut may lose the last seconds.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            // Bounds the write-ahead file that a long reader would let grow.
            try database.execute(sql: "PRAGMA journal_size_limit = 4194304")
        }
        self.path = path
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try migrator.migrate(queue)
        identity = Identity(path)
    }

    /// Whether the file that is open still stands at its path: what is written to one that was moved away or replaced
    /// reaches nobody.
    package var isInPlace: Bool { identity != nil && Identity(path) == identity }

    /// Gives the file's lock and handles back.
    package func close() { try? queue.close() }
}
