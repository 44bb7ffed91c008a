package import ArgumentParser
internal import Foundation

/// The command itself: one subcommand for each thing that maintainers, staff and operators do.
package struct OnecardCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "onecard",
        abstract: "Printed cards with a QR code for investment projects, and the pages they open.",
        version: BuildVersion.text,
        subcommands: [
            InitCommand.self, CheckCommand.self, NewCommand.self, PrintCommand.self, QRCommand.self,
            FlowchartCommand.self,
            ServeCommand.self, ReloadCommand.self, LedgerCommand.self,
            ImpactCommand.self, AuditCommand.self, SchemaCommand.self, StatsCommand.self, BenchCardsCommand.self,
            BenchCodesCommand.self,
        ])

    package init() {}

    /// Runs the command that the arguments ask for, and ends the process with its status: 1 also where a result could not be
    /// written.
    package static func start() async {
        // Where they cannot be read, as without /proc, there is not even a program's name: what was asked for is not done,
        // and nobody may take help for success.
        guard !CommandLine.arguments.isEmpty else {
            Report.complain("读不到命令行上写的东西（没有/proc，或者预先加载了别的程序库），什么也没有做")
            Foundation.exit(ExitCode.validationFailure.rawValue)
        }
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            switch exitCode(for: error) {
            case .validationFailure: UsageMessage.end(with: error)
            // Help, the version, or a script for a shell.
            case .success:
                let text = fullMessage(for: error)
                let shown = (UsageMessage.isChinese ? HelpText.chinese(insteadOf: text) : nil) ?? text
                // As it is: a script for a shell may have tabs.
                Report.write(shown + "\n", to: .standardOutput)
            default: break
            }
            if !Report.checkForLoss() { Foundation.exit(ExitCode.inputErrors.rawValue) }
            if exitCode(for: error) == .success { Foundation.exit(EXIT_SUCCESS) }
            exit(withError: error)
        }
        if !Report.checkForLoss() { Foundation.exit(ExitCode.inputErrors.rawValue) }
    }
}
