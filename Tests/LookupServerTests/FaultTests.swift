internal import Foundation
internal import Glibc
internal import Guides
internal import ScanRecords
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// What goes wrong on real machines, done to the built daemon: answers go on, and what is wrong is said.
@Suite(.serialized) struct FaultTests {
    /// Codes that were never issued.
    private func unknownCodes(_ count: Int) -> [String] {
        var used: Set<ShortCode> = []
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<count {
            if let code = ShortCode.fresh(besides: used, using: &generator) { used.insert(code) }
        }
        return used.map(\.text)
    }

    private func counts(in data: String) throws -> (known: Int, unknown: Int) {
        let database = try ScanDatabase(reading: ScanFile.path(in: data))
        defer { database.close() }
        let summary = try ScanSummary(of: database)
        return (summary.total, summary.unknown.reduce(0) { $0 + $1.count })
    }

    @Test func `A full disk stops no answer, is reported, and loses no count when there is room again`() async throws {
        try await onThread {
            // Nobody but root may mount; for others a limit on files stands for the disk, and cannot be lifted again.
            guard geteuid() == 0 else { return try limitedFile() }
            let folder = try TemporaryFolder()
            let disk = folder.path("disk")
            try folder.makeFolder("disk")
            try #require(mount("tmpfs", disk, "tmpfs", 0, "size=4m") == 0, "mount: \(errno)")
            defer { umount2(disk, Int32(MNT_DETACH)) }
            let daemon = try BuiltDaemon(SmallTree(), ["--data", disk, "--rate-limit", "0"])
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            try daemon.wait(for: "the first counts") { (try? counts(in: disk))?.known == 1 }

            let filler = disk + "/filler"
            try Data().write(to: URL(fileURLWithPath: filler))
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: filler))
            while (try? handle.write(contentsOf: Data(count: 1024))) != nil {}
            var (known, unknown) = (1, 0)
            // New rows need new pages, sooner or later.
            for code in unknownCodes(900) {
                #expect(try daemon.ask("/c/\(code)").status == 404)
                #expect(try daemon.ask("/c/CY7MN").status == 200)
                (known, unknown) = (known + 1, unknown + 1)
                if daemon.log.contains("磁盘已满") { break }
            }
            try daemon.wait(for: "the report") { try daemon.ask("/readyz").text.contains("磁盘已满") }
            #expect(try daemon.ask("/readyz").text.contains("\"status\":\"degraded\""))
            #expect(try daemon.ask("/metrics").text.contains("onecard_scan_file_writable 0\n"))
            #expect(daemon.log.contains("磁盘已满"))
            #expect(try daemon.ask("/c/CY7MN").status == 200)

