internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation
internal import Ledger

/// `onecard ledger verify`: whether the ledger is whole, by itself and against what else tells of it.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that no row of the ledger was changed, and that none is missing.",
        discussion: """
            The guides need not be in order for it. Manifests are what `print` writes beside the pictures: the ledger must \
            have every card in them.
            """)

    @Argument(help: "manifest.json files of prints for good, whose cards must be in the ledger.")
    var manifests: [String] = []

    @Flag(help: "Write ledger.head anew, where it is missing or the ledger has grown by a merge.")
    var writeHead = false

    @OptionGroup var options: GuideOptions

    func run() throws {
        if writeHead {
            do throws(LedgerError) {
                try LedgerVerification.writeHead(of: options.ledger)
            } catch {
                try LedgerFailure.end(error, ledger: options.ledger)
            }
        }
        let verification = LedgerVerification(of: options.ledger)
        let ledger = verification.ledger
        Report.write(verification.findings, texts: [ledger.path: ledger.text], to: .standardOutput)
        let complete = try manifests.filter { try !has(verification, allOf: $0) }.isEmpty
        guard !verification.findings.hasErrors, complete else { throw ExitCode.inputErrors }
        let voided = ledger.records.count - ledger.prints.count
        Report.say(
            "台账是全的：\(ledger.head.rows)行，其中印卡\(ledger.prints.count)行、作废\(voided)行；最后一行的校验是\(ledger.head.seal.hex)")
    }

    /// Whether the ledger has the cards of a manifest; says which it has not.
    private func has(_ verification: LedgerVerification, allOf path: String) throws -> Bool {
        guard let bytes = FileManager.default.contents(atPath: path), let cards = PrintedManifest.cards(in: bytes)
        else {
            Report.complain("读不懂\(path)，它应当是正式印卡时写在图片旁边的manifest.json")
            return false
        }
        let missing = verification.missing(of: cards)
        guard !missing.isEmpty else { return true }
        let codes = missing.map(\.code).joined(separator: "、")
        Report.complain("\(path)里有\(missing.count)张卡不在台账里：\(codes)。请从git或备份恢复台账")
        return false
    }
}
