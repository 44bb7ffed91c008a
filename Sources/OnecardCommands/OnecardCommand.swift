package import ArgumentParser

/// The command itself: one subcommand for each thing that maintainers, staff and operators do.
package struct OnecardCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "onecard",
        abstract: "Printed cards with a QR code for investment projects, and the pages they open.",
        subcommands: [
            CheckCommand.self, NewCommand.self, PrintCommand.self, QRCommand.self, FlowchartCommand.self,
            ServeCommand.self,
            ImpactCommand.self, AuditCommand.self, SchemaCommand.self, StatsCommand.self, BenchCardsCommand.self,
            BenchCodesCommand.self,
        ])

    package init() {}

    /// Runs the command that the arguments ask for, and ends the process with its status.
    package static func start() async {
        await main()
    }
}