            try handle.close()
            try FileManager.default.removeItem(atPath: filler)
            try daemon.wait(for: "writing again") { try daemon.ask("/readyz").text.contains("\"scanCounts\":\"ok\"") }
            #expect(daemon.stop() == 0)
            let kept = try counts(in: disk)
            #expect(kept.known == known + 1)
            #expect(kept.unknown == unknown)
        }.get()
    }

    private func limitedFile() throws {
        let folder = try TemporaryFolder()
        let daemon = try BuiltDaemon(
            SmallTree(), ["--data", folder.path("data"), "--rate-limit", "0"],
            launcher: ["sh", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"])
        try daemon.wait(for: "the report") {
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            return try daemon.ask("/metrics").text.contains("onecard_scan_file_writable 0\n")
        }
        #expect(try daemon.ask("/readyz").text.contains("\"status\":\"degraded\""))
    }

    @Test func `A locked database stops no answer, is reported, and gets all counts in the end`() async throws {
        try await onThread {
            let folder = try TemporaryFolder()
            let data = folder.path("data")
            let daemon = try BuiltDaemon(SmallTree(), ["--data", data, "--rate-limit", "0"])
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            try daemon.wait(for: "the first counts") { (try? counts(in: data))?.known == 1 }
            // Another program, such as one that copies the file, in the middle of writing.
            let holder = Process()
            let (input, output) = (Pipe(), Pipe())
            holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            holder.arguments = [
                "python3", "-c",
                """
                import sqlite3, sys
                connection = sqlite3.connect(sys.argv[1], isolation_level=None)
                connection.execute("BEGIN IMMEDIATE")
                print("held", flush=True)
                sys.stdin.read()
                """, ScanFile.path(in: data),
            ]
            holder.standardInput = input
            holder.standardOutput = output
            try holder.start()
            #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("held"))
            for _ in 0..<50 { #expect(try daemon.ask("/c/CY7MN").status == 200) }
            try daemon.wait(for: "the report") { try daemon.ask("/readyz").text.contains("锁住") }
            #expect(daemon.log.contains("锁住"))
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            try input.fileHandleForWriting.close()
            holder.waitUntilExit()
            try daemon.wait(for: "writing again") { try daemon.ask("/readyz").text.contains("\"scanCounts\":\"ok\"") }
            #expect(daemon.stop() == 0)
            #expect(try counts(in: data).known == 52)
        }.get()
    }

    @Test func `A file that cannot be read leaves the page before it, and is named`() async throws {
        try await onThread {
            let tree = try SmallTree()
            let daemon = try BuiltDaemon(tree)
            let before = try daemon.ask("/c/CY7MN")
            let good = try Data(contentsOf: URL(fileURLWithPath: tree.item))
            var obstacles: [(name: String, put: () throws -> Void)] = [
                (
                    "a folder",
                    { try FileManager.default.createDirectory(atPath: tree.item, withIntermediateDirectories: false) }
                ),
                (
                    "a link to nowhere",
                    { try FileManager.default.createSymbolicLink(atPath: tree.item, withDestinationPath: "nowhere") }
                ),
                (
                    "a link in a circle",
                    { try FileManager.default.createSymbolicLink(atPath: tree.item, withDestinationPath: tree.item) }
                ),
                ("a pipe without an end", { try #require(mkfifo(tree.item, 0o600) == 0) }),
            ]
            // Root may read everything.
            if geteuid() != 0 {
                obstacles.append(
                    (
                        "a file without rights",
                        {
                            try good.write(to: URL(fileURLWithPath: tree.item))
                            try #require(chmod(tree.item, 0) == 0)
                        }
                    ))
            }
            for (name, put) in obstacles {
                try FileManager.default.removeItem(atPath: tree.item)
                try put()
                try daemon.wait(for: name) {
                    try daemon.ask("/readyz").text.contains("施工许可.yaml\",\"rule\":\"unreadable-file\"")
                }
                let answer = try daemon.ask("/c/CY7MN")
                #expect(answer.status == 200, "\(name)")
                #expect(answer.body == before.body, "\(name)")
                #expect(try daemon.ask("/readyz").status == 200)
                try FileManager.default.removeItem(atPath: tree.item)
                try good.write(to: URL(fileURLWithPath: tree.item))
                try daemon.wait(for: "the file again") {
                    try daemon.ask("/readyz").text.contains("\"newestFilesServed\":true")
                }
            }
            #expect(try daemon.ask("/c/CY7MN")["etag"] == before["etag"])
        }.get()
    }

    @Test func `Thousands of idle connections cost little and shut nobody out`() async throws {
        try await onThread {
            var files = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
            files.rlim_cur = min(files.rlim_max, 16_384)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
            let crowd = 2500
            try #require(files.rlim_cur > crowd + 500)
            let daemon = try BuiltDaemon(
                SmallTree(), ["--max-connections", "12000", "--idle-timeout", "120", "--rate-limit", "0"])
            for _ in 0..<50 { _ = try daemon.ask("/c/CY7MN") }
            let before = daemon.memory
            var idle: [Client] = []
            for number in 0..<crowd {
                let client = try Client(port: daemon.port)
                try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.answer().status == 200)
                // One in ten has begun a second request.
                if number % 10 == 0 { try client.send("GET /c/CY7MN HTTP/1.1\r\nHos") }
                idle.append(client)
                if number % 250 == 0 { #expect(try daemon.ask("/c/CY7MN").status == 200) }
            }
            try daemon.wait(for: "all to be in") {
                try daemon.ask("/metrics").text.contains("onecard_open_connections \(crowd + 1)\n")
            }
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(daemon.memory - before < crowd * 48 << 10, "\((daemon.memory - before) / crowd) bytes each")
            // Those that had begun may still finish.
            try idle[0].send("t: a\r\n\r\n")
            #expect(try idle[0].answer().status == 200)
            idle.removeAll()
            try daemon.wait(for: "all to be gone") {
                try daemon.ask("/metrics").text.contains("onecard_open_connections 1\n")
            }
            #expect(daemon.stop() == 0)
        }.get()
    }

    @Test func `The service manager hears of readiness, reloads and the end`() async throws {
        try await onThread {
            let folder = try TemporaryFolder()
            let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(folder.path("notify").utf8)) }
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0)
            var timeout = timeval(tv_sec: 60, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
            func message() -> [String] {
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").map(
                    String.init)
            }
            let tree = try SmallTree()
            let daemon = try BuiltDaemon(tree, environment: ["NOTIFY_SOCKET": folder.path("notify")])
            #expect(message().first == "READY=1")
            daemon.signal(SIGHUP)
            let reloading = message()
            #expect(reloading.first == "RELOADING=1")
            #expect(try #require(reloading.last).wholeMatch(of: /MONOTONIC_USEC=[0-9]+/) != nil)
            #expect(message().first == "READY=1")
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(daemon.stop() == 0)
            #expect(message() == ["STOPPING=1"])
        }.get()
    }

    @Test func `SIGTERM cuts no answer short`() async throws {
        try await onThread {
            let daemon = try BuiltDaemon(SmallTree(), ["--rate-limit", "0"])
            var complete = 0
            let clients = try (0..<20).map { _ in try Client(port: daemon.port) }
            for client in clients {
                // Many answers, more than the buffers between the two hold at once, by the hot path and behind it.
                try client.send(
                    String(
                        repeating: "GET /c/CY7MN HTTP/1.1\r\nHost: a\r\n\r\nGET /c/cy7mn HTTP/1.1\r\nHost: a\r\n\r\n",
                        count: 3))
            }
            #expect(try clients[0].answer().status == 200)
            daemon.signal(SIGTERM)
            for client in clients {
                while try !client.isClosed() {
                    // Throws where an answer ends in the middle.
                    let answer = try client.answer()
                    #expect(answer.status == 200)
                    #expect(answer.text.hasSuffix("</html>"))
                    complete += 1
                }
            }
            #expect(complete > 0)
            daemon.process.waitUntilExit()
            #expect(daemon.process.terminationStatus == 0)
        }.get()
    }

    @Test func `At midnight in China the pages take the new day`() async throws {
        try await onThread {
            // faketime stands in for the clock on the wall, not for the one that timers run by.
            let daemon = try BuiltDaemon(
                SmallTree(), launcher: ["faketime", "2026-11-23 15:59:40"],
                environment: ["TZ": "UTC", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"])
            func deadline() throws -> String {
                let page = try daemon.ask("/c/CY7MN").text
                return String(try #require(page.firstMatch(of: /最迟\s([0-9]+月[0-9]+日)/)).output.1)
            }
            // Monday: three working days end on Thursday; the day after, on Friday.
            #expect(try deadline() == "11月26日")
            try daemon.wait(for: "Tuesday") { try deadline() == "11月27日" }
        }.get()
    }

    @Test func `A queue of events that overflows loses no change`() async throws {
        try await onThread {
            let tree = try SmallTree()
            let watch = try #require(FileWatch(of: [tree.guides]))
            let limit =
                Int(
                    (try? String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8))?
                        .trimmingCharacters(in: .whitespacesAndNewlines) ?? "") ?? 16_384
            // Equal events in a row are one; by turns they are not.
            for round in 0...(limit / 2 + 100) {
                chmod(tree.item, 0o600)
                chmod(tree.site, round % 2 == 0 ? 0o600 : 0o644)
            }
            #expect(watch.wait(milliseconds: 1000))
            #expect(watch.report().isStructural, "all must be looked at")
            // And it hears what comes later.
            #expect(!watch.wait(milliseconds: 100))
            chmod(tree.item, 0o644)
            #expect(watch.wait(milliseconds: 5000))
            #expect(watch.report().paths == [tree.item])
        }.get()
    }
}
