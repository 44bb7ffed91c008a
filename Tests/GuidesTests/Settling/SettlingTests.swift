import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

/// One fault stops only what it touches.
@Suite struct SettlingTests {
    /// A tree on disk, and a loader that remembers it.
    private final class Kept {
        let folder: TemporaryFolder
        var loader: GuideLoader
        var printed: Set<ShortCode> = []

        init(_ changes: [String: String] = [:], restored: [PublishedVersion] = []) throws {
            folder = try TemporaryFolder()
            for (path, text) in sampleTree(Kept.more.merging(changes) { $1 }) {
                try folder.write(text, to: Kept.place(path))
            }
            loader = Kept.loader(folder, restored)
        }

        /// Files of the other kinds.
        static let more = [
            "items/另一个.yaml": sampleItem([
                "短码": "短码: K3QWN", "名称": "名称: 另一个事项", "设定依据": "设定依据: [行政许可法 第七条]",
                "法定办结时限": "法定办结时限: {时限: 7日, 起算: 收到申请}",
            ]),
            "laws/行政许可法.yaml": sampleLaw.replacing("建筑法", with: "行政许可法"),
            "retired.yaml":
                "退役:\n  - {短码: \"00000\", 名称: 旧事项, 日期: 2026-10-01, 原因: 并入施工许可, 接替: 施工许可}\n",
            "reserved.yaml": "预留:\n  - {短码: \"SN2GM\", 用途: 新卡, 日期: 2026-10-01}\n",
            "calendar/2026.yaml": """
            年份: 2026
            放假: [{名称: 国庆节, 起: 2026-10-01, 止: 2026-10-07}]
            调休上班: []
            依据: 国务院办公厅的通知
            核对: {日期: 2026-11-01, 状态: 待核}

            """,
        ]

        static func place(_ name: String) -> String { name.hasPrefix("cards/") ? name : "guides/" + name }

        static func loader(_ folder: TemporaryFolder, _ restored: [PublishedVersion]) -> GuideLoader {
            GuideLoader(
                guides: folder.path("guides"), cards: folder.path("cards"), memory: LoadMemory { restored })
        }

        func path(_ name: String) -> String { folder.path(Kept.place(name)) }

        func load(changed: Set<String>? = nil) -> GuideLoader.Settled {
            loader.settle(changed: changed, printed: printed, today: testDay)
        }

        func write(_ text: String, to name: String) throws { try folder.write(text, to: Kept.place(name)) }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

        /// The names of what is held back.
        func held(_ settled: GuideLoader.Settled) -> [String] {
            settled.held.map { $0.path.replacing(folder.path + "/", with: "").replacing("guides/", with: "") }
        }

        /// What would be kept on disk for the next start.
        func versions() -> [PublishedVersion] {
            guard let changes = loader.unsavedVersions() else { return [] }
            loader.noteSaved(changes)
            return changes.changed
        }

        /// Ends the program and starts it again.
        func restart(with versions: [PublishedVersion]) { loader = Kept.loader(folder, versions) }
    }

    private static let kinds = [
        "site.yaml", "items/施工许可.yaml", "roadmaps/房地产开发.yaml", "laws/建筑法.yaml", "calendar/2026.yaml", "retired.yaml",
        "reserved.yaml", "cards/房地产开发.yaml",
    ]

