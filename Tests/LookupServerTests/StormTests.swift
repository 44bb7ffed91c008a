internal import Foundation
internal import Glibc
internal import Synchronization
internal import TestSupport
internal import Testing

/// Edits of every kind, without a pause, while clients ask: no answer but 200, no page of two versions, no broken edit.
///
/// It takes a minute; `ONECARD_STORM_SECONDS=10 make test` makes it shorter for those who are in a hurry.
@Suite(.serialized) struct StormTests {
    /// What clients saw.
    private struct Seen {
        var answers = 0
        /// Each with the telephone number beside it.
        var versions: Set<String> = []
        var faults: [String] = []
    }

    /// Does every kind of edit to release folders, between which a link is switched.
    private struct Editor {
        let tree: SmallTree
        private let releases: String
        private var release = 0
        /// The newest good edit.
        private(set) var version = 0
        /// What a page may say: each version, with the telephone number of the release that it was written in, or of a later
        /// one: while an item is half written, its last good version stands beside what is new elsewhere.
        private(set) var allowed: Set<String> = ["风暴0。"]
        private var random = SystemRandomNumberGenerator()
        private var item: String { "\(releases)/\(release)/items/施工许可.yaml" }

        init(_ tree: SmallTree) throws {
            self.tree = tree
            releases = tree.folder.path("releases")
            try tree.folder.makeFolder("releases")
            try FileManager.default.moveItem(atPath: tree.guides, toPath: releases + "/0")
            try tree.folder.link("guides", to: "releases/0")
            try SmallTree.write(text(), to: item)
            // With a card that opens it, a tree without the item is a broken one.
            try SmallTree.write(
                SmallTree.text(of: Repository.path("cards/房地产开发.yaml"), ["打开": "施工许可"]), to: tree.cards + "/卡.yaml")
        }

        private mutating func next() {
            version += 1
            allowed.insert("风暴\(version)。" + (release == 0 ? "" : phone))
        }

        private var phone: String { "0537-\(3_000_000 + release)" }

        /// The item with its version in three places.
        private func text(_ mark: String = "风暴") throws -> String {
            let words = "\(mark)\(version)。"
            return try SmallTree.text(of: item, ["简介": words, "适用范围": words, "审查标准": words])
        }

        mutating func edit() throws {
            switch Int.random(in: 0..<7, using: &random) {
            case 0:
                next()
                try SmallTree.write(text(), to: item)
            case 1:
                next()
                try Data(text().utf8).write(to: URL(fileURLWithPath: item), options: .atomic)
            case 2:
                // Half of it, a while of nothing, the rest.
                next()
                let bytes = Array(try text().utf8)
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: item))
                try handle.truncate(atOffset: 0)
                try handle.write(contentsOf: bytes.prefix(bytes.count / 2))
                usleep(UInt32.random(in: 0...300_000))
                try handle.write(contentsOf: bytes.dropFirst(bytes.count / 2))
                try handle.close()
            case 3:
                // Broken, in words that no page may ever show; and mended.
                let good = try text()
                let unknown = try text("坏了") + "\n不认识的键: 坏了\n"
                for broken in [unknown, "简介: [坏了\n", "", String(good.prefix(good.count / 3))].shuffled().prefix(2) {
                    try SmallTree.write(broken, to: item)
                    usleep(UInt32.random(in: 0...400_000))
                }
                try SmallTree.write(good, to: item)
            case 4:
                next()
                let good = try text()
                try FileManager.default.removeItem(atPath: item)
                usleep(UInt32.random(in: 0...200_000))
                try SmallTree.write(good, to: item)
            case 5:
                // Renamed away and back, with an editor's leavings.
                try SmallTree.write("坏了", to: "\(releases)/\(release)/items/.施工许可.yaml.swp")
                rename(item, item + "~")
                usleep(UInt32.random(in: 0...200_000))
                rename(item + "~", item)
            default: try nextRelease()
            }
        }

        /// Another release folder, whose item and telephone number go together, takes the link.
        private mutating func nextRelease() throws {
            let new = "\(releases)/\(release + 1)"
            try FileManager.default.copyItem(atPath: "\(releases)/\(release)", toPath: new)
            release += 1
            for older in 0...version { allowed.insert("风暴\(older)。\(phone)") }
            next()
            try SmallTree.write(text(), to: item)
            let site = new + "/site.yaml"
            try SmallTree.write(SmallTree.text(of: site, ["咨询电话": phone]), to: site)
            try tree.folder.link("next", to: "releases/\(release)")
            rename(tree.folder.path("next"), tree.guides)
        }
    }

    @Test func `A storm of edits never shows through`() async throws {
        try await onThread {
            let seconds = ProcessInfo.processInfo.environment["ONECARD_STORM_SECONDS"].flatMap { Double($0) } ?? 60
            var editor = try Editor(SmallTree())
            let daemon = try BuiltDaemon(editor.tree, ["--rate-limit", "0"])
            let readers = Readers(port: daemon.port)
            readers.start(2)
            defer { readers.stop() }
            let end = Date(timeIntervalSinceNow: seconds)
            while Date() < end {
                try editor.edit()
                // Now in a row, now with a rest in which the newest state goes out.
                usleep(UInt32.random(in: 0...3) == 0 ? 1_200_000 : UInt32.random(in: 0...60_000))
            }
            try daemon.wait(for: "the newest edit") { try daemon.ask("/c/CY7MN").text.contains("风暴\(editor.version)。") }
            readers.stop()
            let seen = readers.seen
            #expect(seen.faults.isEmpty, "\(seen.faults.prefix(3))")
            #expect(
                seen.versions.isSubset(of: editor.allowed), "\(seen.versions.subtracting(editor.allowed).prefix(3))")
            #expect(seen.answers > 100)
            #expect(seen.versions.count >= 3)
            #expect(daemon.stop() == 0)
            print(
                "storm: \(seconds) s, \(editor.version) good edits, \(seen.versions.count) versions seen in \(seen.answers) answers"
            )
        }.get()
    }

    /// Clients that ask without a pause, on one connection after another, and look at each page.
    private final class Readers: Sendable {
        private let port: Int
        private let found = Mutex(Seen())
        private let isOver = Atomic<Bool>(false)
        private let running = DispatchGroup()

        init(port: Int) { self.port = port }

        var seen: Seen { found.withLock { $0 } }

        func start(_ count: Int) {
            for _ in 0..<count {
                running.enter()
                Thread { [self] in
                    while !isOver.load(ordering: .acquiring) { read() }
                    running.leave()
                }.start()
            }
        }

        func stop() {
            isOver.store(true, ordering: .releasing)
            running.wait()
        }

        private func read() {
            var version: String?
            var fault: String?
            do {
                let client = try Client(port: port)
                try client.send("GET /c/CY7MN HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                let answer = try client.answer()
                let page = answer.text
                let versions = Set(page.matches(of: /风暴[0-9]+。/).map { String($0.output) })
                let phones = Set(page.matches(of: /0537-30[0-9]{5}/).map { String($0.output) })
                version = versions.first.map { $0 + (phones.first ?? "") }
                if answer.status != 200 {
                    fault = "\(answer.status)"
                } else if !page.hasSuffix("</html>") {
                    fault = "half a page"
                } else if versions.count != 1 || phones.count > 1 {
                    fault = "mixed: \(versions) \(phones)"
                } else if page.contains("坏了") {
                    fault = "a broken edit"
                }
            } catch {
                fault = "\(error)"
            }
            found.withLock { [version, fault] seen in
                seen.answers += 1
                if let version { seen.versions.insert(version) }
                if let fault { seen.faults.append(fault) }
            }
        }
    }
}
