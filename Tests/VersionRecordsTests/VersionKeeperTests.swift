internal import DataFiles
internal import Foundation
internal import Guides
internal import Synchronization
internal import TestSupport
internal import Testing
internal import VersionRecords

/// What is kept twice survives the loss of one.
@Suite struct VersionKeeperTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private let folder: TemporaryFolder
    private let said = Lines()
    private var first: String { folder.path("published.sqlite") }
    private var second: String { folder.path("published-copy.sqlite") }
    private let texts = ["cards/ledger.csv": "短码,版本\n", "cards/designs/口袋卡.yaml": "宽: 85.6\n"]

    init() throws { folder = try TemporaryFolder() }

    private func keeper() -> VersionKeeper {
        VersionKeeper(in: folder.path) { [said] line in said.all.withLock { $0.append(line) } }
    }

    /// What a new start finds.
    private func found() -> [String: String] {
        let versions = keeper().versions.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        return Dictionary(versions) { first, _ in first }
    }

    private func keepAll() {
        let keeper = keeper()
        for (name, text) in texts { keeper.keep(name, Array(text.utf8)) }
        keeper.copy()
    }

    private func damage(_ path: String) throws {
        try Data((0..<9000).map { _ in UInt8.random(in: 0...255) }).write(to: URL(fileURLWithPath: path))
    }

    @Test func `One of the two may be damaged or gone, whichever it is`() throws {
        keepAll()
        for path in [first, second] {
            try damage(path)
            #expect(found() == texts, "\(path) damaged")
            keeper().copy()
            try FileManager.default.removeItem(atPath: path)
            #expect(found() == texts, "\(path) gone")
            keeper().copy()
            #expect(try VersionDatabase(path: path).all().count == texts.count, "\(path) is there again")
        }
        let names = DamagedFile.names(in: folder.path)
        #expect(names.count == 2)
        for name in names { #expect(said.all.withLock { $0.contains { $0.contains(name) } }) }
        // Both at once: what is kept next is kept again.
        try damage(first)
        try damage(second)
        #expect(found() == [:])
        keepAll()
        #expect(found() == texts)
    }

    @Test func `A byte that the disk changed is never taken for what was written`() throws {
        keepAll()
        let url = URL(fileURLWithPath: first)
        // The last connection that ended has put all of it into the file itself.
        #expect(!FileManager.default.fileExists(atPath: first + "-wal"))
        var bytes = try Data(contentsOf: url)
        let place = try #require(bytes.range(of: Data("宽: 85.6".utf8)))
        bytes[place.upperBound - 1] = UInt8(ascii: "9")
        try bytes.write(to: url)
        #expect(found() == texts)
        #expect(DamagedFile.names(in: folder.path).count == 1)
    }

    @Test func `A change and a deletion reach the second file, and an older first one follows it`() throws {
        keepAll()
        let old = try Data(contentsOf: URL(fileURLWithPath: first))
        let keeper = keeper()
        keeper.keep("cards/ledger.csv", Array("短码,版本\nCY7MN,1\n".utf8))
        keeper.copy()
        #expect(keeper.complaint == nil)
        // A backup from before is put back.
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: first + end) }
        try old.write(to: URL(fileURLWithPath: first))
        #expect(found()["cards/ledger.csv"] == "短码,版本\nCY7MN,1\n")
    }

    @Test func `A folder that is not there is made, and one that cannot be made is said once and mended`() throws {
        let place = folder.path("data")
        try folder.write("", to: "data")
        let keeper = VersionKeeper(in: place) { [said] line in said.all.withLock { $0.append(line) } }
        for _ in 0..<3 { keeper.keep("cards/ledger.csv", [1]) }
        #expect(keeper.complaint != nil)
        #expect(said.all.withLock { $0.count } == 1)
        try FileManager.default.removeItem(atPath: place)
        keeper.keep("cards/ledger.csv", [1])
        #expect(keeper.complaint == nil)
        #expect(keeper.version(named: "cards/ledger.csv") == [1])
    }
}
