internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// Guides that stand elsewhere and are linked into the tree.
@Suite struct LinkedFileTests {
    @Test func `What happens to a linked file is noticed at once, wherever the links lead`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("guides/items")
        try folder.write("甲", to: "elsewhere/甲.yaml")
        try folder.makeFolder("between")
        try folder.link("between/一步.yaml", to: "../elsewhere/甲.yaml")
        try folder.link("guides/items/甲.yaml", to: "../../between/一步.yaml")
        try folder.link("guides/site.yaml", to: folder.path("elsewhere/site.yaml"))
        let watch = try #require(FileWatch(of: [folder.path("guides")]))
        func noticed(_ change: () throws -> Void) throws -> FileWatch.Report {
            _ = watch.report()
            try change()
            #expect(watch.wait(milliseconds: 10_000))
            return watch.report()
        }
        let item = folder.path("guides/items/甲.yaml")
        // Written in place.
        let edit = try noticed {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("elsewhere/甲.yaml")))
            try handle.write(contentsOf: Data("乙".utf8))
            try handle.close()
        }
        #expect(edit.paths == [item])
        #expect(!edit.isStructural)
        // Replaced by a rename, as editors do.
        let replaced = try noticed {
            try Data("丙".utf8).write(to: URL(fileURLWithPath: folder.path("elsewhere/甲.yaml")), options: .atomic)
        }
        #expect(replaced.paths.contains(item))
        // A link on the way that leads elsewhere now.
        let moved = try noticed {
            try FileManager.default.removeItem(atPath: folder.path("between/一步.yaml"))
        }
        #expect(moved.paths.contains(item))
        // What was not there when the watch was set.
        let new = try noticed { try folder.write("名称: 甲", to: "elsewhere/site.yaml") }
        #expect(new.paths.contains(folder.path("guides/site.yaml")))
        // Others there are nobody's.
        let other = try noticed {
            try folder.write("", to: "elsewhere/别的.txt")
            try folder.write("", to: "guides/items/戊.yaml")
        }
        #expect(other.paths == [folder.path("guides/items/戊.yaml")])
    }
}
