internal import DataFiles
internal import Foundation
internal import GRDB
package import Guides
internal import Ledger

/// The SQLite file with the bytes of each file as it was last served.
///
/// It holds as much as the folders of guides and cards do, and no older versions: what is no longer served is let go.
/// Each version carries a digest, so that a disk's fault is never taken for what a clerk wrote; and the number of the
/// write that it came with, by which a second file follows the first.
package struct VersionDatabase: Sendable {
    private let file: DataFile
    private let path: String

    /// Opens the file, making or migrating it.
    package init(path: String) throws(VersionStorageError) {
        self.path = path
        do {
            file = try DataFile(path, VersionDatabase.migrator)
        } catch {
            throw VersionStorageError(error, at: path)
        }
    }

    func close() { file.close() }

    /// Append only: a file written by any earlier version is brought up to date.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 versions") { database in
            try database.execute(
                sql: "CREATE TABLE version (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID")
        }
        migrator.registerMigration("2 digests") { database in
            // Nothing is known of versions from before; the next start writes them anew.
            try database.execute(
                sql: """
                    ALTER TABLE version ADD COLUMN digest TEXT;
                    ALTER TABLE version ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
                    """)
        }
        return migrator
    }

    // MARK: Reading

    /// Every version that is kept.
    package func all() throws(VersionStorageError) -> [PublishedVersion] {
        try attempt { database in
            try Row.fetchAll(database, sql: "SELECT name, bytes, digest FROM version ORDER BY name").map {
                try VersionDatabase.version($0)
            }
        }
    }

    /// The version of one file; nil where none is kept.
    package func version(named name: String) throws(VersionStorageError) -> [UInt8]? {
        try attempt { database in
            try Row.fetchOne(
                database, sql: "SELECT name, bytes, digest FROM version WHERE name = ?", arguments: [name]
            ).map { try VersionDatabase.version($0).bytes }
        }
    }

    private static func version(_ row: Row) throws -> PublishedVersion {
        let version = PublishedVersion(name: row["name"], bytes: Array(row["bytes"] as Data))
        if let digest = row["digest"] as String?, digest != SHA256Digest(of: version.bytes).hex {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "digest of \(version.name)")
        }
        return version
    }

    // MARK: Writing

    /// Keeps versions and lets others go: all of it or, on an error, nothing.
    package func keep(_ changes: VersionChanges) throws(VersionStorageError) {
        try attempt(writing: true) { database in
            let before = database.totalChangesCount
            let revision = try VersionDatabase.next(after: VersionDatabase.revision(database))
            let known = try database.makeStatement(
                sql: "SELECT 1 FROM version WHERE name = ? AND bytes = ? AND digest IS NOT NULL")
            for version in changes.changed {
                // Mostly all are there already; digests of those need not be made.
                guard try Int.fetchOne(known, arguments: [version.name, Data(version.bytes)]) == nil else { continue }
                try VersionDatabase.put(version, revision, into: database)
            }
            var gone = changes.gone
            if let served = changes.served {
                gone += try String.fetchAll(database, sql: "SELECT name FROM version").filter {
                    PublishedVersion.isOfGuides($0) && !served.contains($0)
                }
            }
            try VersionDatabase.drop(gone, from: database)
            if database.totalChangesCount != before { try VersionDatabase.set(revision, database) }
        }
    }

    private static func put(_ version: PublishedVersion, _ revision: Int, into database: Database) throws {
        let put = try database.cachedStatement(
            sql: """
                INSERT INTO version (name, bytes, digest, revision) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET bytes = excluded.bytes, digest = excluded.digest, revision = excluded.revision
                """)
        try put.execute(
            arguments: [version.name, Data(version.bytes), SHA256Digest(of: version.bytes).hex, revision])
    }

    private static func drop(_ names: [String], from database: Database) throws {
        for name in names { try database.execute(sql: "DELETE FROM version WHERE name = ?", arguments: [name]) }
    }

    // MARK: A second file

    /// The number of the last write that changed something; 0 where nothing was ever kept.
    func revision() throws(VersionStorageError) -> Int { try attempt { try VersionDatabase.revision($0) } }

    /// Becomes what another file is, where that is further on.
    func follow(_ other: VersionDatabase) throws(VersionStorageError) {
        let since = try revision()
        guard try other.revision() > since else { return }
        let (versions, names, revision) = try other.attempt { database in
            let rows = try Row.fetchAll(
                database,
                // Those without a number are from before there were numbers.
                sql: "SELECT name, bytes, digest FROM version WHERE revision > ? OR revision = 0",
                arguments: [since])
            return (
                try rows.map { try VersionDatabase.version($0) },
                try Set(String.fetchAll(database, sql: "SELECT name FROM version")),
                try VersionDatabase.revision(database)
            )
        }
        try attempt(writing: true) { database in
            for version in versions { try VersionDatabase.put(version, revision, into: database) }
            let gone = try String.fetchAll(database, sql: "SELECT name FROM version").filter { !names.contains($0) }
            try VersionDatabase.drop(gone, from: database)
            try VersionDatabase.set(revision, database)
        }
    }

    /// At least the minutes since 1970: a file that is begun anew is further on than one that was left behind.
    private static func next(after revision: Int) -> Int { max(revision + 1, Int(Date().timeIntervalSince1970 / 60)) }

    private static func revision(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    private static func set(_ revision: Int, _ database: Database) throws {
        try database.execute(sql: "PRAGMA user_version = \(revision)")
    }

    private func attempt<Value>(
        writing: Bool = false, _ work: (Database) throws -> Value
    ) throws(VersionStorageError) -> Value {
        do {
            return writing ? try file.queue.write(work) : try file.queue.read(work)
        } catch {
            throw VersionStorageError(error, at: path)
        }
    }
}
