internal import Foundation
internal import GRDB
package import Guides

/// The SQLite file with the bytes of each file as it was last served.
///
/// It holds as much as the folders of guides and cards do, and no older versions: what is no longer served is let go.
package struct VersionDatabase: Sendable {
    private let queue: DatabaseQueue

    /// Opens the file, making or migrating it.
    package init(path: String) throws(VersionStorageError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            // After a power cut a file may be a version older than it was; never half of one.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA journal_size_limit = 4194304")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try VersionDatabase.migrator.migrate(queue)
        } catch {
            throw VersionStorageError(error)
        }
    }

    /// Append only: a file written by any earlier version is brought up to date.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 versions") { database in
            try database.execute(
                sql: "CREATE TABLE version (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID")
        }
        return migrator
    }

    /// Every version that is kept.
    package func all() throws(VersionStorageError) -> [PublishedVersion] {
        do {
            return try queue.read { database in
                try Row.fetchAll(database, sql: "SELECT name, bytes FROM version ORDER BY name").map { row in
                    PublishedVersion(name: row["name"], bytes: Array(row["bytes"] as Data))
                }
            }
        } catch {
            throw VersionStorageError(error)
        }
    }

    /// The version of one file; nil where none is kept.
    package func version(named name: String) throws(VersionStorageError) -> [UInt8]? {
        do {
            return try queue.read { database in
                try Data.fetchOne(database, sql: "SELECT bytes FROM version WHERE name = ?", arguments: [name])
            }.map { Array($0) }
        } catch {
            throw VersionStorageError(error)
        }
    }

    /// Keeps versions and lets others go: all of it or, on an error, nothing.
    package func keep(_ changes: VersionChanges) throws(VersionStorageError) {
        do {
            try queue.write { database in
                let put = try database.makeStatement(
                    sql: """
                        INSERT INTO version (name, bytes) VALUES (?, ?)
                        ON CONFLICT DO UPDATE SET bytes = excluded.bytes WHERE bytes IS NOT excluded.bytes
                        """)
                for version in changes.changed { try put.execute(arguments: [version.name, Data(version.bytes)]) }
                var gone = changes.gone
                if let served = changes.served {
                    gone += try String.fetchAll(database, sql: "SELECT name FROM version").filter {
                        PublishedVersion.isOfGuides($0) && !served.contains($0)
                    }
                }
                for name in gone { try database.execute(sql: "DELETE FROM version WHERE name = ?", arguments: [name]) }
            }
        } catch {
            throw VersionStorageError(error)
        }
    }
}

/// Why versions could not be kept or read.
package struct VersionStorageError: Error, CustomStringConvertible {
    package let description: String

    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            description = "\(error)"
            return
        }
        description =
            switch error.resultCode {
            case .SQLITE_FULL: "磁盘已满，请腾出空间"
            case .SQLITE_BUSY, .SQLITE_LOCKED: "文件被别的程序锁住，稍后自动再试"
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: "打不开或写不了文件，请检查文件夹和权限"
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: "文件已损坏，请移走它，会自动新建"
            default: error.message ?? "\(error.resultCode)"
            }
    }
}
