package import GRDB

/// A SQLite file of the daemon's folder, open in WAL mode, so that others read while it is written.
package struct DataFile: Sendable {
    package let queue: DatabaseQueue

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
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try migrator.migrate(queue)
    }

    /// Gives the file's lock and handles back.
    package func close() { try? queue.close() }
}
