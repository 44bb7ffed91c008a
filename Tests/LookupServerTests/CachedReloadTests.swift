internal import Diagnostics
internal import Foundation
internal import Guides
internal import Publication
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// A reload that remembers gives the same as a load that does not, byte for byte, and leaves alone what did not change.
@Suite struct CachedReloadTests {
    /// Every answer of a snapshot that stands at an address, in both sizes of print.
    private struct Answers: Equatable {
        var tags: [String: String] = [:]
        var bodies: [String: [UInt8]] = [:]

        init(_ snapshot: SiteSnapshot) {
            for address in snapshot.addresses {
                let typed = address.hasPrefix("/c/") ? String(address.dropFirst(3)) : nil
                let answer: ReadyResponse? =
                    if let typed {
                        switch try? snapshot.opening(of: typed, compressing: true, charge: { _ in }) {
                        case .guide(let answers)?: answers.page
                        case .nothing(let page, _)?: page
                        case nil: nil
                        }
                    } else {
                        snapshot.page(at: address)
                    }
                add(address, answer)
                add(address + "?size=large", snapshot.largePage(at: address))
            }
        }

        private mutating func add(_ address: String, _ answer: ReadyResponse?) {
            tags[address] = answer?.plain.tag
            bodies[address] = answer?.plain.bytes
        }

        /// The addresses whose answers are others.
        func changed(since older: Answers) -> Set<String> {
            Set(Set(tags.keys).union(older.tags.keys).filter { tags[$0] != older.tags[$0] })
        }
    }

    /// A tree, the loader that remembers it, and what is served from it.
    private final class Kept {
        let tree: any ChangeableTree
        let loader: GuideLoader
        var printed: [ShortCode: ClosedRange<CalendarDate>] = [:]
        var snapshot: SiteSnapshot
        var answers: Answers

