internal import ArgumentParser

/// `onecard ledger`: what is done with the ledger besides printing.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Verify the ledger of printed codes, merge two of them, or void a misprinted batch.",
        subcommands: [LedgerVerifyCommand.self, LedgerMergeCommand.self, LedgerVoidCommand.self])
}
