import Foundation
import TestSupport
import Testing

/// A copy of the shipped guides and cards with a ledger of its own, to print from for good.
struct PrintingTree {
    let folder: TemporaryFolder
    var options: [String] { ["--guides", folder.path("guides"), "--cards", folder.path("cards")] }
    var ledger: String { folder.path("cards/ledger.csv") }

    init() throws { try self.init(copying: ["guides", "cards"]) }

    /// One item with the laws that it leans on, and the label's design: read in a moment.
    static func small() throws -> PrintingTree {
        try PrintingTree(
            copying: [
                "guides/site.yaml", "guides/laws", "guides/calendar", "guides/items/施工许可.yaml",
                "cards/designs/窗口标签.yaml",
            ])
    }

    private init(copying names: [String]) throws {
        folder = try TemporaryFolder()
        for folder in ["guides/items", "cards/designs"] where !names.contains("guides") {
            try self.folder.makeFolder(folder)
        }
        for name in names {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        try? FileManager.default.removeItem(atPath: ledger)
    }

    /// Arguments that print into a folder; the shipped tree has sample data and a sample's address.
    func printing(_ arguments: [String], to out: String) -> [String] {
        ["print"] + arguments + ["--out", out, "--unsafe-address"] + options
    }

    func print(_ arguments: [String], to out: String) throws -> BuiltCommand.Result {
        try BuiltCommand.run(printing(arguments, to: out))
    }

    /// Starts the built command under a shell that first does something, such as setting a limit.
    func print(_ arguments: [String], to out: String, after shell: String) throws -> BuiltCommand.Result {
        try BuiltCommand.run(
            executable: "/bin/sh",
            ["-c", shell + "; exec \"$0\" \"$@\"", BuiltCommand.path] + printing(arguments, to: out))
    }

    /// Makes the guides an office's own: nothing in them is a sample any more.
    func publish() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("guides"))
        for name in names where name.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: folder.path("guides/" + name), encoding: .utf8)
            let own = text.replacing("示例数据: 是", with: "示例数据: 否").replacing(", 示例: 是", with: "")
                .replacing("状态: 示例", with: "状态: 待核").replacing(/(^|\n) *示例: .*/) { $0.output.1 }
            if own != text { try folder.write(own, to: "guides/" + name) }
        }
    }

    func check() throws -> BuiltCommand.Result { try BuiltCommand.run(["check"] + options) }

    /// The fields of the ledger's rows; none of the shipped names has a comma in it.
    func rows() -> [[String]] {
        guard let text = try? String(contentsOfFile: ledger, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The SHA-256 of the pictures in the ledger's rows.
    func digests() -> [String] { rows().map { $0[7] } }

    /// The names in a folder; those of an unfinished print, which begin with a full stop, only where asked for.
    static func names(in folder: String, hidden: Bool = false) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { hidden || !$0.hasPrefix(".") }.sorted()
    }

    /// The SHA-256 of all files in a folder, as another program finds it.
    static func digests(of folder: String) throws -> Set<String> {
        let files = names(in: folder).filter { $0 != "manifest.json" }.map { folder + "/" + $0 }
        guard !files.isEmpty else { return [] }
        let result = try BuiltCommand.run(executable: "/usr/bin/sha256sum", files)
        try #require(result.status == 0, "\(result.errors)")
        return Set(result.output.split(separator: "\n").map { String($0.prefix(64)) })
    }
}
