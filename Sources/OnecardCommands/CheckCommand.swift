internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation
internal import Guides
internal import Publication

/// `onecard check`: reads all guide files and says everything that is wrong with them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check all guide and card files.",
        discussion: "Exit status: 0 without errors, 1 with errors, 64 for wrong usage.")

    @OptionGroup var options: GuideOptions

    @OptionGroup var publicFiles: PublicOption

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Flag(help: "Show all findings, even where they do not fit the terminal.")
    var all = false

    @Option(help: ArgumentHelp("Check as on this day, such as 2027-05-01; today if not given.", valueName: "date"))
    var today: CalendarDate = .today

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Option(
        help: ArgumentHelp("Print the manual of a rule, such as unknown-key, or of all rules: all.", valueName: "rule"))
    var explain: String?

    func run() throws {
        if let explain { return try say(manualOf: explain) }
        // Without a typeface nothing can be drawn here; elsewhere it may be.
        let charts = try? ChartInspection()
        let guides = options.loader.check(today: today) { charts?.findings(in: $0) ?? [] }
        let cards = CardsCheck(guides, options, charts)
        let files = publicFiles.findings
        let found = guides.diagnostics + cards.diagnostics + files.diagnostics
        let diagnostics = strict ? found.map(\.asError) : found
        switch format {
        case .json:
            Report.write(DiagnosticJSON.text(diagnostics), to: .standardOutput)
        case .text:
            if !files.served.isEmpty { Report.say("网站根目录的文件：\(files.served.joined(separator: "、"))") }
            let limit = all ? nil : Report.findingsPerScreen(diagnostics)
            Report.write(diagnostics, limit: limit, to: .standardOutput) { cards.texts[$0] ?? GuideLoader.text(of: $0) }
            let count = guides.fileCount + cards.texts.count
            Report.say("检查了\(count)个文件：" + DiagnosticFormatter.summary(diagnostics, limit: limit))
        }
        // All is said. Letting go of the files one by one would take longer than ending does.
        withExtendedLifetime(guides) {
            let isGood = Report.checkForLoss() && !diagnostics.hasErrors
            Foundation.exit(isGood ? EXIT_SUCCESS : ExitCode.inputErrors.rawValue)
        }
    }

    private func say(manualOf name: String) throws {
        if name == "all" {
            for rule in RuleBook.all { Report.say(rule.explanation + "\n") }
            return
        }
        guard let rule = RuleBook.rule(named: name) else {
            let near = RuleBook.near(name)
            let guess = near.isEmpty ? "。" : "，是否想写\(near.map { "“\($0)”" }.joined(separator: "或"))？"
            Report.complain("没有名为“\(name)”的规则\(guess)--explain all 列出全部规则")
            throw ExitCode.inputErrors
        }
        Report.say(rule.explanation)
    }
}

extension Diagnostic {
    /// The same finding as an error.
    fileprivate var asError: Diagnostic {
        Diagnostic(rule: rule, severity: .error, message: message, at: location, notes: notes)
    }
}
