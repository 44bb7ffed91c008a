internal import ArgumentParser
internal import Ledger

/// `onecard ledger void`: takes a misprinted batch back.
struct LedgerVoidCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: "Take a misprinted batch back, by a row of its own; nothing is deleted.",
        discussion: """
            Reports show its copies apart. Some of its cards may be out all the same, so its codes must go on opening \
            something; what it says of guide and address is no longer held against the guides.
            """)

    @Argument(help: "The batch's name, the first column of the ledger.")
    var batch: String

    @Option(help: ArgumentHelp("Why, for whoever reads the ledger.", valueName: "words"))
    var reason: String?

    @OptionGroup var options: GuideOptions

    func run() throws {
        do throws(LedgerError) {
            let void = try PrintCommit(ledger: options.ledger).void(batch, reason: reason)
            Report.say("批次“\(batch)”作废了\(void.copies)份，台账添了一行，原来的行没有动。请把这批卡收回；收不回的，短码照旧要能打开。")
        } catch {
            try LedgerFailure.end(error, ledger: options.ledger)
        }
    }
}
