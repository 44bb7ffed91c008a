internal import DataFiles
internal import GRDB

/// The SQLite file with the counts.
///
/// WAL, so that `stats` reads while the daemon writes.
package struct ScanDatabase: Sendable {
    /// Different unknown codes kept a day; somebody who tries all codes fills no disk.
    static let unknownCodesPerDay = 1000

    let queue: DatabaseQueue
    /// Nil for one that is only read.
    private let file: DataFile?

    /// Opens the file, making or migrating it.
    ///
    /// - Throws: `ScanStorageError` where that cannot be done.
    package init(path: String) throws(ScanStorageError) {
        do {
            let file = try DataFile(path, ScanDatabase.migrator)
            (self.file, queue) = (file, file.queue)
        } catch {
            throw ScanStorageError(error, at: path)
        }
    }

    /// Opens an existing file for reading only.
    package init(reading path: String) throws(ScanStorageError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        file = nil
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw ScanStorageError(error)
        }
    }

    /// Append only: a file written by any earlier version is brought up to date.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 counts") { database in
            try database.execute(
                sql: """
                    CREATE TABLE scan (
                        code TEXT NOT NULL, day TEXT NOT NULL, hour INTEGER NOT NULL, count INTEGER NOT NULL,
                        PRIMARY KEY (code, day, hour)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX scanByDay ON scan (day);
                    CREATE TABLE unknownCode (
                        day TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL,
                        PRIMARY KEY (day, code)
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }

    /// Adds counts, all of them or, on an error, none.
    func add(_ counts: ScanTally.Counts) async throws(ScanStorageError) {
        do {
            try await queue.write { database in
                let scan = try database.makeStatement(
                    sql: """
                        INSERT INTO scan (code, day, hour, count) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET count = count + excluded.count
                        """)
                for (slot, count) in counts.scans {
                    try scan.execute(arguments: [slot.code, slot.time.day, slot.time.hourOfDay, count])
                }
                try ScanDatabase.addUnknown(counts.unknown, to: database)
            }
        } catch {
            throw ScanStorageError(error)
        }
    }

    private static func addUnknown(_ counts: [ScanTally.Slot: Int], to database: Database) throws {
        let known = try database.makeStatement(
            sql: "UPDATE unknownCode SET count = count + ? WHERE day = ? AND code = ?")
        let new = try database.makeStatement(
            sql: """
                INSERT INTO unknownCode (day, code, count) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """)
        var rows: [String: Int] = [:]
        for (slot, count) in counts {
            let day = slot.time.day
            try known.execute(arguments: [count, day, slot.code])
            guard database.changesCount == 0 else { continue }
            let held =
                try rows[day] ?? Int.fetchOne(
                    database, sql: "SELECT COUNT(*) FROM unknownCode WHERE day = ?", arguments: [day]) ?? 0
            rows[day] = held + 1
            let isFull = held >= unknownCodesPerDay && slot.code != ScanTally.unreadable
            try new.execute(arguments: [day, isFull ? ScanTally.otherCodes : slot.code, count])
        }
    }

    /// Gives the file's lock and handles back.
    package func close() {
        try? queue.close()
    }
}
