internal import DataFiles
internal import Foundation
internal import Guides
internal import TestSupport
internal import Testing
internal import VersionRecords

/// It always starts: the codes answer from what is good or was good, and what is wrong is said.
@Suite(.serialized) struct StartTests {
    private func damage(_ path: String) throws {
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        try Data((0..<9000).map { _ in UInt8.random(in: 0...255) }).write(to: URL(fileURLWithPath: path))
    }

    /// Runs a daemon until both copies of what it serves are on disk.
    private func serveOnce(_ tree: SmallTree, _ data: String) throws {
        let daemon = try BuiltDaemon(tree, ["--data", data])
        #expect(try daemon.ask("/c/CY7MN").status == 200)
        try daemon.wait(for: "the second copy") {
            let copy = try? VersionDatabase(path: data + "/published-copy.sqlite").all()
            return copy?.contains { $0.name == "guides/items/施工许可.yaml" } == true
        }
        #expect(daemon.stop() == 0)
    }

    @Test func `Without its guides and with either copy damaged a daemon answers as before, until all is mended`()
        async throws
    {
        try await onThread {
            let tree = try SmallTree()
            let data = tree.folder.path("data")
            try serveOnce(tree, data)
            let away = tree.folder.path("away")
            for name in ["published.sqlite", "published-copy.sqlite"] {
                try FileManager.default.moveItem(atPath: tree.guides, toPath: away)
                try damage(data + "/" + name)
                let daemon = try BuiltDaemon(tree, ["--data", data])
                #expect(try daemon.ask("/c/CY7MN").status == 200, "\(name)")
                #expect(try daemon.ask("/c/11111").status == 404)
                let ready = try daemon.ask("/readyz")
                #expect(ready.status == 200)
                let aside = try #require(DamagedFile.names(in: data).first, "\(name)")
                #expect(aside.hasPrefix(name + ".damaged-"))
                #expect(ready.text.contains("\"rule\":\"damaged-file\"") && ready.text.contains(aside), "\(ready.text)")
                #expect(ready.text.contains(tree.guides), "\(ready.text)")
                #expect(daemon.log.contains(aside))
                // The guides are back, and somebody has looked at the damaged file.
                try FileManager.default.moveItem(atPath: away, toPath: tree.guides)
                try FileManager.default.removeItem(atPath: data + "/" + aside)
                try daemon.wait(for: "health") { try daemon.ask("/readyz").text.contains("\"status\":\"ok\"") }
                try daemon.wait(for: "both copies") {
                    try ["published.sqlite", "published-copy.sqlite"].allSatisfy {
                        try VersionDatabase(path: data + "/" + $0).all().count > 3
                    }
                }
                #expect(daemon.stop() == 0)
            }
        }.get()
    }

    @Test func `A damaged count file is begun anew at once, and a folder that cannot be written costs no page`()
        async throws
    {
        try await onThread {
            let tree = try SmallTree()
            let data = tree.folder.path("data")
            try tree.folder.makeFolder("data")
            try damage(data + "/scans.sqlite")
            let daemon = try BuiltDaemon(tree, ["--data", data])
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            try daemon.wait(for: "counting") { try daemon.ask("/readyz").text.contains("\"scanCounts\":\"ok\"") }
            let ready = try daemon.ask("/readyz").text
            #expect(ready.contains("damaged-file") && ready.contains("scans.sqlite.damaged-"))
            #expect(daemon.log.contains("scans.sqlite.damaged-"))
            #expect(daemon.stop() == 0)
            let stats = try Program.run([BuiltDaemon.executable, "stats", "--data", data, "--guides", tree.guides])
            #expect(stats.output.hasPrefix("扫码共1次"))
            #expect(stats.errors.contains("scans.sqlite.damaged-"))

            // Where the folder should be stands a file.
            let none = tree.folder.path("none")
            try tree.folder.write("", to: "none")
            let second = try BuiltDaemon(tree, ["--data", none, "--control", none])
            #expect(try second.ask("/c/CY7MN").status == 200)
            #expect(second.stop() == 0)
        }.get()
    }
}
