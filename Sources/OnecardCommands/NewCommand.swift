internal import ArgumentParser
internal import Cards
internal import Foundation
internal import Guides

/// `onecard new`: writes a commented, valid file to start from.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new guide or card file with comments and a fresh code.")

    /// The kinds of files that a tree may have many of.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case item, roadmap, law, policy, notice, card, design, sheet

        /// Nil for what has a file of its own kind under cards/.
        var fileKind: FileKind? {
            switch self {
            case .item: .item
            case .roadmap: .roadmap
            case .law: .law
            case .policy: .policy
            case .notice: .notice
            case .card: .card
            case .design, .sheet: nil
            }
        }
    }

    @Argument(help: "item, roadmap, law, policy, notice, card, design or sheet.")
    var kind: Kind

    @Argument(help: "The name, which is also the file's name.")
    var name: String

    @OptionGroup var options: GuideOptions

    func validate() throws {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains(where: { $0 == "/" || $0.isNewline }) else {
            throw ValidationError("名称会用作文件名，不能是空的，不能以“.”开头，不能有“/”和换行")
        }
    }

    func run() throws {
        let guidebook = try options.guidebook()
        let folder =
            switch kind {
            case .design: options.cards + "/designs"
            case .sheet: options.cards + "/sheets"
            default: kind.fileKind?.folder.map { "\(options.guides)/\($0)" } ?? options.cards
            }
        let path = "\(folder)/\(name).yaml"
        guard !FileManager.default.fileExists(atPath: path) else {
            Report.complain("\(path)已经有了，没有改动它；请换一个名称")
            throw ExitCode.inputErrors
        }
        let (text, code) = try text(guidebook)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            // Never over a file that somebody else has just made.
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            Report.complain("写不了\(path)：\(error.localizedDescription)")
            throw ExitCode.inputErrors
        }
        Report.say("写好了\(path)\(code.map { "，短码\($0)" } ?? "")。请填写，然后运行 onecard check。")
    }

    /// The new file's text, and its code where its kind has one.
    private func text(_ guidebook: Guidebook) throws -> (String, ShortCode?) {
        guard let fileKind = kind.fileKind else {
            return (kind == .sheet ? DesignTemplate.sheet(name) : DesignTemplate.design(name), nil)
        }
        var code: ShortCode?
        if kind != .law && kind != .card {
            var generator = SystemRandomNumberGenerator()
            code = ShortCode.fresh(besides: CodesInUse.all(guidebook, options), using: &generator)
        }
        guard let text = FileTemplate.text(fileKind, name: name, code: code, today: .today, context: .init(guidebook)) else {
            throw ExitCode.failure
        }
        return (text, code)
    }
}
