internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation
internal import Guides

/// `onecard init`: the folders of a site that nobody has written yet, and its site.yaml to fill in.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an empty site: the folders, site.yaml to fill in, a design and a sheet.",
        discussion: "Nothing that is there already is touched: where one of its folders exists, it makes nothing.")

    @Argument(help: "The folder in which guides and cards are made.")
    var folder: String

    func run() throws {
        for name in ["guides", "cards"] where FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            Report.complain("\(folder)/\(name)已经有了，没有改动它；请换一个文件夹")
            throw ExitCode.inputErrors
        }
        do {
            try make()
        } catch {
            Report.complain("写不了\(folder)：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
        Report.say("写好了\(folder)里的guides和cards。请先填好guides/site.yaml里写着“待填”的地方，再在\(folder)里运行 onecard new item 名称 写指南。")
    }

    /// The folders are made beside their place and moved there whole: a full disk leaves nothing behind.
    private func make() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let unfinished = "\(folder)/.init-\(UUID().uuidString)"
        defer { try? files.removeItem(atPath: unfinished) }
        var texts = [
            "cards/designs/口袋卡.yaml": DesignTemplate.design("口袋卡"),
            "cards/sheets/a4-10.yaml": DesignTemplate.sheet("a4-10"),
        ]
        texts["guides/site.yaml"] = FileTemplate.text(
            .site, name: "投资项目服务一卡通", code: nil, today: .today, context: FileTemplate.Context(nil), opening: nil)
        for name in FileKind.allCases.compactMap(\.folder) {
            try files.createDirectory(atPath: "\(unfinished)/guides/\(name)", withIntermediateDirectories: true)
        }
        for (name, text) in texts {
            let path = URL(fileURLWithPath: "\(unfinished)/\(name)")
            try files.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: path)
        }
        for name in ["cards", "guides"] {
            try files.moveItem(atPath: "\(unfinished)/\(name)", toPath: "\(folder)/\(name)")
        }
    }
}
