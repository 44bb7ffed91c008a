import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

struct GuideLoaderTests {
    /// The findings of a folder with `guides/` and `cards/`, paths without the folder.
    private func findings(_ folder: TemporaryFolder) -> [String] {
        let outcome = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards")).check(today: testDay)
        return outcome.diagnostics.map {
            "\($0.location) \($0.message) [\($0.rule)]".replacing(folder.path + "/", with: "")
        }
    }

    private func sample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, text) in sampleTree() {
            try folder.write(text, to: path.hasPrefix("cards/") ? path : "guides/" + path)
        }
        return folder
    }

    @Test func theShippedTreeHasNoErrors() {
        let loader = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards"))
        let outcome = loader.load(today: testDay)
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        #expect(DiagnosticFormatter { outcome.texts[$0] }.report(errors) == "")
        #expect(outcome.guidebook != nil)
    }

    @Test func aGoodTree() throws {
        let folder = try sample()
        #expect(findings(folder) == [])
    }

    @Test func noFolder() throws {
        let folder = try TemporaryFolder()
        #expect(findings(folder) == ["guides 这里没有指南文件夹：请先进入放着guides和cards的文件夹再运行，或用--guides写明它在哪里 [missing-file]"])
    }

    @Test func noSite() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("guides")
        #expect(findings(folder) == ["guides/site.yaml 缺少网站文件site.yaml（单位、网址、电话、大厅和领域），请新建 [missing-file]"])
    }

    @Test func misplacedFiles() throws {
        let folder = try sample()
        try folder.write("名称: 甲\n", to: "guides/甲.yaml")
        try folder.write("名称: 甲\n", to: "guides/items/乙.yml")
        try folder.write("名称: 甲\n", to: "guides/item/丙.yaml")
        try folder.write("名称: 甲\n", to: "guides/items/旧的/丁.yaml")
        try folder.write("", to: "guides/items/.甲.yaml.swp")
        try folder.write("", to: "guides/items/甲.yaml~")
        #expect(
            findings(folder) == [
                "guides/item 这个文件夹没有读：指南文件放在laws、items、roadmaps、policies、notices、calendar里 [misplaced-file]",
                "guides/items/乙.yml 这个文件没有读：指南文件的名称要以“.yaml”结尾，请改名 [misplaced-file]",
                "guides/items/旧的 这个文件夹没有读：文件要直接放在items里，请移出来 [misplaced-file]",
                "guides/甲.yaml 这个文件没有读：指南文件放在laws、items、roadmaps、policies、notices、calendar里，请移进去 [misplaced-file]",
            ])
    }

    @Test func whatCannotBeOpened() throws {
        let folder = try sample()
        try folder.makeFolder("guides/items/文件夹.yaml")
        try folder.link("guides/items/断链.yaml", to: "没有.yaml")
        try folder.link("guides/items/圈一.yaml", to: "圈二.yaml")
        try folder.link("guides/items/圈二.yaml", to: "圈一.yaml")
        try folder.link("guides/items/设备.yaml", to: "/dev/zero")
        #expect(mkfifo(folder.path("guides/items/管道.yaml"), 0o600) == 0)
        #expect(
            findings(folder) == [
                "guides/items/圈一.yaml 打不开这个文件：链接绕成了圈，请删去或改正链接 [unreadable-file]",
                "guides/items/圈二.yaml 打不开这个文件：链接绕成了圈，请删去或改正链接 [unreadable-file]",
                "guides/items/文件夹.yaml 打不开这个文件：这是一个文件夹，请改名或移走 [unreadable-file]",
                "guides/items/断链.yaml 打不开这个文件：链接指向的文件不存在，请删去或改正链接 [unreadable-file]",
                "guides/items/管道.yaml 打不开这个文件：这不是普通文件，请移走 [unreadable-file]",
                "guides/items/设备.yaml 打不开这个文件：这不是普通文件，请移走 [unreadable-file]",
            ])
    }

    /// Runs `body` with nobody's rights to files: root may read everything, so that permissions would show nothing.
    private func asNobody<Result>(_ body: () -> Result) throws -> Result {
        guard geteuid() == 0 else { return body() }
        typealias SetUser = @convention(c) (UInt32) -> Int32
        // Of this thread alone; glibc has it, its module map has not.
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let setUser = unsafeBitCast(symbol, to: SetUser.self)
        _ = setUser(65_534)
        defer { _ = setUser(0) }
        return body()
    }

    @Test func whatMayNotBeRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("名称: 甲\n", to: "guides/甲.yaml")
        try folder.makeFolder("guides/items")
        #expect(chmod(folder.path, 0o755) == 0 && chmod(folder.path("guides"), 0o755) == 0)
        #expect(chmod(folder.path("guides/甲.yaml"), 0) == 0 && chmod(folder.path("guides/items"), 0) == 0)
        defer { _ = chmod(folder.path("guides/items"), 0o755) }
        func failure(_ body: () throws(FileReading.Failure) -> Void) -> FileReading.Failure? {
            do { try body() } catch { return error }
            return nil
        }
        let found = try asNobody {
            [
                failure { () throws(FileReading.Failure) in
                    _ = try FileReading.bytes(of: folder.path("guides/甲.yaml"), limit: 9)
                },
                failure { () throws(FileReading.Failure) in _ = try FileReading.names(in: folder.path("guides/items"))
                },
            ]
        }
        #expect(found == [.forbidden, .forbidden])
        #expect(UnreadableFile.notOpened(.forbidden, "甲.yaml").message == "打不开这个文件：没有读取的权限，请修改权限")
        #expect(UnreadableFile.folderNotOpened(.forbidden, "甲").message == "打不开这个文件夹：没有读取的权限，请修改权限")
    }

    @Test func whatCannotBeOpenedCanStillBeReferredTo() throws {
        let folder = try sample()
        try FileManager.default.removeItem(atPath: folder.path("guides/items/施工许可.yaml"))
        try folder.makeFolder("guides/items/施工许可.yaml")
        #expect(findings(folder) == ["guides/items/施工许可.yaml 打不开这个文件：这是一个文件夹，请改名或移走 [unreadable-file]"])
    }

    @Test func aCheckFindsTheSameAsALoad() throws {
        for text in ["", "名称: 又一个\n名称: 又一个\n", sampleItem(["短码": "短码: CY7MN", "设定依据": "设定依据: [建筑法 第九条]"])] {
            let folder = try sample()
            if !text.isEmpty { try folder.write(text, to: "guides/items/乙.yaml") }
            let loader = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards"))
            let (loaded, checked) = (loader.load(today: testDay), loader.check(today: testDay))
            #expect(checked.diagnostics == loaded.diagnostics)
            if let guidebook = loaded.guidebook {
                #expect(Set(checked.addresses.owners.keys) == Set(guidebook.guides.map(\.code)))
            }
            #expect(loaded.texts.isEmpty == text.isEmpty)
        }
    }

    @Test func aHugeFileIsNotRead() throws {
        let folder = try sample()
        try folder.write("", to: "guides/items/大.yaml")
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("guides/items/大.yaml")))
        try handle.truncate(atOffset: 100 << 30)
        try handle.close()
        #expect(findings(folder) == ["guides/items/大.yaml 文件超过2MB，不像是指南文件，请检查是否放错了文件 [unreadable-file]"])
    }

    @Test func foldersThatAreNone() throws {
        let folder = try sample()
        try folder.write("甲", to: "guides/notices")
        try folder.link("guides/policies", to: "policies")
        #expect(
            findings(folder) == [
                "guides/notices 这里应当是文件夹，请移走这个文件 [misplaced-file]",
                "guides/policies 打不开这个文件夹：链接绕成了圈，请删去或改正链接 [unreadable-file]",
            ])
    }

    @Test func aTreeThatLinksToItselfEnds() throws {
        let folder = try sample()
        try folder.link("guides/items/自己", to: "../items")
        try folder.link("guides/laws/上面", to: "..")
        #expect(findings(folder).allSatisfy { $0.hasSuffix("[misplaced-file]") })
    }

    @Test func stemsAreComposed() throws {
        let folder = try sample()
        try folder.write(
            sampleItem(["短码": "短码: T6J28", "名称": "名称: 甲"]).replacing("T6J28", with: "WB7HM"),
            to: "guides/items/Cafe\u{301}.yaml")
        let outcome = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards")).load(today: testDay)
        #expect(outcome.guidebook?.items["Caf\u{E9}"] != nil)
    }

    @Test func `what programs leave behind is passed over, and whatever else is not read is told`() throws {
        let folder = try sample()
        for name in ["~$施工许可.yaml", "~WRD0001.yaml", "___jb_tmp___施工许可.yaml", "施工许可.tmp.yaml", ".#施工许可.yaml"] {
            try folder.write(Data([0, 1, 2]), to: "guides/items/" + name)
            try folder.write(Data([0, 1, 2]), to: "cards/" + name)
        }
        #expect(findings(folder) == [])
        try folder.write("名称: 甲\n", to: "guides/items/#1号线.yaml")
        try folder.write("", to: "guides/items/新建 文本文档.yaml")
        #expect(
            findings(folder) == [
                "guides/items/#1号线.yaml 这个文件没有读：名称以“#”开头的文件不读，请改名 [misplaced-file]",
                "guides/items/新建 文本文档.yaml 这个新建的文件还是空的，没有读；用onecard new新建，或删去它 [misplaced-file]",
            ])
    }

    @Test(arguments: [
        ("施工许可\u{200B}", "名称里有一个看不见的字符（U+200B），请删去"), ("\u{FEFF}施工许可", "名称里有一个看不见的字符（U+FEFF），请删去"),
        ("施工许可 ", "名称的开头和末尾不能有空格"), ("施\u{2F2F}许可", "“⼯”看起来是“工”，却是另一个字符（多半从PDF复制来），请重新输入“工”"),
        ("施工许可\u{A0}", "名称里有特殊的空格（U+00A0），请删去"),
    ])
    func `a file's name that looks like another is one error, at the file`(name: String, problem: String) throws {
        let folder = try sample()
        try FileManager.default.moveItem(
            atPath: folder.path("guides/items/施工许可.yaml"), toPath: folder.path("guides/items/\(name).yaml"))
        #expect(findings(folder) == ["guides/items/\(name).yaml 文件名不对：\(problem)；只改文件名，里面的内容不用动 [file-name]"])
    }

    @Test func `half-width brackets in a law's name are one error at the law`() throws {
        let folder = try sample()
        try FileManager.default.moveItem(
            atPath: folder.path("guides/laws/建筑法.yaml"), toPath: folder.path("guides/laws/建筑法(试行).yaml"))
        let item = sampleItem(["设定依据": "设定依据: [建筑法（试行） 第七条]"]).replacing("建筑法 第八条", with: "建筑法（试行） 第八条")
        try folder.write(item, to: "guides/items/施工许可.yaml")
        #expect(findings(folder) == ["guides/laws/建筑法(试行).yaml 文件名不对：括号是半角的，请改成全角“（）”；只改文件名，里面的内容不用动 [file-name]"])
        #expect(FileNaming.problem(in: "施工许可 (1)") == nil)
    }

    @Test(arguments: [("ガス", "ガス".decomposedStringWithCanonicalMapping), ("年检", "\u{F98E}检"), ("甲(乙)", "甲（乙）")])
    func `two files whose names cannot be told apart are an error that names both`(first: String, second: String) throws
    {
        let folder = try sample()
        try folder.write(sampleItem(["短码": "短码: WB7HM", "名称": "名称: 甲"]), to: "guides/items/\(first).yaml")
        try folder.write(sampleItem(["短码": "短码: K3W9G", "名称": "名称: 乙"]), to: "guides/items/\(second).yaml")
        let loader = GuideLoader(guides: folder.path("guides"), cards: folder.path("cards"))
        let found = loader.check(today: testDay).diagnostics.filter { $0.rule == DuplicateName.name }
        #expect(found.count == 1)
        #expect(found.first?.message == "文件名与另一个事项的文件名看上去一样，只有一个会被用到，请改名或合并")
        let files = Set([found.first?.location.file, found.first?.notes.first?.location.file])
        #expect(files == [folder.path("guides/items/\(first).yaml"), folder.path("guides/items/\(second).yaml")])
        // Of what is hidden behind the other, no code is served.
        let codes = loader.read().codes.map(\.text)
        #expect(codes.contains("WB7HM") != codes.contains("K3W9G"))
    }

    @Test(arguments: [FileKind.law, .item, .roadmap, .policy, .notice, .calendar, .card])
    func `so they are in every folder`(_ kind: FileKind) throws {
        let folder = try sample()
        let place = kind.folder.map { "guides/\($0)/" } ?? "cards/"
        for stem in ["ガス", "ガス".decomposedStringWithCanonicalMapping] {
            try folder.write("说明: 甲\n", to: place + stem + ".yaml")
        }
        #expect(findings(folder).count { $0.contains("看上去一样，只有一个会被用到") } == 1)
    }
}
