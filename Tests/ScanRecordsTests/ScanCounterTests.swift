internal import Foundation
internal import ScanRecords
internal import Synchronization
internal import TestSupport
internal import Testing

/// Counting without a lock.
struct ScanCounterTests {
    @Test func `Each scan is counted in the hour it was made in, however late it is written`() async throws {
        let folder = try TemporaryFolder()
        // 23:00 and 0:00 in China on 2026-11-01 and 02.
        let late = ChinaTime(unixSeconds: 1_793_545_200), midnight = ChinaTime(unixSeconds: 1_793_548_800)
        let tally = ScanTally(now: { late })
        let writer = ScanWriter(path: folder.path("scans.sqlite"), tally: tally)
        let counter = ScanCounter("4K7MX")
        for time in [late, late, midnight, late] { tally.record(counter, at: time) }
        #expect(tally.waiting.count == 4)
        #expect(await writer.flush() == .fine)
        #expect(tally.waiting.count == 0)
        tally.record(counter, at: midnight)
        tally.record("4K7MX")
        #expect(tally.waiting.count == 2)
        #expect(await writer.flush() == .fine)
        let summary = try ScanSummary(of: ScanDatabase(reading: folder.path("scans.sqlite")))
        #expect(summary.total == 6)
        #expect(summary.byDay == [.init(name: "2026-11-01", count: 4), .init(name: "2026-11-02", count: 2)])
        #expect(summary.byHour[23].count == 4)
    }

    @Test func `Many who count at once lose nothing to one who writes`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("scans.sqlite")
        let tally = ScanTally()
        let writer = ScanWriter(path: path, tally: tally)
        let counters = ["4K7MX", "CY7MN", "JT8BD"].map { ScanCounter($0) }
        await withTaskGroup(of: Void.self) { tasks in
            for thread in 0..<4 {
                tasks.addTask {
                    for number in 0..<50_000 {
                        // The hour changes now and then.
                        let time = ChinaTime(unixSeconds: 1_793_545_200 + number / 10_000 * 3600)
                        tally.record(counters[(number + thread) % 3], at: time)
                        if number % 5000 == 0 { await writer.flush() }
                    }
                }
            }
        }
        #expect(await writer.flush() == .fine)
        #expect(tally.waiting == (count: 0, dropped: 0))
        #expect(try ScanSummary(of: ScanDatabase(reading: path)).total == 200_000)
    }
}
