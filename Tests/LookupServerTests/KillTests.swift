internal import Foundation
internal import Glibc
internal import ScanRecords
internal import Synchronization
internal import TestSupport
internal import Testing

/// The real binary, stopped at bad moments.
@Suite(.serialized) struct KillTests {
    /// Asks without a pause until the daemon is gone; when each answer came.
    private func load(_ port: Int, clients: Int, until stop: () -> Void) -> [TimeInterval] {
        let answers = Mutex<[TimeInterval]>([])
        let group = DispatchGroup()
        for _ in 0..<clients {
            group.enter()
            Thread {
                defer { group.leave() }
                guard let client = try? Client(port: port) else { return }
                while (try? client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n")) != nil,
                    (try? client.answer())?.status == 200
                {
                    answers.withLock { $0.append(Date().timeIntervalSince1970) }
                }
            }.start()
        }
        stop()
        group.wait()
        return answers.withLock { $0 }
    }

    @Test func `SIGKILL loses at most a second of counts, SIGTERM none`() async throws {
        let folder = try TemporaryFolder()
        let data = folder.path("data")
        let result = await onThread { () throws -> (kept: Int, answered: Int, certain: Int) in
            var (answered, certain) = (0, 0)
            for delay in [0.7, 1.3, 1.9, 2.6] {
                let server = try ServerProcess(["--data", data, "--rate-limit", "0"])
                var killed = 0.0
                let times = load(server.port, clients: 3) {
                    usleep(useconds_t(delay * 1_000_000))
                    killed = Date().timeIntervalSince1970
                    kill(server.identifier, SIGKILL)
                }
                server.waitUntilExit()
                answered += times.count
                certain += times.filter { $0 < killed - 1 }.count
            }
            let server = try ServerProcess(["--data", data, "--rate-limit", "0"])
            let times = load(server.port, clients: 3) {
                usleep(700_000)
                kill(server.identifier, SIGTERM)
            }
            #expect(server.waitUntilExit() == 0)
            let summary = try ScanSummary(of: ScanDatabase(reading: data + "/scans.sqlite"))
            return (summary.total, answered + times.count, certain + times.count)
        }
        let counts = try result.get()
        // An answer may have been counted and then not have arrived: one on each connection of the five runs.
        #expect(counts.kept <= counts.answered + 15)
        #expect(counts.kept >= counts.certain)
        #expect(counts.certain > 0)
    }
}
