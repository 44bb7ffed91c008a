internal import DataFiles
internal import Foundation
internal import GRDB
internal import ScanRecords
internal import Synchronization
internal import TestSupport
internal import Testing

/// Time that stands still where the test puts it.
private func at(_ iso: String) throws -> ChinaTime {
    ChinaTime(unixSeconds: Int(try Date(iso, strategy: .iso8601).timeIntervalSince1970))
}

struct ScanDatabaseTests {
    @Test func `Counts are kept per code, day and hour in China`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("scans.sqlite")
        // 15:59 UTC is 23:59 in China; a minute later it is the next day.
        for (time, scans) in [
            ("2026-11-01T15:59:59Z", ["4K7MX", "4K7MX"]), ("2026-11-01T16:00:00Z", ["4K7MX", "CY7MN"]),
        ] {
            let moment = try at(time)
            let tally = ScanTally(now: { moment })
            for code in scans { tally.record(code) }
            let writer = ScanWriter(path: path, tally: tally)
            #expect(await writer.flush() == .fine)
            await writer.close()
        }
        let summary = try ScanSummary(of: ScanDatabase(reading: path))
        #expect(summary.total == 4)
        #expect(summary.byCode.map(\.name) == ["4K7MX", "CY7MN"])
        #expect(summary.byDay == [.init(name: "2026-11-01", count: 2), .init(name: "2026-11-02", count: 2)])
        #expect(summary.byHour[23].count == 2)
        #expect(summary.byHour[0].count == 2)
        #expect(try ScanSummary(of: ScanDatabase(reading: path), since: "2026-11-02").total == 2)
    }

    @Test func `Codes tried in bulk fill neither memory nor disk`() async throws {
        let folder = try TemporaryFolder()
        let tally = ScanTally()
        let writer = ScanWriter(path: folder.path("scans.sqlite"), tally: tally)
        for round in 0..<5 {
            for number in 0..<1000 { tally.recordUnknown("X\(round)-\(number)") }
            #expect(await writer.flush() == .fine)
        }
        for _ in 0..<7 { tally.recordUnreadable() }
        #expect(await writer.flush() == .fine)
        let summary = try ScanSummary(of: ScanDatabase(reading: folder.path("scans.sqlite")))
        #expect(summary.unknown.count == 1002)
        #expect(summary.unknown.reduce(0) { $0 + $1.count } == 5007)
        #expect(summary.unknown.first == .init(name: ScanTally.otherCodes, count: 4000))
        #expect(summary.unknown.contains(.init(name: ScanTally.unreadable, count: 7)))
    }

    @Test func `A locked file delays nothing and loses nothing`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("scans.sqlite")
        let tally = ScanTally()
        let writer = ScanWriter(path: path, tally: tally)
        await writer.flush()
        let other = try FileLock(path)
        tally.record("4K7MX")
        #expect(await writer.flush() == .failing(.locked))
        tally.record("4K7MX")
        #expect(tally.waiting.count == 2)
        try other.release()
        #expect(await writer.flush() == .fine)
        #expect(try ScanSummary(of: ScanDatabase(reading: path)).total == 2)
    }

    @Test func `A folder that comes back later is written to then`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("data/scans.sqlite")
        let tally = ScanTally()
        let writer = ScanWriter(path: path, tally: tally)
        tally.record("4K7MX")
        #expect(await writer.flush() == .failing(.missing))
        try folder.makeFolder("data")
        #expect(await writer.flush() == .fine)
        #expect(try ScanSummary(of: ScanDatabase(reading: path)).total == 1)
    }

    @Test func `What is no database is moved aside whole, and counting goes on in a new one`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("scans.sqlite")
        let text = String(repeating: "这不是数据库。", count: 100)
        let said = Mutex<[String]>([])
        let tally = ScanTally()
        let writer = ScanWriter(path: path, tally: tally) { line in said.withLock { $0.append(line) } }
        // Each time under a name of its own.
        for count in 1...2 {
            try folder.write(text, to: "scans.sqlite")
            tally.record("4K7MX")
            #expect(await writer.flush() == .fine)
            let names = DamagedFile.names(in: folder.path)
            #expect(names.count == count)
            for name in names {
                #expect(name.hasPrefix("scans.sqlite.damaged-20"))
                #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == text)
                #expect(said.withLock { $0.contains { $0.contains(name) } })
            }
            #expect(try ScanSummary(of: ScanDatabase(reading: path)).total == 1)
            await writer.close()
        }
    }

    @Test func `A disk that damages everything is not filled with damaged files`() async throws {
        let folder = try TemporaryFolder()
        let tally = ScanTally()
        let writer = ScanWriter(path: folder.path("scans.sqlite"), tally: tally)
        for number in 0..<10 { try folder.write("坏的", to: "scans.sqlite.damaged-20261128-08150\(number)") }
        try folder.write(String(repeating: "坏的", count: 100), to: "scans.sqlite")
        tally.record("4K7MX")
        #expect(await writer.flush() == .failing(.damaged))
        #expect(DamagedFile.names(in: folder.path).count == 10)
        // What was counted waits; there is room again.
        try FileManager.default.removeItem(atPath: folder.path("scans.sqlite.damaged-20261128-081500"))
        #expect(await writer.flush() == .fine)
        #expect(try ScanSummary(of: ScanDatabase(reading: folder.path("scans.sqlite"))).total == 1)
    }

    @Test func `Memory stays bounded while nothing can be written`() {
        var limits = ScanTally.Limits()
        limits.scans = 10
        limits.unknownCodes = 10
        let tally = ScanTally(limits: limits)
        for number in 0..<100 {
            tally.record("K\(number)")
            tally.recordUnknown("U\(number)")
        }
        #expect(tally.waiting == (count: 110, dropped: 90))
    }

    @Test(arguments: [
        ("2026-11-01T15:59:59Z", "2026-11-01"), ("2026-11-01T16:00:00Z", "2026-11-02"),
        ("1969-12-31T15:59:59Z", "1969-12-31"),
    ])
    func `Midnight comes by China's clock`(_ now: String, _ day: String) throws {
        let unix = Int(try Date(now, strategy: .iso8601).timeIntervalSince1970)
        #expect(ChinaTime(unixSeconds: unix).day == day)
    }
}

/// Another program that holds the file's write lock.
private struct FileLock {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    }

    func release() throws {
        try queue.inDatabase { try $0.execute(sql: "COMMIT") }
    }
}