    @Test(arguments: kinds) func `A broken file of any kind stays as it was, and all others go on`(name: String) throws
    {
        let kept = try Kept()
        let before = try #require(kept.load().guidebook)
        for broken in ["坏: [", "没有的键: 1\n", "\u{0}", ""] {
            try kept.write(broken, to: name)
            let settled = kept.load(changed: [kept.path(name)])
            #expect(kept.held(settled) == [name])
            #expect(settled.held.allSatisfy { $0.hasOlder && !$0.reasons.isEmpty })
            #expect(settled.errors.contains { $0.location.file == kept.path(name) })
            #expect(settled.guidebook?.givenCodes == before.givenCodes)
            #expect(settled.guidebook?.revised == [])
            // Somebody else's edit is live all the same.
            try kept.write(
                sampleItem(["短码": "短码: K3QWN", "名称": "名称: 另一个事项", "简介": "简介: 第\(broken.count)版。"]),
                to: "items/另一个.yaml")
            let edited = kept.load(changed: [kept.path("items/另一个.yaml")])
            #expect(kept.held(edited) == [name])
            #expect(edited.guidebook?.items["另一个"]?.summary == "第\(broken.count)版。")
        }
        try kept.write(try #require(sampleTree(Kept.more)[name]), to: name)
        #expect(kept.held(kept.load()) == [])
    }

    @Test(arguments: kinds) func `So it does over a restart`(name: String) throws {
        let kept = try Kept()
        let before = try #require(kept.load().guidebook)
        let versions = kept.versions()
        #expect(versions.count == sampleTree(Kept.more).count)
        #expect(kept.versions().isEmpty)
        for change in ["坏: [", nil] {
            if let change { try kept.write(change, to: name) } else { try kept.remove(name) }
            kept.restart(with: versions)
            let settled = kept.load()
            if change != nil || name == "site.yaml" {
                #expect(settled.guidebook?.givenCodes == before.givenCodes, "\(name)")
                #expect(settled.guidebook?.roadmaps.keys.sorted() == ["房地产开发"])
                #expect(settled.errors.isEmpty == false)
            }
            // What is deleted on purpose, and nothing leans on it, is gone.
            if change == nil, name == "cards/房地产开发.yaml" { #expect(settled.guidebook?.cards.isEmpty == true) }
        }
    }

    @Test func `Where there never was a good version, the file and what depends on it are left out`() throws {
        let kept = try Kept(["laws/建筑法.yaml": "坏: ["])
        let settled = kept.load()
        #expect(
            kept.held(settled) == ["cards/房地产开发.yaml", "items/施工许可.yaml", "laws/建筑法.yaml", "roadmaps/房地产开发.yaml"])
        let guidebook = try #require(settled.guidebook)
        #expect(guidebook.items.keys.sorted() == ["另一个"])
        #expect(guidebook.revised == Set(["CY7MN", "T6J28"].compactMap { try? ShortCode(reading: $0) }))
        #expect(guidebook.retired.count == 1)
    }

    @Test(arguments: ["坏: [\n短码: CY7MN\n", "短码：CY7MN\n坏: [", "\u{FEFF}短码: \"CY7MN\"\n- a\n", "短码: cy7mn # 说明\n: ["])
    func `The code of a file that cannot be read is still known`(text: String) throws {
        let kept = try Kept(["items/施工许可.yaml": text])
        let revised = try #require(kept.load().guidebook).revised
        #expect(revised.contains(try ShortCode(reading: "CY7MN")))
    }

    @Test func `Of two files that do not go together the newest change loses`() throws {
        for name in ["items/甲.yaml", "items/一.yaml"] {
            let kept = try Kept()
            _ = kept.load()
            try kept.write(sampleItem(["名称": "名称: 第三个", "短码": "短码: CY7MN"]), to: name)
            let settled = kept.load()
            #expect(kept.held(settled) == [name])
            #expect(settled.held.first?.hasOlder == false)
            #expect(settled.guidebook?.guide(named: "施工许可")?.code?.text == "CY7MN")
            // The one that had the code first may be edited meanwhile.
            try kept.write(sampleItem(["简介": "简介: 改过。"]), to: "items/施工许可.yaml")
            let edited = kept.load(changed: [kept.path("items/施工许可.yaml")])
            #expect(kept.held(edited) == [name])
            #expect(edited.guidebook?.items["施工许可"]?.summary == "改过。")
        }
    }

    @Test func `A change that others lean on falls back, not those that lean on it`() throws {
        let changes: [(name: String, text: String?)] = [
            ("site.yaml", sampleSite.replacing("济宁市政务服务中心", with: "新大厅")),
            ("laws/建筑法.yaml", sampleLaw.replacing("{条: 第八条, 待核: 是}", with: "{条: 第九条, 待核: 是}")),
            ("laws/建筑法.yaml", nil), ("items/施工许可.yaml", nil), ("roadmaps/房地产开发.yaml", nil),
        ]
        for change in changes {
            let kept = try Kept()
            let before = try #require(kept.load().guidebook)
            if let text = change.text { try kept.write(text, to: change.name) } else { try kept.remove(change.name) }
            let settled = kept.load()
            #expect(kept.held(settled) == [change.name])
            #expect(settled.guidebook?.givenCodes == before.givenCodes)
            #expect(settled.guidebook?.site.halls.map(\.name) == ["济宁市政务服务中心"])
        }
    }

    @Test func `No edit takes a printed code away or gives it to another guide`() throws {
        let code = try ShortCode(reading: "K3QWN")
        for isRestart in [false, true] {
            let kept = try Kept()
            kept.printed = [code]
            _ = kept.load()
            let versions = kept.versions()
            try kept.remove("items/另一个.yaml")
            if isRestart { kept.restart(with: versions) }
            let settled = kept.load()
            #expect(kept.held(settled) == ["items/另一个.yaml"])
            #expect(settled.errors.map(\.rule) == ["ledger-dead-code"])
            #expect(settled.guidebook?.guide(for: code)?.name == "另一个事项")
            // Retired in the file, it may go.
            try kept.write(
                (Kept.more["retired.yaml"] ?? "") + "  - {短码: K3QWN, 名称: 另一个事项, 日期: 2026-10-01, 原因: 不办了}\n",
                to: "retired.yaml")
            let retired = kept.load()
            #expect(kept.held(retired) == [])
            #expect(retired.guidebook?.guide(for: code) == nil)
            #expect(retired.guidebook?.retired[code] != nil)
        }
        // Two codes swapped.
        let kept = try Kept()
        kept.printed = [code, try ShortCode(reading: "CY7MN")]
        _ = kept.load()
        try kept.write(sampleItem(["短码": "短码: K3QWN"]), to: "items/施工许可.yaml")
        try kept.write(sampleItem(["短码": "短码: CY7MN", "名称": "名称: 另一个事项"]), to: "items/另一个.yaml")
        let settled = kept.load()
        #expect(kept.held(settled) == ["items/另一个.yaml", "items/施工许可.yaml"])
        #expect(settled.guidebook?.guide(for: code)?.name == "另一个事项")
        // A printed guide's file overwritten by another one, unless it says that it was called so.
        let renamed = try Kept()
        renamed.printed = [code]
        _ = renamed.load()
        try renamed.write(sampleItem(["短码": "短码: K3QWN", "名称": "名称: 完全不同的事项"]), to: "items/另一个.yaml")
        let overwritten = renamed.load()
        #expect(renamed.held(overwritten) == ["items/另一个.yaml"])
        #expect(overwritten.errors.map(\.rule) == ["ledger-other-guide"])
        #expect(overwritten.guidebook?.guide(for: code)?.name == "另一个事项")
        try renamed.write(
            sampleItem(["短码": "短码: K3QWN", "名称": "名称: 完全不同的事项\n曾用名: [另一个事项]"]), to: "items/另一个.yaml")
        let said = renamed.load()
        #expect(renamed.held(said) == [])
        #expect(said.guidebook?.guide(for: code)?.name == "完全不同的事项")
        // A guide that moves to another file with its name takes its code along.
        let moved = try Kept()
        moved.printed = [code]
        _ = moved.load()
        try FileManager.default.moveItem(atPath: moved.path("items/另一个.yaml"), toPath: moved.path("items/搬家.yaml"))
        let after = moved.load()
        #expect(moved.held(after) == [])
        #expect(after.guidebook?.guide(named: "搬家")?.code == code)
    }

    @Test func `A printed code that opens nothing is that of a guide being revised`() throws {
        let kept = try Kept()
        let code = try #require(ShortCode(ordinal: 4711))
        kept.printed = [code]
        #expect(kept.load().guidebook?.revised == [code])
    }

    @Test func `A tree that is being moved stays as it was`() throws {
        let kept = try Kept()
        let before = try #require(kept.load().guidebook)
        let guides = kept.folder.path("guides")
        try FileManager.default.moveItem(atPath: guides, toPath: kept.folder.path("away"))
        #expect(kept.load().guidebook?.givenCodes == before.givenCodes)
        #expect(kept.load().errors.map(\.rule) == ["missing-file"])
        try kept.folder.makeFolder("guides")
        #expect(kept.load().guidebook?.givenCodes == before.givenCodes)
        try FileManager.default.removeItem(atPath: guides)
        try FileManager.default.moveItem(atPath: kept.folder.path("away"), toPath: guides)
        let back = kept.load()
        #expect(back.errors.isEmpty)
        #expect(back.guidebook?.givenCodes == before.givenCodes)
    }

    @Test func `What went out once stays, though a newer program finds it wrong`() throws {
        let kept = try Kept()
        let before = try #require(kept.load().guidebook)
        // As it would be under a rule that came later: the version that was served has an error.
        let old = sampleItem(["承诺办结时限": "承诺办结时限: {时限: 十个白天, 起算: 受理}"])
        let versions = kept.versions().map { version in
            version.name == "guides/items/施工许可.yaml"
                ? PublishedVersion(name: version.name, bytes: Array(old.utf8)) : version
        }
        try kept.write(old, to: "items/施工许可.yaml")
        kept.restart(with: versions)
        let settled = kept.load()
        #expect(settled.guidebook?.givenCodes == before.givenCodes)
        #expect(settled.guidebook?.revised == [])
        #expect(Set(settled.errors.map(\.location.file)) == [kept.path("items/施工许可.yaml")])
    }

    @Test func `Without a site nothing can be shown, and it is said why`() throws {
        let kept = try Kept(["site.yaml": "坏: ["])
        let settled = kept.load()
        #expect(settled.guidebook == nil)
        #expect(settled.errors.contains { $0.location.file.hasSuffix("site.yaml") })
    }

    @Test func `Only what changed is kept again, and what is gone is let go`() throws {
        let kept = try Kept()
        _ = kept.load()
        _ = kept.versions()
        try kept.write(sampleItem(["短码": "短码: K3QWN", "名称": "名称: 另一个事项", "简介": "简介: 新。"]), to: "items/另一个.yaml")
        try kept.write("坏: [", to: "laws/建筑法.yaml")
        _ = kept.load()
        #expect(kept.versions().map(\.name) == ["guides/items/另一个.yaml"])
        try kept.remove("items/另一个.yaml")
        _ = kept.load()
        #expect(kept.loader.unsavedVersions()?.gone == ["guides/items/另一个.yaml"])
    }
}
