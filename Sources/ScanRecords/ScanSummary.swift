internal import GRDB

/// What was counted, for people who plan.
package struct ScanSummary: Sendable {
    /// A name and how often.
    package struct Row: Sendable, Hashable {
        package let name: String
        package let count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    package let total: Int
    /// Most scanned first.
    package let byCode: [Row]
    /// In time; days without a scan are left out.
    package let byDay: [Row]
    /// 24 of them, from midnight.
    package let byHour: [Row]
    /// Codes that were never issued, most tried first, with `ScanTally.otherCodes` and `.unreadable` among them.
    package let unknown: [Row]

    /// - Parameter since: The first day that counts, ISO 8601; nil for all.
    package init(of database: ScanDatabase, since: String? = nil) throws(ScanStorageError) {
        let since: StatementArguments = [since ?? "0000-00-00"]
        func rows(_ database: Database, _ sql: String) throws -> [Row] {
            try GRDB.Row.fetchAll(database, sql: sql, arguments: since).map { Row(name: $0[0], count: $0[1]) }
        }
        do {
            (byCode, byDay, byHour, unknown) = try database.queue.read { database in
                let hours = try Dictionary(
                    uniqueKeysWithValues: rows(
                        database, "SELECT CAST(hour AS TEXT), SUM(count) FROM scan WHERE day >= ? GROUP BY hour"
                    ).map { ($0.name, $0.count) })
                return (
                    try rows(
                        database,
                        "SELECT code, SUM(count) AS n FROM scan WHERE day >= ? GROUP BY code ORDER BY n DESC, code"),
                    try rows(database, "SELECT day, SUM(count) FROM scan WHERE day >= ? GROUP BY day ORDER BY day"),
                    (0..<24).map { Row(name: String($0), count: hours[String($0)] ?? 0) },
                    try rows(
                        database,
                        "SELECT code, SUM(count) AS n FROM unknownCode WHERE day >= ? GROUP BY code ORDER BY n DESC, code"
                    )
                )
            }
        } catch {
            throw ScanStorageError(error)
        }
        total = byCode.reduce(0) { $0 + $1.count }
    }
}
