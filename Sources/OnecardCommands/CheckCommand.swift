internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Guides

/// `onecard check`: reads all guide files and says everything that is wrong with them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check all guide and card files.",
        discussion: "Exit status: 0 without errors, 1 with errors, 64 for wrong usage.")

    @OptionGroup var options: GuideOptions

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    func run() throws {
        let outcome = options.load()
        Report.write(outcome.diagnostics, texts: outcome.texts, to: .standardOutput)
        let errors = outcome.diagnostics.filter { $0.severity == .error }.count
        let warnings = outcome.diagnostics.count - errors
        if outcome.diagnostics.isEmpty {
            Report.say("检查了\(outcome.texts.count)个文件，没有问题。")
        } else {
            Report.say("检查了\(outcome.texts.count)个文件：\(errors)个错误，\(warnings)个警告。")
        }
        if errors > 0 || (strict && warnings > 0) { throw ExitCode.inputErrors }
    }
}