        init(_ tree: some ChangeableTree) throws {
            self.tree = tree
            loader = GuideLoader(guides: tree.guides, cards: tree.cards, memory: LoadMemory())
            snapshot = try SiteSnapshot(try #require(loader.settle().guidebook))
            answers = Answers(snapshot)
        }

        /// Loads after an edit, holds it against a load without memory, and says which addresses changed.
        func reload(_ paths: Set<String>?) throws -> Set<String> {
            let cards = PrintedCards(dates: printed)
            let remembered = loader.settle(changed: paths)
            #expect(remembered.errors.isEmpty)
            let fresh = GuideLoader(guides: tree.guides, cards: tree.cards).load()
            snapshot = try SiteSnapshot(try #require(remembered.guidebook), cards: cards, replacing: snapshot)
            let now = Answers(snapshot)
            let anew = Answers(try SiteSnapshot(try #require(fresh.guidebook), cards: cards))
            #expect(now.changed(since: anew) == [])
            #expect(now == anew)
            defer { answers = now }
            return now.changed(since: answers)
        }

        func edit(_ name: String, _ change: (String) -> String) throws -> String {
            let path = tree.guides + "/" + name
            let old = try String(contentsOfFile: path, encoding: .utf8)
            let new = change(old)
            #expect(new != old)
            try Data(new.utf8).write(to: URL(fileURLWithPath: path))
            return path
        }
    }

    private func inLargePrintToo(_ addresses: Set<String>) -> Set<String> {
        addresses.union(addresses.map { $0 + "?size=large" })
    }

    /// Each way to say what changed: the file by name, or that anything may have.
    @Test(arguments: [true, false]) func `An edit changes its pages and no other`(isNamed: Bool) throws {
        let kept = try Kept(ReloadTree())
        func reload(_ path: String) throws -> Set<String> { try kept.reload(isNamed ? [path] : nil) }

        // Nothing at all.
        #expect(try kept.reload(isNamed ? [] : nil) == [])
        // A comment in an item.
        #expect(try reload(kept.edit("items/施工许可.yaml") { $0 + "# 备注\n" }) == [])
        // An item's words: its page alone.
        let item = try reload(kept.edit("items/施工许可.yaml") { $0.replacing(/\n简介: .*/, with: "\n简介: 换了一句话。") })
        #expect(item.isSuperset(of: inLargePrintToo(["/c/CY7MN"])))
        #expect(item.isSubset(of: inLargePrintToo(["/c/CY7MN"])))
        // A policy: its own page, the lists, its field's.
        let policy = try reload(
            kept.edit("policies/专项债券管理.yaml") { $0.replacing("国办发〔2024〕52号", with: "国办发〔2024〕99号") })
        #expect(policy.isSuperset(of: inLargePrintToo(["/c/STJ0M", "/policies", "/fields/基础提升"])))
        #expect(!policy.contains("/fields/高端化工"))
        // A law: its page, and the items that cite it.
        let law = try reload(
            kept.edit("laws/建筑法.yaml") { $0.replacing(/名称: .*/, maxReplacements: 1) { "\($0.output)（甲）" } })
        #expect(law.isSuperset(of: inLargePrintToo(["/laws/建筑法"])))
        #expect(law.contains("/c/CY7MN"))
        #expect(!law.contains("/c/STJ0M"))
        // The site: everything but the descriptions of shapes.
        let site = try reload(kept.edit("site.yaml") { $0.replacing("0537-3239633", with: "0537-1234567") })
        #expect(
            site.isSuperset(
                of: kept.snapshot.addresses.filter { $0.hasPrefix("/c/") || $0.hasPrefix("/laws/") }.filter {
                    !$0.hasPrefix("/laws/")
                }))
    }

    /// Once with all that a city has, for what a small tree has not; each kind of edit is tried on the small one.
    @Test func `In the shipped guides, too, an item's words change its page and no other`() throws {
        let kept = try Kept(GuideTreeCopy())
        #expect(kept.answers.tags.count > 200)
        let path = try kept.edit("items/施工许可.yaml") { $0.replacing(/\n简介: .*/, with: "\n简介: 换了一句话。") }
        #expect(try kept.reload([path]) == inLargePrintToo(["/c/CY7MN"]))
    }

    @Test(arguments: [true, false]) func `What an item is now stands on every page that names it`(isNamed: Bool) throws
    {
        let kept = try Kept(ReloadTree())
        let item = "items/施工许可.yaml"
        func state(_ lines: String) throws -> Set<String> {
            let path = try kept.edit(item) {
                $0.replacing(/\n(暂停|取消|计划取消日期): .*/, with: "").replacing(/\n事项状态: .*/, with: "\n" + lines)
            }
            return try kept.reload(isNamed ? [path] : nil)
        }
        let roadmap = try #require(kept.snapshot.guidebook.roadmaps["房地产开发"]?.code)
        let everywhere = inLargePrintToo(["/c/CY7MN", "/", "/fields/房地产开发", "/laws/建筑法", "/c/\(roadmap)"])
        let paused = try state("事项状态: 暂停\n暂停: {起: 2026-11-01, 原因: 升级}")
        #expect(paused.isSuperset(of: everywhere))
        #expect(!paused.contains("/c/STJ0M"))
        let longer = try state("事项状态: 暂停\n暂停: {起: 2026-11-01, 止: 2999-12-30, 原因: 升级}")
        #expect(longer.isSuperset(of: inLargePrintToo(["/c/CY7MN", "/", "/c/\(roadmap)"])))
        let ended = try state("事项状态: 在用\n计划取消日期: 2026-11-01\n取消: {原因: 并入, 接替: 消防验收}")
        #expect(ended.isSuperset(of: everywhere))
        // The link to the successor has its name.
        let named = try kept.edit("items/消防验收.yaml") { $0.replacing(/\n名称: .*/, with: "\n名称: 换了名称的验收") }
        #expect(try kept.reload(isNamed ? [named] : nil).contains("/c/CY7MN"))
        #expect(try state("事项状态: 在用").isSuperset(of: everywhere))
    }

    @Test func `A row of the ledger changes the page of its code alone`() throws {
        let kept = try Kept(ReloadTree())
        let code = try #require(kept.snapshot.guidebook.items.values.first { !$0.changes.isEmpty }?.code)
        let day = try #require(CalendarDate("2020-01-01"))
        kept.printed = [code: day...day]
        #expect(try kept.reload([]) == inLargePrintToo(["/c/\(code)"]))
    }

    @Test(arguments: [true, false]) func `Files come, go and change their names`(isNamed: Bool) throws {
        let kept = try Kept(ReloadTree())
        let code = try #require(ShortCode(ordinal: 4711))
        let (first, second) = (kept.tree.guides + "/items/排水许可甲.yaml", kept.tree.guides + "/items/排水许可乙.yaml")
        let text = try String(contentsOfFile: kept.tree.guides + "/items/排水许可.yaml", encoding: .utf8)
            .replacing(/短码: .*/, with: "短码: \(code)").replacing(/\n名称: .*/, with: "\n名称: 排水许可甲")
            .replacing(/\n别名: .*/, with: "\n别名: [甲乙丙丁]")
        try Data(text.utf8).write(to: URL(fileURLWithPath: first))
        let came = try kept.reload(isNamed ? [first] : nil)
        #expect(came.contains("/c/\(code)"))
        #expect(!came.contains("/c/CY7MN"))
        try FileManager.default.moveItem(atPath: first, toPath: second)
        _ = try kept.reload(isNamed ? [first, second] : nil)
        #expect(kept.answers.tags["/c/\(code)"] != nil)
        try FileManager.default.removeItem(atPath: second)
        let went = try kept.reload(isNamed ? [second] : nil)
        #expect(went.contains("/c/\(code)"))
        #expect(kept.answers.tags["/c/\(code)"] == nil)
    }

    @Test func `Errors are found as by a load without memory, cost nothing, and are gone when they are mended`() throws
    {
        let kept = try Kept(ReloadTree())
        let breakages: [(String, (String) -> String)] = [
            ("items/施工许可.yaml", { $0.replacing("承诺办结时限:", with: "承诺时限:") }),
            ("items/施工许可.yaml", { $0.replacing("建筑法 第八条", with: "建筑法 第八百条") }),
            ("items/消防验收.yaml", { $0.replacing(/短码: .*/, with: "短码: CY7MN") }),
            ("laws/建筑法.yaml", { $0.replacing("第八条", with: "第八百条") }),
            ("policies/专项债券管理.yaml", { $0.replacing("[基础提升]", with: "[没有的领域]") }),
            ("site.yaml", { $0.replacing("网址:", with: "网站:") }),
            ("items/排水许可.yaml", { String($0.prefix(200)) }),
        ]
        for (name, breakage) in breakages {
            let path = kept.tree.guides + "/" + name
            let good = try String(contentsOfFile: path, encoding: .utf8)
            let broken = breakage(good)
            try #require(broken != good, "\(name) has what is to be broken")
            try Data(broken.utf8).write(to: URL(fileURLWithPath: path))
            let found = kept.loader.settle(changed: [path])
            let fresh = GuideLoader(guides: kept.tree.guides, cards: kept.tree.cards).load()
            #expect(fresh.guidebook == nil)
            #expect(found.held.map(\.path) == [path])
            #expect(!found.held.contains { !$0.hasOlder })
            // What the newest files would be, had they all come at once.
            let errors = fresh.diagnostics.filter { $0.severity == .error }
            #expect(Set(found.errors).isSubset(of: errors), "\(name)")
            #expect(!found.errors.isEmpty, "\(name)")
            let now = Answers(try SiteSnapshot(try #require(found.guidebook)))
            #expect(now.changed(since: kept.answers) == [], "\(name)")
            try Data(good.utf8).write(to: URL(fileURLWithPath: path))
            #expect(try kept.reload([path]) == [])
        }
        // A law that items cite is gone, and comes back.
        let law = kept.tree.guides + "/laws/建筑法.yaml"
        let words = try Data(contentsOf: URL(fileURLWithPath: law))
        try FileManager.default.removeItem(atPath: law)
        let found = kept.loader.settle(changed: [law])
        #expect(found.held.map(\.path) == [law])
        #expect(Answers(try SiteSnapshot(try #require(found.guidebook))).changed(since: kept.answers) == [])
        try words.write(to: URL(fileURLWithPath: law))
        #expect(try kept.reload([law]) == [])
    }

    @Test func `A law that is cited by its full name is missed as soon as it has another`() throws {
        let kept = try Kept(ReloadTree())
        let item = try kept.edit("items/施工许可.yaml") {
            $0.replacing("- 建筑法 第七条、第八条", with: "- 中华人民共和国建筑法 第七条、第八条")
        }
        _ = try kept.reload([item])
        let law = kept.tree.guides + "/laws/建筑法.yaml"
        let words = try String(contentsOfFile: law, encoding: .utf8)
        try Data(words.replacing("名称: 中华人民共和国建筑法", with: "名称: 中华人民共和国建造法").utf8)
            .write(to: URL(fileURLWithPath: law))
        // The item names the law as it was: what changed is held back.
        let found = kept.loader.settle(changed: [law])
        #expect(found.held.map(\.path) == [law])
        let fresh = GuideLoader(guides: kept.tree.guides, cards: kept.tree.cards).load()
        #expect(!found.errors.isEmpty && Set(found.errors).isSubset(of: fresh.diagnostics))
        try Data(words.utf8).write(to: URL(fileURLWithPath: law))
        #expect(try kept.reload([law]) == [])
        // The page of the law still lists what cites it by that name.
        let renamed = try kept.reload([kept.edit("items/施工许可.yaml") { $0.replacing(/\n名称: .*/, with: "\n名称: 换了名称") }])
        #expect(renamed.contains("/laws/建筑法"))
    }

    @Test func `A change within the same second and of the same length is seen`() throws {
        let kept = try Kept(ReloadTree())
        for number in 1...20 {
            let path = try kept.edit("items/施工许可.yaml") {
                $0.replacing(/\n简介: .*/, with: "\n简介: 第\(number + 10)版。")
            }
            _ = kept.loader.settle(changed: nil)
            let again = try kept.edit("items/施工许可.yaml") {
                $0.replacing("第\(number + 10)版。", with: "第\(number + 50)版。")
            }
            #expect(path == again)
            let outcome = kept.loader.settle(changed: nil)
            #expect(outcome.guidebook?.items["施工许可"]?.summary == "第\(number + 50)版。")
        }
    }

    @Test func `Pages that did not change are not made again`() throws {
        let kept = try Kept(ReloadTree())
        let (same, changed) = (try #require(CodeKey(target: "/c/STJ0M")), try #require(CodeKey(target: "/c/CY7MN")))
        let old = try #require(kept.snapshot.hotPage(same))
        let edited = try #require(kept.snapshot.hotPage(changed))
        let path = try kept.edit("items/施工许可.yaml") { $0.replacing(/\n简介: .*/, with: "\n简介: 换了一句话。") }
        _ = try kept.reload([path])
        #expect(kept.snapshot.hotPage(same) === old)
        #expect(kept.snapshot.hotPage(changed) !== edited)
    }
}
