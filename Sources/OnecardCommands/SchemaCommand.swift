internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Guides

/// `onecard schema`: what editors need to help with guide files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write JSON Schemas for editors, and the handbook's tables of keys.",
        discussion: "Both are made from the shapes that `onecard check` uses.")

    @Option(help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "dir"))
    var out: String

    func run() throws {
        let folder = URL(fileURLWithPath: out, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for kind in FileKind.allCases {
                let file = folder.appendingPathComponent(JSONSchema.fileName(for: kind))
                try Data(JSONSchema.text(for: kind).utf8).write(to: file, options: .atomic)
            }
            try Data(HandbookText.all().utf8).write(to: folder.appendingPathComponent("keys.md"), options: .atomic)
        } catch {
            Report.complain("写不了\(out)：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
        Report.say("写好了\(FileKind.allCases.count)个JSON Schema和键表keys.md：\(out)")
    }
}
