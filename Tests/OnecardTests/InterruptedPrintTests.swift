import Foundation
import TestSupport
import Testing

/// Prints for good that are cut off: whole files or none, and the ledger neither ahead nor behind.
@Suite struct InterruptedPrintTests {
    private let tree: PrintingTree
    private let labels = ["--items", "--design", "窗口标签", "--dpi", "150"]

    init() throws { tree = try PrintingTree() }

    /// What the ledger says was printed is there, and what is there is in the ledger.
    private func expectSound(_ out: String, rows: Int, _ comment: Comment) throws {
        let check = try tree.check()
        #expect(check.status == 0, "\(comment): \(check.output)")
        #expect(tree.rows().count == rows, comment)
        #expect(try PrintingTree.digests(of: out) == Set(tree.digests()), comment)
    }

    @Test("A disk that fills up while cards are drawn: no file, no row, a message, and the next print goes on")
    func fullDisk() throws {
        let small = tree.folder.path("small"), out = small + "/out"
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: true)
        // A file system of 96 kB where we may mount one; else no file may be longer than 4 kB, which no card is under.
        let mount = try BuiltCommand.run(executable: "/bin/mount", ["-t", "tmpfs", "-o", "size=96k", "tmpfs", small])
        defer { if mount.status == 0 { _ = try? BuiltCommand.run(executable: "/bin/umount", [small]) } }
        let failed =
            try mount.status == 0
            ? tree.print(labels, to: out) : tree.print(labels, to: out, after: "ulimit -f 8; trap '' XFSZ")
        #expect(failed.status == 1)
        #expect(failed.errors.contains(mount.status == 0 ? "磁盘已满" : "写不了"), "\(failed.errors)")
        #expect(failed.errors.contains("请检查磁盘空间"))
        #expect(PrintingTree.names(in: out, hidden: true) == [])
        #expect(tree.rows().isEmpty)
        #expect(try tree.check().status == 0)
        // With room, the same command works.
        let roomy = tree.folder.path("roomy")
        #expect(try tree.print(labels, to: roomy).status == 0)
        let count = PrintingTree.names(in: roomy).count - 1
        #expect(count > 20)
        try expectSound(roomy, rows: count, "after the full disk")
    }

    @Test("A disk that fills up while the ledger is written: the print is completed by the next one")
    func fullLedger() throws {
        // First a ledger that is longer than any file of the print that follows.
        let first = tree.folder.path("first"), out = tree.folder.path("out"), next = tree.folder.path("next")
        for _ in 0..<2 { #expect(try tree.print(labels, to: first).status == 0) }
        let length = try #require(try FileManager.default.attributesOfItem(atPath: tree.ledger)[.size] as? Int)
        let earlier = tree.rows().count
        let card = ["房地产开发", "--design", "窗口标签", "--dpi", "150"]
        let failed = try tree.print(card, to: out, after: "ulimit -f \(length / 512); trap '' XFSZ")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("写不了"), "\(failed.errors)")
        // The file is there, the row is not, and check knows.
        #expect(tree.rows().count == earlier)
        let unfinished = try tree.check()
        #expect(unfinished.status == 1)
        #expect(unfinished.output.contains("[ledger-unfinished-print]"))
        let recovered = try tree.print(["现代物流", "--design", "窗口标签", "--dpi", "150"], to: next)
        #expect(recovered.status == 0)
        #expect(recovered.output.contains("上次打印中途断了，已经补记进台账"))
        #expect(tree.rows().count == earlier + 2)
        #expect(try tree.check().status == 0)
        let written = try PrintingTree.digests(of: out).union(PrintingTree.digests(of: next))
        #expect(written == Set(tree.digests().suffix(2)))
    }

    @Test(
        "Killed at any moment of a bulk print, everything or nothing has happened once the next one has run",
        arguments: [
            "1", "9", "manifest.json", ".ledger.journal", "out",
        ])
    func killed(moment: String) throws {
        let out = tree.folder.path("out"), said = try TemporaryFolder()
        let process = try BuiltCommand.start(
            executable: BuiltCommand.path, tree.printing(labels + ["--batch", "甲"], to: out), into: said)
        while process.isRunning, !reached(moment, out) { usleep(200) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if Int(moment) != nil {
            // Nothing has left the folder aside yet.
            #expect(process.terminationReason == .uncaughtSignal)
            #expect(PrintingTree.names(in: out) == [])
            #expect(tree.rows().isEmpty)
        }
        // No ledger without its files, whatever the moment.
        #expect(Set(tree.digests()).isSubset(of: try PrintingTree.digests(of: out)))
        let next = tree.folder.path("next")
        #expect(try tree.print(["房地产开发", "--design", "窗口标签", "--dpi", "150", "--batch", "乙"], to: next).status == 0)
        let happened = tree.rows().filter { $0[0] == "甲" }
        #expect(Set(happened.map { $0[7] }) == (try PrintingTree.digests(of: out)), "\(moment)")
        #expect(happened.isEmpty || happened.count > 20)
        // Once more for good: nothing is left of the first attempt.
        #expect(try tree.print(labels + ["--batch", "丙"], to: out).status == 0)
        #expect(PrintingTree.names(in: out, hidden: true).allSatisfy { !$0.hasPrefix(".") })
        #expect(try tree.check().status == 0)
        #expect(Set(tree.rows().filter { $0[0] == "丙" }.map { $0[7] }) == (try PrintingTree.digests(of: out)))
    }

    /// Whether so many pictures, or a file, lie in the folder aside; or the journal is there; or files are in place.
    private func reached(_ moment: String, _ out: String) -> Bool {
        if moment.hasPrefix(".") { return FileManager.default.fileExists(atPath: tree.folder.path("cards/" + moment)) }
        if moment == "out" { return !PrintingTree.names(in: out).isEmpty }
        let aside = PrintingTree.names(in: out, hidden: true).first { $0.hasPrefix(".onecard-") }.map { out + "/" + $0 }
        guard let aside else { return false }
        let names = PrintingTree.names(in: aside)
        return Int(moment).map { names.count >= $0 } ?? names.contains(moment)
    }

    @Test("Processes that print at the same time, some into one folder, lose no row and no file")
    func concurrent() throws {
        let names = ["房地产开发", "现代物流", "重大产业", "民生发展"]
        let said = try names.map { _ in try TemporaryFolder() }
        let processes = try names.enumerated().map { number, name in
            try BuiltCommand.start(
                executable: BuiltCommand.path,
                tree.printing([name, "--design", "窗口标签", "--dpi", "150"], to: tree.folder.path("out\(number / 2)")),
                into: said[number])
        }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(tree.rows().count == names.count)
        // Each its own batch, though all began on the same day without a name.
        #expect(Set(tree.rows().map { $0[0] }).count == names.count)
        let written = try PrintingTree.digests(of: tree.folder.path("out0")).union(
            PrintingTree.digests(of: tree.folder.path("out1")))
        #expect(written == Set(tree.digests()))
        #expect(try tree.check().status == 0)
    }
}
